package triptych.result;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.plugin.RoiScaler;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;
import triptych.options.CommandSpec;
import triptych.options.Output;

/**
 * The image as it is shown, with outlines, ids and legend burnt in: an RGB image, of several planes
 * a stack. An image whose longer edge has more than {@value #LONGEST} pixels is made smaller by a
 * whole factor first; any other keeps its own pixels.
 */
public final class Picture {

	private static final int LONGEST = 4096;

	private final ImagePlus image;
	private final int factor, width, height;

	private Picture(ImagePlus image) {
		this.image = image;
		factor = factor(image);
		width = Math.max(1, image.getWidth() / factor);
		height = Math.max(1, image.getHeight() / factor);
	}

	private static int factor(ImagePlus image) {
		return (Math.max(image.getWidth(), image.getHeight()) + LONGEST - 1) / LONGEST;
	}

	/** What the user should know of the picture; blank where it has the image's own pixels. */
	public static String note(ImagePlus image) {
		int factor = factor(image);
		if (factor == 1) return "";
		return "the picture is " + factor + " times smaller than the image, table and labels are not";
	}

	/** @param result of this image, with ROIs */
	public static ImagePlus of(ImagePlus image, Result result) {
		return new Picture(image).of(result);
	}

	private ImagePlus of(Result result) {
		ImageStack stack = new ImageStack(width, height);
		Result small = result.withRois(result.rois().stream().map(this::scaled).toList());
		ImagePlus size = new ImagePlus("", new ColorProcessor(width, height));
		List<Roi> drawn = new ArrayList<>(others());
		drawn.addAll(small.rois());
		drawn.addAll(OverlayTexts.of(size, small, texts(result.command())));
		for (Position position : result.positions()) {
			BufferedImage plane = plane(position);
			Graphics2D g = plane.createGraphics();
			for (Roi roi : drawn)
				if (position.holds(roi)) draw(roi, size, g);
			g.dispose();
			stack.addSlice(position.sliceLabel(), new ColorProcessor(plane));
		}
		ImagePlus picture = new ImagePlus(ResultFiles.stem(image.getTitle()) + "-picture", stack);
		picture.copyScale(image);
		picture.getCalibration().pixelWidth *= factor;
		picture.getCalibration().pixelHeight *= factor;
		return picture;
	}

	/** Ids name objects; a region of a class needs none, nor does a whole image. */
	private static Set<Output> texts(CommandSpec command) {
		boolean objects = command.summed() || command.table().equals("scene");
		return objects ? Set.of(Output.IDS, Output.LEGEND) : Set.of(Output.LEGEND);
	}

	/** What the user has drawn onto the image. */
	private List<Roi> others() {
		if (image.getOverlay() == null) return List.of();
		List<Roi> others = new ArrayList<>();
		for (Roi roi : image.getOverlay())
			if (!Rois.isOurs(roi)) others.add(scaled(roi));
		return others;
	}

	private Roi scaled(Roi roi) {
		Roi copy = (Roi) roi.clone();
		copy.setImage(null);
		if (factor == 1) return copy;
		Roi small = RoiScaler.scale(copy, 1.0 / factor, 1.0 / factor, false);
		small.copyAttributes(copy);
		small.setName(copy.getName());
		small.setProperties(copy.getProperties());
		if (copy.hasHyperStackPosition())
			small.setPosition(copy.getCPosition(), copy.getZPosition(), copy.getTPosition());
		else small.setPosition(copy.getPosition());
		return small;
	}

	/** Polygons ask an image, which no window shows, to draw itself. */
	private static void draw(Roi roi, ImagePlus size, Graphics2D g) {
		Roi copy = (Roi) roi.clone();
		copy.setImage(size);
		copy.drawOverlay(g);
	}

	private BufferedImage plane(Position position) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = picture.createGraphics();
		if (image instanceof CompositeImage composite)
			g.drawImage(composite(composite, position).getImage(), 0, 0, null);
		else {
			ImageProcessor plane = small(image.getStack().getProcessor(position.index()));
			if (!(plane instanceof ColorProcessor)) {
				plane.setLut(image.getProcessor().getLut());
				plane.setMinAndMax(image.getProcessor().getMin(), image.getProcessor().getMax());
			}
			g.drawImage(plane.createImage(), 0, 0, null);
		}
		g.dispose();
		return picture;
	}

	private ImagePlus composite(CompositeImage all, Position position) {
		ImageStack channels = new ImageStack(width, height);
		for (int c = 1; c <= all.getNChannels(); c++) {
			int at = all.getStackIndex(c, position.slice(), position.frame());
			channels.addSlice(small(all.getStack().getProcessor(at)));
		}
		CompositeImage plane = new CompositeImage(new ImagePlus("", channels), all.getMode());
		for (int c = 1; c <= all.getNChannels(); c++)
			plane.setChannelLut(all.getChannelLut(c), c);
		plane.setActiveChannels(active(all));
		plane.setC(all.getC());
		plane.updateImage();
		return plane;
	}

	private static String active(CompositeImage all) {
		StringBuilder active = new StringBuilder();
		for (boolean channel : all.getActiveChannels())
			active.append(channel ? '1' : '0');
		return active.toString();
	}

	private ImageProcessor small(ImageProcessor plane) {
		if (factor == 1) return plane.duplicate();
		plane.setInterpolationMethod(ImageProcessor.BILINEAR);
		return plane.resize(width, height, true);
	}
}
