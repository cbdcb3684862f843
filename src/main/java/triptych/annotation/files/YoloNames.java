package triptych.annotation.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import triptych.core.TriptychException;

/** The class names of a YOLO data set: of data.yaml, or of a text file with a name a line. */
final class YoloNames {

	static final String YAML = "data.yaml";

	private YoloNames() {}

	/** The only file that can be meant, in the folder itself or above it. */
	static Optional<Path> file(Path path) {
		if (Files.isRegularFile(path)) return Optional.of(path);
		Path folder = path.toAbsolutePath().normalize();
		for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent()) {
			Path usual = folder.resolve(YAML);
			if (Files.isRegularFile(usual)) return Optional.of(usual);
			List<Path> files = new ArrayList<>(Folders.in(folder, ".*\\.ya?ml"));
			files.removeIf(f -> of(f).isEmpty());
			if (files.isEmpty()) files.addAll(Folders.in(folder, "classes\\.txt|.*\\.names"));
			if (files.size() == 1) return Optional.of(files.get(0));
		}
		return Optional.empty();
	}

	/** Names by their numbers; none where the file has none. */
	static List<String> of(Path file) {
		String name = file.getFileName().toString();
		if (!name.matches("(?i).*\\.ya?ml"))
			return Folders.text(file).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
		Object names = yaml(file).get("names");
		if (names instanceof List<?> list) return list.stream().map(String::valueOf).toList();
		if (!(names instanceof Map<?, ?> map)) return List.of();
		TreeMap<Integer, String> byNumber = new TreeMap<>();
		map.forEach((k, v) -> byNumber.put(number(k, file), String.valueOf(v)));
		if (byNumber.isEmpty() || byNumber.lastKey() > 100_000) return List.of();
		List<String> all = new ArrayList<>();
		for (int i = 0; i <= byNumber.lastKey(); i++)
			all.add(byNumber.getOrDefault(i, String.valueOf(i)));
		return all;
	}

	private static int number(Object key, Path file) {
		if (key instanceof Integer i && i >= 0) return i;
		throw new TriptychException(
			"In \"" + file + "\", \"" + key + "\" stands below names in place of the number of a class.");
	}

	/** The keys of a YAML file. */
	static Map<?, ?> yaml(Path file) {
		try {
			Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
			return load.loadFromString(Folders.text(file)) instanceof Map<?, ?> map ? map : Map.of();
		}
		catch (YamlEngineException | StackOverflowError e) {
			String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
			throw new TriptychException("The file \"" + file + "\" cannot be read as YAML: "
				+ why.substring(0, Math.min(200, why.length())) + ".", e);
		}
	}
}
