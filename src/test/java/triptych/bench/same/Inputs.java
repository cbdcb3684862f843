package triptych.bench.same;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** The folder in which the commands run: images, models, and files that something is wrong with. */
final class Inputs {

	/** A journal tells the time of an image, so every checkout must give the same. */
	private static final FileTime TIME = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));

	private final Path work, images, models;

	private Inputs(Path work) {
		this.work = work;
		images = work.resolve("images");
		models = work.resolve("models");
	}

	static void layOut(Path work, Path checkout, Path data) throws IOException {
		Inputs inputs = new Inputs(work);
		Files.createDirectories(work.resolve("home"));
		copy(checkout.resolve("test-images"), inputs.images);
		copy(checkout.resolve("src/test/resources/models"), inputs.models);
		copy(checkout.resolve("src/test/resources/triptych/advisor/unseen"), work.resolve("questions"));
		inputs.marked();
		inputs.wrongImages();
		inputs.wrongDescriptions();
		inputs.folders();
		if (data != null) {
			Files.createSymbolicLink(work.resolve("real"), data);
			inputs.described(checkout.resolve("src/test/resources/descriptions"), data);
		}
		try (Stream<Path> all = Files.walk(work)) {
			// The link to the models of others is no regular file, and is not followed.
			for (Path file : all.filter(f -> Files.isRegularFile(f)).toList())
				Files.setLastModifiedTime(file, TIME);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList())
				Files.copy(file, to.resolve(file.getFileName().toString()));
		}
	}

	/** An image with drawn ROIs and a selection, a mask, and label images with more bits. */
	private void marked() {
		ImagePlus nuclei = IJ.openImage(images + "/nuclei.tif");
		Overlay overlay = new Overlay();
		for (int i = 0; i < 4; i++) {
			Roi oval = new OvalRoi(20 + 50 * i, 30 + 30 * i, 40, 30);
			Roi box = new Roi(10 + 45 * i, 60, 60, 50);
			Roi roi = i % 2 == 0 ? oval : box;
			roi.setName("drawn " + i);
			overlay.add(roi);
		}
		nuclei.setOverlay(overlay);
		nuclei.setRoi(new OvalRoi(30, 20, 150, 170));
		save(nuclei, "marked");
		ImagePlus labels = IJ.openImage(images + "/nuclei-labels.tif");
		ImageProcessor mask = labels.getProcessor().duplicate();
		mask.threshold(0);
		save(new ImagePlus("mask", mask), "mask");
		ImageProcessor sixteen = labels.getProcessor().convertToShort(false);
		sixteen.multiply(7);
		save(new ImagePlus("labels16", sixteen), "labels16");
		save(new ImagePlus("labels32", labels.getProcessor().convertToFloat()), "labels32");
	}

	private void wrongImages() throws IOException {
		byte[] whole = Files.readAllBytes(images.resolve("nuclei.tif"));
		Files.write(images.resolve("cut.tif"), Arrays.copyOf(whole, 20_000));
		Files.write(images.resolve("empty.tif"), new byte[0]);
		Files.writeString(images.resolve("text.tif"), "This is no image.\n");
		Files.writeString(images.resolve("film.avi"), "RIFF");
		FloatProcessor holes = new FloatProcessor(64, 48);
		holes.setColor(Color.WHITE);
		holes.fillOval(10, 10, 20, 20);
		holes.setf(5, 3, Float.NaN);
		save(new ImagePlus("holes", holes), "holes");
		FloatProcessor halves = new FloatProcessor(64, 48);
		halves.set(1.5);
		save(new ImagePlus("halves", halves), "halves");
	}

	private void save(ImagePlus image, String name) {
		new FileSaver(image).saveAsTiff(images + "/" + name + ".tif");
	}

	/** Descriptions with one mistake each, beside the model that they belong to. */
	private void wrongDescriptions() throws IOException {
		String regions = Files.readString(models.resolve("regions.triptych.yaml"));
		List<String> changes = List.of(
			"multiple: 16->multiples: 16",
			"task: semantic->",
			"task: semantic->task: guess",
			"name: semantic->name: sematic",
			"mean: [0, 0, 0]->mean: [0, 0]",
			"mean: [0, 0, 0]->mean: none",
			"fit: pad->fit: bend",
			"activation: softmax->activation: relu",
			"activation: softmax->foreground: 0",
			"activation: softmax->",
			"red, green, blue]->red, green]",
			"red, green, blue]->red, green, blue",
			"multiple: 16->multiple: many",
			"multiple: 16->",
			"scale: 1/255->scale: 1/0",
			"colours: RGB->colours: RBG",
			"background: yes->background: perhaps",
			"background: yes->background: yes\n  output: 7",
			"background: yes->background: yes\n  channels: [0, 9]",
			"background: yes->background: yes\nthresholds:\n  confidence: 2",
			"task: semantic->task: instance",
			"multiple: 16->multiple: 16\n  halo: -1",
			"multiple: 16->multiple: 16\n  percentiles: [9, 1]",
			"name: Planted regions->file: gone.onnx",
			"task: semantic->just words");
		for (int i = 0; i < changes.size(); i++) {
			String[] change = changes.get(i).split("->", -1);
			if (!regions.contains(change[0])) throw new IllegalStateException(change[0]);
			String file = change[1].startsWith("file:") ? "" : "file: regions.onnx\n";
			String name = String.format("wrong-%02d.triptych.yaml", i);
			Files.writeString(models.resolve(name), file + regions.replace(change[0], change[1]));
		}
		Files.createDirectories(models.resolve("none"));
		Files.createDirectories(models.resolve("one"));
		Files.createDirectories(models.resolve("two"));
		Files.copy(models.resolve("boxes_v8.onnx"), models.resolve("two/a.onnx"));
		Files.copy(models.resolve("boxes_v5.onnx"), models.resolve("two/b.onnx"));
		Files.copy(models.resolve("boxes_v8.onnx"), models.resolve("one/one.onnx"));
		Files.writeString(models.resolve("broken.onnx"), "This is no model.\n");
		Files.copy(models.resolve("regions.onnx"), models.resolve("undescribed.onnx"));
	}

	/** Folders as users have them: names that collide, notes, a damaged file, a folder inside. */
	private void folders() throws IOException {
		Path mixed = Files.createDirectories(work.resolve("mixed/deep inside"));
		for (String name : List.of("nuclei", "shapes", "stack", "time-series", "cut", "text"))
			Files.copy(images.resolve(name + ".tif"), work.resolve("mixed/" + name + ".tif"));
		Files.copy(images.resolve("nuclei.tif"), mixed.resolve("nuclei.tif"));
		IJ.saveAs(IJ.openImage(images + "/shapes.tif"), "png", work + "/mixed/shapes.png");
		Files.writeString(work.resolve("mixed/notes.txt"), "What was seen.\n");
		Path plain = Files.createDirectories(work.resolve("plain"));
		for (String name : List.of("nuclei", "shapes", "stack", "marked", "time-series"))
			Files.copy(images.resolve(name + ".tif"), plain.resolve(name + ".tif"));
		Path notes = Files.createDirectories(work.resolve("only-notes"));
		Files.writeString(notes.resolve("notes.txt"), "What was seen.\n");
	}

	/** Our descriptions of the models of others, with the path of each model. */
	private void described(Path descriptions, Path data) throws IOException {
		Path to = Files.createDirectories(work.resolve("described"));
		try (Stream<Path> files = Files.list(descriptions)) {
			for (Path file : files.toList()) {
				String name = file.getFileName().toString();
				String id = name.substring(0, name.indexOf('.'));
				Path model = data.resolve("models/" + id + ".onnx");
				if (!Files.exists(model)) continue;
				String text = Files.readString(file).replace("../../images", data + "/images");
				String path = model.toString().replace('\\', '/');
				Files.writeString(to.resolve(name), text + "file: \"" + path + "\"\n");
			}
		}
	}
}
