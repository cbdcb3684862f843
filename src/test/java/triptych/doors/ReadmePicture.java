package triptych.doors;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import triptych.core.table.Table;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** Makes the picture of the README: a part of a real result, the nuclei outlined and numbered beside their table. */
public final class ReadmePicture {

	private static final Rectangle PART = new Rectangle(86, 194, 300, 300);
	private static final int ZOOM = 2, SIDE = 600, WIDTH = 1060, ROW = 24;
	private static final List<String> SHOWN = List.of("Id", "Class", "Score", "Area", "Mean", "X", "Y");
	private static final int[] TABS = { 36, 52, 170, 235, 305, 365, 425 };

	private ReadmePicture() {}

	public static void main(String... none) throws IOException {
		System.setProperty("java.awt.headless", "true");
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		Result result = Triptych.segmentObjects(image, "outputs=overlay,table");
		BufferedImage picture = new BufferedImage(WIDTH, SIDE, BufferedImage.TYPE_BYTE_INDEXED, Palette.greysAndMarks());
		Graphics2D g = picture.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, WIDTH, SIDE);
		drawNuclei(g, image.getProcessor(), result.rois());
		drawTable(g, result.table(), result.rois());
		Path file = Files.createDirectories(Path.of(".github")).resolve("readme.png");
		ImageIO.write(picture, "png", file.toFile());
		System.out.println(file + ": " + Files.size(file) + " bytes");
	}

	private static void drawNuclei(Graphics2D g, ImageProcessor pixels, List<Roi> rois) {
		pixels.setRoi(PART);
		ImageProcessor part = pixels.crop();
		part.setMinAndMax(0, 220);
		g.drawImage(part.getBufferedImage(), 0, 0, SIDE, SIDE, null);
		g.setClip(0, 0, SIDE, SIDE);
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
		for (Roi roi : rois) {
			Polygon outline = roi.getPolygon();
			for (int i = 0; i < outline.npoints; i++) {
				outline.xpoints[i] = (outline.xpoints[i] - PART.x) * ZOOM;
				outline.ypoints[i] = (outline.ypoints[i] - PART.y) * ZOOM;
			}
			g.setColor(Color.YELLOW);
			g.setStroke(new BasicStroke(2));
			g.drawPolygon(outline);
			Rectangle box = roi.getBounds();
			String id = roi.getProperty("id");
			int x = (int) ((box.getCenterX() - PART.x) * ZOOM) - g.getFontMetrics().stringWidth(id) / 2;
			g.setColor(Color.BLACK);
			g.drawString(id, x + 1, (int) ((box.getCenterY() - PART.y) * ZOOM) + 6);
			g.setColor(Color.YELLOW);
			g.drawString(id, x, (int) ((box.getCenterY() - PART.y) * ZOOM) + 5);
		}
		g.setClip(null);
	}

	private static void drawTable(Graphics2D g, Table table, List<Roi> rois) {
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
		drawRow(g, 0, SHOWN);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
		int row = 0;
		for (int i = 0; i < table.rows().size(); i++) {
			Rectangle box = rois.get(i).getBounds();
			if (!PART.contains(box.getCenterX(), box.getCenterY()) || (row + 2) * ROW > SIDE) continue;
			List<Object> cells = table.rows().get(i);
			drawRow(g, ++row, SHOWN.stream().map(c -> text(c, cells.get(table.columns().indexOf(c)))).toList());
		}
	}

	private static String text(String column, Object cell) {
		return cell instanceof Double d ? String.format(Locale.ROOT, column.equals("Score") ? "%.3f" : "%.1f", d) : String
			.valueOf(cell);
	}

	/** Words start at their tab, numbers end there. */
	private static void drawRow(Graphics2D g, int row, List<String> cells) {
		if (row % 2 == 1) {
			g.setColor(new Color(235, 235, 235));
			g.fillRect(SIDE + 8, row * ROW, WIDTH - SIDE - 16, ROW);
		}
		g.setColor(Color.BLACK);
		for (int c = 0; c < cells.size(); c++) {
			boolean word = SHOWN.get(c).equals("Class");
			int shift = word ? 0 : g.getFontMetrics().stringWidth(cells.get(c));
			g.drawString(cells.get(c), SIDE + TABS[c] - shift, row * ROW + 17);
		}
	}
}
