package triptych.evaluation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import triptych.core.Box;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;
import triptych.evaluation.compare.Marks;
import triptych.evaluation.compare.Marks.Kind;
import triptych.evaluation.compare.Marks.Mark;
import triptych.evaluation.compare.PlaneSize;
import triptych.ij.files.ImageFile;

/** A small picture of one image with what is right, wrong and missed drawn into it. */
final class MarkedPicture {

	/**
	 * Blue, vermilion and yellow, which the colour-blind tell apart, light enough for dark images.
	 */
	static final Map<Kind, Color> COLOURS = Map.of(Kind.RIGHT, new Color(0x56B4E9), Kind.WRONG,
		new Color(0xFF6A1A), Kind.MISSED, new Color(0xF0E442));

	private static final int LONGEST = 420;
	private static final double LARGEST_SCALE = 3;
	private static final Color EMPTY = new Color(0x303030);

	private MarkedPicture() {}

	/** As the address of a PNG that a page holds in itself; empty where nothing can be drawn. */
	static Optional<String> of(Marks marks, Optional<Path> picture) {
		Optional<BufferedImage> under = picture.flatMap(MarkedPicture::read);
		PlaneSize size = marks.size();
		if (size.width() == 0) {
			if (under.isEmpty()) return Optional.empty();
			size = new PlaneSize(under.get().getWidth(), under.get().getHeight());
		}
		double scale = Math.min(LARGEST_SCALE,
			LONGEST / (double) Math.max(size.width(), size.height()));
		int w = Math.max(1, (int) Math.round(size.width() * scale)),
			h = Math.max(1, (int) Math.round(size.height() * scale));
		BufferedImage drawn = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = drawn.createGraphics();
		g.setColor(EMPTY);
		g.fillRect(0, 0, w, h);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		// The image of another size is not the one that was compared.
		PlaneSize all = size;
		under.filter(i -> i.getWidth() == all.width() && i.getHeight() == all.height())
			.ifPresent(i -> g.drawImage(i, 0, 0, w, h, null));
		if (marks.pixels().length > 0) pixels(drawn, marks, scale);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setStroke(new BasicStroke(1.6f));
		for (Mark mark : marks.shapes())
			shape(g, mark, scale);
		g.dispose();
		return Optional.of("data:image/png;base64," + base64(drawn));
	}

	private static Optional<BufferedImage> read(Path file) {
		try {
			ImagePlus image = ImageFile.open(file);
			ImageProcessor pixels = image.getProcessor();
			pixels.resetMinAndMax();
			return Optional.of(pixels.getBufferedImage());
		}
		catch (TriptychException e) {
			// The outlines are worth showing without it.
			return Optional.empty();
		}
	}

	private static void shape(Graphics2D g, Mark mark, double scale) {
		g.setColor(COLOURS.get(mark.kind()));
		Box b = mark.box();
		if (mark.mask() == null)
			g.draw(new Rectangle2D.Double(b.x1() * scale, b.y1() * scale, b.width() * scale,
				b.height() * scale));
		else
			outline(g, mark.mask(), scale);
	}

	/** The pixels of which a neighbour to the left, right, above or below lies outside. */
	private static void outline(Graphics2D g, RunMask mask, double scale) {
		byte[] inside = mask.mask().inside();
		int w = mask.width(), h = mask.height();
		double dot = Math.max(1.6, scale);
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				int i = y * w + x;
				if (inside[i] == 0) continue;
				boolean inner = x > 0 && x < w - 1 && y > 0 && y < h - 1 && inside[i - 1] != 0
					&& inside[i + 1] != 0 && inside[i - w] != 0 && inside[i + w] != 0;
				if (!inner)
					g.fill(new Rectangle2D.Double((mask.x() + x) * scale, (mask.y() + y) * scale, dot, dot));
			}
	}

	/** Half image, half colour. */
	private static void pixels(BufferedImage drawn, Marks marks, double scale) {
		Kind[] kinds = Kind.values();
		int width = marks.size().width(), height = marks.size().height();
		for (int y = 0; y < drawn.getHeight(); y++)
			for (int x = 0; x < drawn.getWidth(); x++) {
				int px = Math.min(width - 1, (int) (x / scale)),
					py = Math.min(height - 1, (int) (y / scale));
				byte kind = marks.pixels()[py * width + px];
				if (kind < 0) continue;
				int over = COLOURS.get(kinds[kind]).getRGB(), under = drawn.getRGB(x, y);
				drawn.setRGB(x, y, (over >> 1 & 0x7F7F7F) + (under >> 1 & 0x7F7F7F));
			}
	}

	private static String base64(BufferedImage image) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return Base64.getEncoder().encodeToString(out.toByteArray());
	}
}
