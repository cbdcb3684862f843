package triptych.plugin.choose;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.HTMLDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;
import triptych.advice.ChooseTaskOptions;
import triptych.advice.LatestAdvice;
import triptych.advice.NextCommand;
import triptych.advice.TaskAdvice;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionReader;
import triptych.core.Task;
import triptych.evaluation.EvaluationRun;
import triptych.options.Options;
import triptych.plugin.ErrorDialog;
import triptych.plugin.Help;
import triptych.plugin.OptionsDialog;
import triptych.plugin.Recording;
import triptych.plugin.layout.FontScale;
import triptych.workflow.Triptych;

/**
 * The window of Choose Task...: the question, facts and budget on the left, the advice on the
 * right, renewed while one types. It stays open beside the images; what is to be kept is kept by a
 * button.
 */
final class ChooseTaskWindow extends JFrame {

	private static final long serialVersionUID = 1L;
	private static ChooseTaskWindow open;

	/** Fewer characters do not tell a language yet. */
	private static final int TELLING = 12;

	private transient Words words = Words.in(TaskAdvice.languageOf(Locale.getDefault()));
	private final QuestionFields fields = new QuestionFields(words);
	private final AdvicePanel panel = new AdvicePanel(words);
	private final JSplitPane sides = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT,
		new JScrollPane(fields), new JScrollPane(panel));
	private final JButton run = new JButton(), copy = new JButton(), plan = new JButton(),
		keep = new JButton(), evaluate = new JButton(), help = new JButton();
	private final transient LiveAdvice live = new LiveAdvice(this::show, this::say);
	private transient TaskAdvice advice;
	private transient Map<String, String> asked, answered;
	/** The button pressed while the answer to what stands in the fields was still awaited. */
	private transient JButton pressed;

	private ChooseTaskWindow() {
		super("Choose Task");
		sides.setBorder(BorderFactory.createEmptyBorder(8, 8, 0, 8));
		panel.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		JPanel buttons = new JPanel(new ButtonRows());
		Stream.of(run, copy, plan, keep, evaluate, help).forEach(buttons::add);
		label();
		getContentPane().add(sides, BorderLayout.CENTER);
		getContentPane().add(buttons, BorderLayout.SOUTH);
		FontScale.apply(getContentPane());
		act();
		setDefaultCloseOperation(DISPOSE_ON_CLOSE);
		fields.onChange(this::ask);
		LatestAdvice.onVerdict(() -> EventQueue.invokeLater(() -> {
			if (advice != null) panel.show(advice, words);
		}));
		ask();
		pack();
		fitScreen();
		divide();
	}

	/**
	 * The left side is as wide as its words, which differ from language to language; the advice gets
	 * half of the window at least.
	 */
	private void divide() {
		int words = fields.getPreferredSize().width + getFontMetrics(getFont()).getHeight();
		sides.setDividerLocation(Math.min(words, getWidth() / 2));
	}

	/** Opens the window, or brings it to the front where it is open. */
	static void open() {
		if (open == null || !open.isDisplayable()) open = new ChooseTaskWindow();
		open.setVisible(true);
		open.toFront();
	}

	@Override
	public void dispose() {
		live.close();
		LatestAdvice.onVerdict(() -> {});
		super.dispose();
	}

	private void ask() {
		if (!fields.problem().isEmpty()) {
			// How a number is written depends on the language, which no advice tells here.
			hear();
			String problem = fields.problem();
			if (!problem.isEmpty()) {
				say(problem);
				return;
			}
		}
		asked = fields.keys();
		// A question that does not tell yet is read, and answered, in the language of the window.
		if (!tells(asked.getOrDefault("question", "")))
			asked.putIfAbsent("language", words.language().key());
		live.ask(asked);
	}

	/** Takes the language from the question itself. */
	private void hear() {
		Map<String, String> keys = fields.keys();
		String question = keys.getOrDefault("question", "");
		if (!tells(question) && !keys.containsKey("language")) return;
		String language = keys.getOrDefault("language", "auto");
		speak(Words.in(QuestionReader.read(question, language).language()));
		label();
	}

	/** No question at all is answered in English unless the window speaks another language. */
	private boolean tells(String question) {
		if (question.isEmpty()) return words.language() == Language.EN;
		return question.length() >= TELLING || question.codePoints().anyMatch(Character::isIdeographic);
	}

	private void show(Map<String, String> keys, TaskAdvice latest) {
		// The answer to what stood there before the slip.
		if (!fields.problem().isEmpty()) return;
		advice = latest;
		answered = keys;
		speak(latest.words());
		fields.show(latest.reading(), latest.advice().missing().map(q -> q.need()));
		panel.show(latest, words);
		label();
		copy.setEnabled(latest.command().runs() || latest.command().teaches());
		boolean open = latest.advice().vague() && !latest.command().runs();
		run.setEnabled(latest.command().verb().isPresent() && !open);
		plan.setEnabled(true);
		keep.setEnabled(true);
		if (pressed == null || answered != asked) return;
		JButton waiting = pressed;
		pressed = null;
		waiting.doClick();
	}

	/** Typing goes on while the advisor thinks: no button may act on the answer before. */
	private void does(JButton button, Runnable action) {
		button.addActionListener(e -> {
			if (answered == asked) action.run();
			else pressed = button;
		});
	}

	/** The language chosen, else that of the question. */
	private void speak(Words latest) {
		boolean other = words.language() != latest.language();
		words = latest;
		fields.speak(words);
		if (other) divide();
	}

	/** The buttons in the words of the language; the first one says what it runs. */
	private void label() {
		boolean ready = advice != null && advice.command().runs();
		String command = ready
			? advice.command().verb().map(v -> v.spec().name().replace("...", "")).orElse("") : "";
		if (ready)
			button(run, words.say("button.ready", command, advice.command().keys().get("model")), "ready",
				'R');
		else
			button(run, words.say("button.ways"), "ways", 'W');
		button(copy, words.say("button.copy"), "copy", 'C');
		button(plan, words.say("button.plan"), "plan", 'S');
		button(keep, words.say("button.keep"), "keep", 'A');
		button(evaluate, words.say("button.evaluate"), "evaluate", 'E');
		button(help, words.say("button.help"), "help", 'H');
	}

	private void button(JButton button, String text, String key, char mnemonic) {
		button.setText(text);
		button.setMnemonic(mnemonic);
		button.setToolTipText(words.say("button." + key + ".tip"));
	}

	private void say(String problem) {
		pressed = null;
		Stream.of(run, copy, plan, keep).forEach(b -> b.setEnabled(false));
		fields.forget();
		panel.say(problem, words);
	}

	private void act() {
		Stream.of(run, copy, plan, keep).forEach(b -> b.setEnabled(false));
		does(run, () -> {
			if (advice.command().runs()) run(advice.command());
			else ways().show(run, 0, 0);
		});
		does(copy, () -> {
			String line = advice.command().line();
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(line), null);
			IJ.showStatus("Triptych: " + words.say("status.copied", line));
		});
		does(plan, () -> ErrorDialog.shown(AdviceRow.COMMAND, this::savePlan));
		does(keep, this::keep);
		evaluate.addActionListener(e -> evaluate());
		help.addActionListener(e -> new HTMLDialog("Choose Task",
			Help.of(AdviceRow.COMMAND, Options.keys(ChooseTaskOptions.class)), false));
		getRootPane().setDefaultButton(keep);
		getRootPane().registerKeyboardAction(e -> dispose(),
			KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
	}

	/** The ways to a model where none is known to answer; each opens its command. */
	private JPopupMenu ways() {
		JPopupMenu menu = new JPopupMenu();
		NextCommand command = advice.command();
		if (command.teaches()) way(menu, "teach", () -> run(command));
		else way(menu, "own", () -> run(command));
		way(menu, "inspect", () -> IJ.doCommand("Inspect Model..."));
		if (advice.advice().task().task().filter(t -> t != Task.CLASSIFICATION).isPresent())
			way(menu, "export", () -> IJ.doCommand("Export Annotations..."));
		return menu;
	}

	private void way(JPopupMenu menu, String key, Runnable action) {
		menu.add(words.say("ways." + key)).addActionListener(e -> action.run());
	}

	private void run(NextCommand command) {
		ImagePlus image = WindowManager.getCurrentImage();
		if (image == null) {
			ErrorDialog.show(AdviceRow.COMMAND, words.say("wrong.noimage"));
			return;
		}
		command.verb().ifPresent(verb -> {
			Map<String, String> keys = new LinkedHashMap<>(command.keys());
			if (!command.runs() && !command.teaches()) keys.remove("model");
			OptionsDialog.propose(verb, keys);
			// This window may lie over the image, on which the preview is drawn.
			if (image.getWindow() != null) image.getWindow().toFront();
			IJ.doCommand(verb.spec().name());
		});
	}

	private void savePlan() {
		SaveDialog dialog = new SaveDialog(words.say("plan.title"), "annotation-plan", ".html");
		if (dialog.getFileName() == null) return;
		Map<String, String> keys = advice.keys();
		keys.put("plan", dialog.getDirectory() + dialog.getFileName());
		Path file = Triptych.chooseTask(keys).file().orElseThrow();
		IJ.showStatus("Triptych: " + words.say("status.wrote", file));
		record(keys);
	}

	/** Its verdict follows this advice, where there is one on what stands in the fields now. */
	private void evaluate() {
		boolean verdict = advice != null && answered == asked && !advice.advice().vague()
			&& !advice.options().question().isBlank();
		if (verdict) {
			LatestAdvice.remember(advice);
			OptionsDialog.propose(EvaluationRun.COMMAND, Map.of("task", evaluated()));
		}
		IJ.doCommand(EvaluationRun.COMMAND);
	}

	/** An installed model may answer by outlines where boxes would do. */
	private String evaluated() {
		NextCommand command = advice.command();
		if (command.runs()) return command.verb().orElseThrow().task().key();
		return advice.advice().route().start().task().map(Task::key).orElse("auto");
	}

	private void keep() {
		LatestAdvice.remember(advice);
		AdviceRow.appendApart(advice);
		record(advice.keys());
	}

	/** The window has no thread of a command, so it gives the Recorder the whole line. */
	private static void record(Map<String, String> keys) {
		if (!Recorder.record) return;
		Recorder.setCommand(AdviceRow.COMMAND);
		// A quotation mark would end the macro's string.
		keys.computeIfPresent("question", (key, q) -> q.replace('"', '\'').replaceAll("\\s+", " "));
		Recording.record(keys);
		Recorder.saveCommand();
	}

	private void fitScreen() {
		Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		Dimension wanted = getPreferredSize();
		setMinimumSize(new Dimension(Math.min(640, screen.width), Math.min(420, screen.height)));
		setSize(Math.min(wanted.width, screen.width), Math.min(wanted.height + 20, screen.height));
		setLocationRelativeTo(null);
	}
}
