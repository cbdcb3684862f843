package triptych.testimages;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented fluorescent nuclei: textured ellipses with soft edges, some in touching pairs, on an uneven background with
 * noise. Everything follows from the seed, by arithmetic that is the same on every machine.
 */
final class Nuclei {

	/** An ellipsoid; {@code z} and {@code halfDepth} count in slices. */
	record Nucleus(double x, double y, double a, double b, double angle, double brightness, double z, double halfDepth) {

		/** 0 in the middle, 1 on the outline of the section at this depth, more outside. */
		double radiusAt(double px, double py, double depth) {
			double cut = 1 - (depth - z) * (depth - z) / (halfDepth * halfDepth);
			if (cut <= 0.05) return Double.POSITIVE_INFINITY;
			double c = StrictMath.cos(angle), s = StrictMath.sin(angle), dx = px - x, dy = py - y;
			double u = (dx * c + dy * s) / a, v = (dy * c - dx * s) / b;
			return Math.sqrt((u * u + v * v) / cut);
		}

		/** From the centre to the outline, along a direction. */
		double extent(double direction) {
			double u = StrictMath.cos(direction - angle) / a, v = StrictMath.sin(direction - angle) / b;
			return 1 / Math.sqrt(u * u + v * v);
		}

		Nucleus movedTo(double newX, double newY) {
			return new Nucleus(newX, newY, a, b, angle, brightness, z, halfDepth);
		}

		double reach() {
			return Math.max(a, b);
		}
	}

	private static final double EDGE = 1.1;

	private final int width, height;
	private final Random random;
	final List<Nucleus> all = new ArrayList<>();

	Nuclei(int width, int height, long seed) {
		this.width = width;
		this.height = height;
		random = new Random(seed);
	}

	/** Adds nuclei that lie apart from all others. */
	void addSingle(int n, double slices) {
		while (n > 0) {
			Nucleus one = nucleus(between(4, width - 4), between(4, height - 4), slices);
			if (!free(one, all)) continue;
			all.add(one);
			n--;
		}
	}

	/** Adds pairs whose outlines touch. */
	void addPairs(int n) {
		while (n > 0) {
			Nucleus one = nucleus(between(40, width - 40), between(40, height - 40), 1), at = nucleus(0, 0, 1);
			double direction = between(0, 2 * Math.PI), gap = one.extent(direction) + at.extent(direction) + 0.5;
			Nucleus other = at.movedTo(one.x() + gap * StrictMath.cos(direction), one.y() + gap * StrictMath.sin(direction));
			if (!free(one, all) || !free(other, all)) continue;
			all.add(one);
			all.add(other);
			n--;
		}
	}

	private Nucleus nucleus(double x, double y, double slices) {
		double a = between(13, 19);
		return new Nucleus(x, y, a, a * between(0.68, 0.95), between(0, Math.PI), between(75, 170), between(0, slices - 1),
			slices == 1 ? 1 : between(1.4, 2.4));
	}

	private static boolean free(Nucleus one, List<Nucleus> others) {
		return others.stream().allMatch(o -> Math.hypot(o.x() - one.x(), o.y() - one.y()) > o.reach() + one.reach() + 5);
	}

	/** The truth of a slice: pixel value n is the n-th nucleus, 0 background. */
	byte[] ids(double depth) {
		byte[] ids = new byte[width * height];
		for (int i = 0; i < ids.length; i++) {
			double nearest = 1;
			for (int n = 0; n < all.size(); n++) {
				double r = all.get(n).radiusAt(i % width + 0.5, i / width + 0.5, depth);
				if (r >= nearest) continue;
				nearest = r;
				ids[i] = (byte) (n + 1);
			}
		}
		return ids;
	}

	/** The fluorescence of a slice. */
	byte[] stained(double depth) {
		double[] light = texture(5);
		for (int i = 0; i < light.length; i++) {
			double shape = 0;
			for (Nucleus n : all) {
				double r = n.radiusAt(i % width + 0.5, i / width + 0.5, depth);
				if (r < 3) shape = Math.max(shape, n.brightness() / (1 + StrictMath.exp((r - 1) * n.b() / EDGE)));
			}
			light[i] = shape * (0.8 + 0.4 * light[i]);
		}
		return photographed(light);
	}

	/** A marker of the bodies around the nuclei: a broad halo that leaves the nucleus dark. */
	byte[] bodies(double depth) {
		double[] light = texture(8);
		for (int i = 0; i < light.length; i++) {
			double shape = 0;
			for (Nucleus n : all) {
				double r = n.radiusAt(i % width + 0.5, i / width + 0.5, depth);
				if (r < 4) shape = Math.max(shape, 110 / (1 + StrictMath.exp((r - 1.9) * 6)) * (r < 1 ? 0.45 : 1));
			}
			light[i] = shape * (0.6 + 0.8 * light[i]);
		}
		return photographed(light);
	}

	/** Smooth noise in 0..1 from a grid of random values. */
	private double[] texture(int cell) {
		int columns = width / cell + 2, rows = height / cell + 2;
		double[] grid = new double[columns * rows];
		for (int i = 0; i < grid.length; i++)
			grid[i] = random.nextDouble();
		double[] texture = new double[width * height];
		for (int i = 0; i < texture.length; i++) {
			int x = i % width, y = i / width, at = y / cell * columns + x / cell;
			double fx = (double) (x % cell) / cell, fy = (double) (y % cell) / cell;
			double top = grid[at] * (1 - fx) + grid[at + 1] * fx;
			double bottom = grid[at + columns] * (1 - fx) + grid[at + columns + 1] * fx;
			texture[i] = top * (1 - fy) + bottom * fy;
		}
		return texture;
	}

	/** Adds what a camera adds: light that falls off to one corner, haze, noise that grows with brightness. */
	private byte[] photographed(double[] light) {
		byte[] pixels = new byte[light.length];
		for (int i = 0; i < light.length; i++) {
			double x = (double) (i % width) / width, y = (double) (i / width) / height;
			double seen = 12 + 34 * x * y + 10 * (1 - y) + light[i] * (1 - 0.25 * x);
			double value = seen + random.nextGaussian() * (1.5 + 0.35 * Math.sqrt(seen));
			pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
		}
		return pixels;
	}

	private double between(double low, double high) {
		return low + (high - low) * random.nextDouble();
	}
}
