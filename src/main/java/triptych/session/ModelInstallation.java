package triptych.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.ModelSpec;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFolder;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.options.MenuNames;
import triptych.options.Options;

/**
 * Install Model...: copies a model with its description into the user's model folder, where every
 * command knows it by its name; renames and removes it there.
 */
public final class ModelInstallation {

	public static final String COMMAND = "Install Model...", VERB = "install-model";

	private ModelInstallation() {}

	/** What speaks against these values, in a sentence; blank where nothing is known to. */
	public static String problem(Map<String, String> keys) {
		try {
			InstallOptions options = Options.of(InstallOptions.class, keys);
			check(options);
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	private static void check(InstallOptions options) {
		String model = options.model();
		if (model.isEmpty())
			throw new TriptychException(COMMAND + " needs a model: model=, a file, a folder or a name.");
		ModelFolder folder = new ModelFolder(ModelCache.userFolder());
		if (options.action() == InstallOptions.Action.INSTALL) {
			if (ModelLibrary.isBundled(model)) throw new TriptychException("The model " + model
				+ " is one of Triptych's own; it needs no installing.");
			folder.checkFree(name(options));
			return;
		}
		if (ModelLibrary.isBundled(model)) throw new TriptychException("The model " + model
			+ " is one of Triptych's own and cannot be renamed or removed.");
		if (folder.entries(model).isEmpty()) throw new TriptychException("No model called \"" + model
			+ "\" is installed in \"" + ModelCache.userFolder() + "\"" + known() + ".");
		folder.checkNothingElse(ModelCache.library().find(model), model);
		if (options.action() != InstallOptions.Action.RENAME) return;
		if (options.name().isEmpty())
			throw new TriptychException("To rename a model its new name is needed: name=.");
		folder.checkFree(options.name());
	}

	private static String known() {
		List<String> names = ModelCache.library()
			.names()
			.stream()
			.filter(n -> !ModelLibrary.isBundled(n))
			.toList();
		return names.isEmpty() ? ", nor is any other" : "; there are " + String.join(", ", names);
	}

	/** The name that is told, else that of the model's file or folder. */
	private static String name(InstallOptions options) {
		if (!options.name().isEmpty()) return options.name();
		Path given = Path.of(options.model()).getFileName();
		boolean packed = given != null && given.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
		// A package is unpacked into a folder of another name.
		String own = packed ? given.toString().substring(0, given.toString().length() - 4)
			: ModelCache.library().find(options.model()).name();
		return own.replaceAll("[^\\w.-]", "_");
	}

	/**
	 * @return a sentence that tells what was done
	 * @throws TriptychException with a sentence for the user
	 */
	public static String run(Map<String, String> keys) {
		InstallOptions options = Options.of(InstallOptions.class, keys);
		check(options);
		ModelFolder folder = new ModelFolder(ModelCache.userFolder());
		String model = options.model();
		switch (options.action()) {
			case INSTALL -> {
				String name = name(options);
				return installed(folder, model, name);
			}
			case RENAME -> {
				Path there = folder.install(ModelCache.library().find(model), options.name());
				ModelCache.releaseAll();
				folder.remove(model);
				return "The model " + model + " is called " + options.name() + " now and lies in "
					+ there;
			}
			default -> {
				// An open file cannot be deleted on every system.
				ModelCache.releaseAll();
				folder.remove(model);
				return "The model " + model + " was removed from " + ModelCache.userFolder();
			}
		}
	}

	private static String installed(ModelFolder folder, String model, String name) {
		ModelFiles files = ModelCache.library().find(model);
		GraphInfo graph = ModelCache.open(files).graph();
		if (!ModelFormats.described(files, graph)) throw new TriptychException("The model "
			+ files.name() + " has no description, so no command could use it; Describe Model... writes"
			+ " one.");
		ModelSpec spec = ModelCache.spec(files, ModelCache.open(files));
		Path there = folder.install(files, name);
		return "The model " + spec.name() + " is installed: model=" + name + " in "
			+ MenuNames.of(spec.task()) + " (" + there + ")";
	}
}
