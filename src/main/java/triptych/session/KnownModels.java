package triptych.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import ij.IJ;
import triptych.engine.Devices;
import triptych.engine.Trial;
import triptych.model.format.ModelFiles;

/**
 * The models that were opened here without an accident, by their SHA-256 and the version of ONNX
 * Runtime. Others are tried in a process of their own first, see {@link Trial}; the list in the
 * user's home folder spares that the next time.
 */
final class KnownModels {

	/** A longer list was not made by opening models. */
	private static final long MOST_BYTES = 1 << 20;

	private static final Set<String> KNOWN = new HashSet<>();

	private KnownModels() {}

	/** True where the model may be opened without a trial. */
	static synchronized boolean holds(ModelFiles files, ModelIdentity identity) {
		// Those inside the jar are ours.
		if (files.onDisk().isEmpty()) return true;
		if (KNOWN.isEmpty()) KNOWN.addAll(read());
		return KNOWN.contains(line(identity));
	}

	/** Returns when the model may be opened; Esc ends the trial. */
	static synchronized void check(ModelFiles files, ModelIdentity identity) {
		if (holds(files, identity)) return;
		String line = line(identity);
		Trial.of(files.onDisk().get(), identity.size(), IJ::escapePressed);
		KNOWN.add(line);
		write(line);
	}

	private static String line(ModelIdentity identity) {
		return identity.sha256() + " " + Devices.runtimeVersion();
	}

	private static Path list() {
		return Path.of(System.getProperty("user.home"), ".triptych", "opened-models.txt");
	}

	private static Set<String> read() {
		try {
			Path list = list();
			if (!Files.isRegularFile(list) || Files.size(list) > MOST_BYTES) return Set.of();
			return new HashSet<>(Files.readAllLines(list, StandardCharsets.UTF_8));
		}
		catch (IOException e) {
			// Then each model is tried again.
			return Set.of();
		}
	}

	private static void write(String line) {
		try {
			Files.createDirectories(list().getParent());
			Files.writeString(list(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException e) {
			// Without the list the model is tried again the next time.
			return;
		}
	}
}
