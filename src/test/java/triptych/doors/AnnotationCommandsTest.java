package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import triptych.command.ExportAnnotations;
import triptych.command.ImportAnnotations;
import triptych.command.TeachClasses;
import triptych.command.TeachRegions;
import triptych.dataset.AnnotationResult;
import triptych.dataset.ExportOptions;
import triptych.dataset.ImportOptions;
import triptych.options.Key;
import triptych.options.Options;
import triptych.teach.TeachOptions;
import triptych.teach.regions.RegionOptions;

/** Annotations through the SciJava door. */
class AnnotationCommandsTest {

	private static void assertKeys(CommandService service, Class<? extends Command> command,
		Class<? extends Record> options)
	{
		CommandInfo info = service.getCommand(command);
		TreeSet<String> inputs = new TreeSet<>(
			StreamSupport.stream(info.inputs().spliterator(), false).map(ModuleItem::getName).toList());
		inputs.remove("image");
		assertEquals(new TreeSet<>(Options.keys(options).stream().map(Key::name).toList()), inputs);
		assertFalse(info.isVisible());
	}

	@Test
	void whatIsExportedIsImportedAgain(@TempDir Path folder) throws Exception {
		try (Context context = new Context(CommandService.class)) {
			CommandService service = context.service(CommandService.class);
			assertKeys(service, ExportAnnotations.class, ExportOptions.class);
			assertKeys(service, ImportAnnotations.class, ImportOptions.class);
			assertKeys(service, TeachClasses.class, TeachOptions.class);
			assertKeys(service, TeachRegions.class, RegionOptions.class);
			ImagePlus image = new ImagePlus("drawn", new ByteProcessor(60, 50));
			image.setOverlay(new Overlay(new Roi(3.5, 4.25, 20, 10)));
			String path = folder.resolve("drawn.json").toString();
			service.run(ExportAnnotations.class, true, Map.of("image", image, "path", path)).get();
			AnnotationResult result = (AnnotationResult) service
				.run(ImportAnnotations.class, true, Map.of("image", image, "path", path))
				.get()
				.getOutput("result");
			Roi roi = result.rois().get(0);
			assertEquals(new java.awt.geom.Rectangle2D.Double(3.5, 4.25, 20, 10),
				roi.getFloatBounds());
			assertEquals("object-0001", roi.getName());
			assertEquals(1, roi.getGroup());
			assertEquals("200", roi.getProperty("area"));
		}
	}
}
