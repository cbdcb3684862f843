package triptych.teach;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.HashSet;

import ij.gui.Roi;
import triptych.core.Numbers;
import triptych.core.TriptychException;
import triptych.ij.files.RoiFile;
import triptych.ij.files.TiffFile;
import triptych.result.ResultFiles;
import triptych.session.ModelCache;

/**
 * The examples of a session as files: the planes as {@code NAME.tif} and their examples as
 * {@code NAME-rois.zip} in a folder of their own, which the key examples takes. So the model can be
 * made again without the images being open, and the examples can be opened and mended in ImageJ.
 */
public final class ClickFiles {

	/** The folder beside that of the models. */
	private static final String FOLDER = "triptych-examples";

	private interface Content {

		void write(OutputStream out) throws IOException;
	}

	private final ClickSession session;
	private final Map<ClickedPlane, String> written = new IdentityHashMap<>();
	private Path folder;
	private String name = "";

	public ClickFiles(ClickSession session) {
		this.session = session;
	}

	/**
	 * Writes all examples; those of a former call for the same model are replaced.
	 *
	 * @param model its name, which the folder is called after
	 * @return the folder
	 */
	public Path write(String model) {
		try {
			if (!model.equals(name)) {
				folder = free(model);
				name = model;
				written.clear();
			}
			Files.createDirectories(folder);
			List<ClickedPlane> planes = session.planes();
			Set<ClickedPlane> gone = Collections.newSetFromMap(new IdentityHashMap<>());
			gone.addAll(written.keySet());
			gone.removeAll(planes);
			for (ClickedPlane plane : gone)
				remove(plane);
			for (ClickedPlane plane : planes)
				write(plane);
			return folder;
		}
		catch (IOException e) {
			throw new TriptychException("The examples cannot be written to \"" + folder + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/** No folder that is there already: its files may be somebody's. */
	private static Path free(String model) {
		Path models = ModelCache.userFolder().toAbsolutePath();
		Path all = Optional.ofNullable(models.getParent()).orElse(models).resolve(FOLDER);
		Path folder = all.resolve(model);
		for (int i = 2; Files.exists(folder); i++)
			folder = all.resolve(model + "-" + i);
		return folder;
	}

	private void write(ClickedPlane plane) throws IOException {
		List<Roi> rois = rois(plane);
		if (rois.isEmpty()) {
			remove(plane);
			return;
		}
		String its = written.get(plane);
		if (its == null) {
			its = unused(plane);
			whole(folder.resolve(its + ".tif"), out -> TiffFile.write(plane.copy(), out));
			written.put(plane, its);
		}
		whole(folder.resolve(its + "-rois.zip"), out -> RoiFile.write(rois, out));
	}

	private void remove(ClickedPlane plane) throws IOException {
		String its = written.remove(plane);
		if (its == null) return;
		Files.deleteIfExists(folder.resolve(its + "-rois.zip"));
		Files.deleteIfExists(folder.resolve(its + ".tif"));
	}

	private String unused(ClickedPlane plane) {
		// A dot or an ending of ours in the name would be taken for the file's own.
		String safe = ResultFiles.safe(ResultFiles.stem(plane.title()))
			.replace('.', '_')
			.replaceAll("-(rois|labels|classes|scene)$", "_$1");
		String free = safe;
		Set<String> taken = new HashSet<>(written.values());
		for (int i = 2; taken.contains(free); i++)
			free = safe + "-" + i;
		return free;
	}

	private static void whole(Path file, Content content) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ResultFiles.UNFINISHED);
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
				content.write(out);
			}
			ResultFiles.finish(part, file);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Each with its class, and nothing of the model that found it. */
	private List<Roi> rois(ClickedPlane plane) {
		List<String> classes = session.classes();
		List<Roi> rois = new ArrayList<>();
		int[] classOf = plane.classes();
		for (int i = 0; i < classOf.length; i++) {
			if (classOf[i] == ClickSession.NONE) continue;
			Roi roi = (Roi) plane.rois().get(i).clone();
			String className = classes.get(classOf[i]);
			roi.setProperty("class", className);
			// Another group or name than this tells that somebody has mended it in ImageJ.
			roi.setProperty("classId", String.valueOf(classOf[i]));
			roi.setProperty("score", null);
			roi.setName(className + "-" + Numbers.padded(i + 1, 4));
			roi.setGroup(0);
			roi.setPosition(0);
			rois.add(roi);
		}
		return rois;
	}
}
