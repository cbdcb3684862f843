package triptych.ij.draw;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import triptych.core.Classification;
import triptych.core.PixelScores;
import triptych.ij.convert.PlaneStack;
import triptych.ij.convert.Position;

/**
 * Collects scores, plane by plane, into 32-bit images that show 0 black and 1 white: a slice a
 * class, named.
 */
public final class ScoreImages {

	private final List<PixelScores> planes = new ArrayList<>();
	private final List<Position> positions = new ArrayList<>();

	public void add(PixelScores scores, Position position) {
		planes.add(scores);
		positions.add(position);
	}

	/** Slices are classes; where there are several planes, classes take the place of channels. */
	public ImagePlus probabilities(String title, ImagePlus source) {
		ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
		for (PixelScores plane : planes)
			for (int k = 0; k < plane.maps().length; k++)
				stack.addSlice(plane.names().get(k),
					new FloatProcessor(source.getWidth(), source.getHeight(), plane.maps()[k]));
		return shown(PlaneStack.of(title, stack, planes.get(0).maps().length, positions, source));
	}

	/**
	 * A slice for each plane: 0 where the model was sure, 1 where it was undecided. Where mirror
	 * images were looked at, each plane has two: the entropy, and the share of the images that say
	 * otherwise.
	 */
	public ImagePlus uncertainty(String title, ImagePlus source) {
		int width = source.getWidth(), height = source.getHeight();
		ImageStack stack = new ImageStack(width, height);
		boolean two = planes.get(0).disagreement().length > 0;
		for (int i = 0; i < planes.size(); i++) {
			PixelScores plane = planes.get(i);
			stack.addSlice(two ? "entropy" : positions.get(i).sliceLabel(),
				new FloatProcessor(width, height, plane.uncertainty()));
			if (two) stack.addSlice("disagreement",
				new FloatProcessor(width, height, plane.disagreement()));
		}
		return shown(PlaneStack.of(title, stack, two ? 2 : 1, positions, source));
	}

	/**
	 * The scores of classified planes: a slice a class, in which each row is a plane and each pixel
	 * of it a ROI.
	 */
	public static ImagePlus of(List<List<Classification>> planes, String title) {
		int width = planes.stream().mapToInt(List::size).max().orElse(1);
		List<String> names = planes.stream()
			.flatMap(List::stream)
			.findFirst()
			.orElseThrow()
			.scores()
			.stream()
			.map(s -> s.className())
			.toList();
		ImageStack stack = new ImageStack(Math.max(1, width), planes.size());
		for (int k = 0; k < names.size(); k++) {
			FloatProcessor map = new FloatProcessor(Math.max(1, width), planes.size());
			for (int y = 0; y < planes.size(); y++)
				for (int x = 0; x < width; x++)
					map.setf(x, y,
						x < planes.get(y).size() ? (float) planes.get(y).get(x).scores().get(k).score()
							: Float.NaN);
			stack.addSlice(names.get(k), map);
		}
		return shown(new ImagePlus(title, stack));
	}

	private static ImagePlus shown(ImagePlus image) {
		image.setDisplayRange(0, 1);
		return image;
	}
}
