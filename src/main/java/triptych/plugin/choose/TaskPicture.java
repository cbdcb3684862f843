package triptych.plugin.choose;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import javax.swing.JComponent;

import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;

/**
 * What a task returns, drawn on one little scene for all tasks: cells, two of them touching, on two
 * kinds of ground.
 */
final class TaskPicture extends JComponent {

	private static final long serialVersionUID = 1L;

	/** The scene is drawn on a field of this size and scaled. */
	private static final double WIDTH = 120, HEIGHT = 80;

	private static final Color GROUND = new Color(226, 226, 226),
		OTHER_GROUND = new Color(205, 205, 205), CELL = new Color(150, 150, 150),
		GROUND_CLASS = new Color(236, 214, 160), OTHER_CLASS = new Color(170, 205, 235),
		CELL_CLASS = new Color(200, 80, 90);
	private static final List<Color> EACH = List.of(new Color(204, 82, 88), new Color(60, 130, 190),
		new Color(235, 165, 40), new Color(110, 160, 70));

	private static final List<Shape> CELLS = List.of(new Ellipse2D.Double(12, 40, 26, 24),
		new Ellipse2D.Double(35, 42, 26, 27), new Ellipse2D.Double(84, 12, 24, 20),
		new Ellipse2D.Double(88, 48, 18, 22));

	private TaskChoice task = TaskChoice.CLASSIFICATION_SINGLE;

	void show(TaskChoice shown, Words words) {
		task = shown;
		setToolTipText(words.say("gives." + shown.key()));
		repaint();
	}

	@Override
	public Dimension getPreferredSize() {
		int em = getFontMetrics(getFont()).getHeight();
		return new Dimension(12 * em, 8 * em);
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	@Override
	protected void paintComponent(Graphics graphics) {
		Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		double scale = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
		g.scale(scale, scale);
		g.setFont(getFont().deriveFont(9f));
		g.setStroke(new BasicStroke(1.5f));
		boolean regions = task == TaskChoice.SEMANTIC || task == TaskChoice.PANOPTIC;
		fill(g, regions ? GROUND_CLASS : GROUND, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
		fill(g, regions ? OTHER_CLASS : OTHER_GROUND, otherGround());
		for (int i = 0; i < CELLS.size(); i++)
			fill(g, switch (task) {
				case SEMANTIC -> CELL_CLASS;
				case INSTANCE, PANOPTIC -> EACH.get(i);
				default -> CELL;
			}, CELLS.get(i));
		switch (task) {
			case CLASSIFICATION_SINGLE -> tags(g, "cells 0.94");
			case CLASSIFICATION_MULTI -> tags(g, "cells 0.94", "border 0.81", "debris 0.07");
			case LOCALISATION -> box(g, CELLS.get(2));
			case DETECTION -> CELLS.forEach(cell -> box(g, cell));
			case SEMANTIC -> {
				write(g, "cell", 27, 59);
				write(g, "A", 8, 18);
				write(g, "B", 108, 44);
			}
			case INSTANCE, PANOPTIC -> {
				for (int i = 0; i < CELLS.size(); i++)
					number(g, i);
				if (task == TaskChoice.PANOPTIC) {
					write(g, "A", 8, 18);
					write(g, "B", 108, 44);
				}
			}
			case NONE -> {
				g.setFont(getFont().deriveFont(44f));
				write(g, "?", 48, 56);
			}
		}
		g.setColor(Color.GRAY);
		g.draw(new Rectangle2D.Double(0.5, 0.5, WIDTH - 1, HEIGHT - 1));
		g.dispose();
	}

	private static Shape otherGround() {
		Path2D path = new Path2D.Double();
		path.moveTo(70, 0);
		path.curveTo(56, 30, 90, 50, 72, HEIGHT);
		path.lineTo(WIDTH, HEIGHT);
		path.lineTo(WIDTH, 0);
		path.closePath();
		return path;
	}

	private static void fill(Graphics2D g, Color colour, Shape shape) {
		g.setColor(colour);
		g.fill(shape);
	}

	private static void box(Graphics2D g, Shape cell) {
		Rectangle2D b = cell.getBounds2D();
		g.setColor(new Color(200, 30, 40));
		g.draw(new Rectangle2D.Double(b.getX() - 2, b.getY() - 2, b.getWidth() + 4, b.getHeight() + 4));
	}

	private static void tags(Graphics2D g, String... labels) {
		double y = 4;
		FontMetrics m = g.getFontMetrics();
		for (String label : labels) {
			boolean holds = !label.endsWith("0.07");
			Rectangle2D tag = new Rectangle2D.Double(4, y, m.stringWidth(label) + 8, 13);
			fill(g, holds ? new Color(255, 255, 240) : new Color(235, 235, 235), tag);
			g.setColor(holds ? Color.BLACK : Color.GRAY);
			g.draw(tag);
			write(g, label, 8, (float) y + 10, g.getColor());
			y += 16;
		}
	}

	private static void number(Graphics2D g, int i) {
		Rectangle2D b = CELLS.get(i).getBounds2D();
		g.setColor(Color.BLACK);
		g.draw(CELLS.get(i));
		write(g, String.valueOf(i + 1), (float) b.getCenterX() - 3, (float) b.getCenterY() + 3);
	}

	private static void write(Graphics2D g, String text, float x, float y) {
		write(g, text, x, y, Color.BLACK);
	}

	private static void write(Graphics2D g, String text, float x, float y, Color colour) {
		g.setColor(colour);
		g.drawString(text, x, y);
	}
}
