package triptych.plugin.teach;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.function.BooleanSupplier;

import ij.CommandListener;
import ij.Executer;

/** Asks before ImageJ quits: it would close the window with what was clicked. */
final class QuitGuard implements CommandListener {

	private final BooleanSupplier mayClose;

	/** @param mayClose asked by the thread of the windows */
	QuitGuard(BooleanSupplier mayClose) {
		this.mayClose = mayClose;
	}

	void start() {
		Executer.addCommandListener(this);
	}

	void stop() {
		Executer.removeCommandListener(this);
	}

	/** Null keeps ImageJ from going on. */
	@Override
	public String commandExecuting(String command) {
		return !"Quit".equals(command) || asked() ? command : null;
	}

	private boolean asked() {
		if (EventQueue.isDispatchThread()) return mayClose.getAsBoolean();
		boolean[] answer = new boolean[1];
		try {
			EventQueue.invokeAndWait(() -> answer[0] = mayClose.getAsBoolean());
			return answer[0];
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (InvocationTargetException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
