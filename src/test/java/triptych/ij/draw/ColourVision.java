package triptych.ij.draw;

import java.awt.Color;

/**
 * How colours look to eyes with and without all three kinds of cones: the matrices of Machado,
 * Oliveira and Fernandes (A physiologically-based model for simulation of color vision deficiency,
 * 2009, severity 1.0), which act on linear RGB, and distances in CIE Lab (1976, D65).
 */
enum ColourVision {

	NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
	PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
		1.051998),
	DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
		0.968881),
	TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
		0.303900);

	private static final double[] TO_XYZ = { 0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522,
		0.0721750, 0.0193339, 0.1191920, 0.9503041 };

	private final double[] cones;

	ColourVision(double... cones) {
		this.cones = cones;
	}

	/** The distance of two colours to those eyes to which they are most alike. */
	static double leastDistance(Color a, Color b) {
		double least = Double.MAX_VALUE;
		for (ColourVision eyes : values())
			least = Math.min(least, eyes.distance(a, b));
		return least;
	}

	double distance(Color a, Color b) {
		double[] p = lab(a), q = lab(b);
		return Math
			.sqrt(Math.pow(p[0] - q[0], 2) + Math.pow(p[1] - q[1], 2) + Math.pow(p[2] - q[2], 2));
	}

	double[] lab(Color c) {
		double[] seen = times(cones, linear(c.getRed()), linear(c.getGreen()), linear(c.getBlue()));
		for (int i = 0; i < 3; i++)
			seen[i] = Math.max(0, Math.min(1, seen[i]));
		double[] xyz = times(TO_XYZ, seen);
		double x = bent(xyz[0] / 0.95047), y = bent(xyz[1]), z = bent(xyz[2] / 1.08883);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	private static double linear(int v) {
		double c = v / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}

	private static double bent(double t) {
		return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
	}

	private static double[] times(double[] m, double... v) {
		double[] out = new double[3];
		for (int i = 0; i < 3; i++)
			out[i] = m[3 * i] * v[0] + m[3 * i + 1] * v[1] + m[3 * i + 2] * v[2];
		return out;
	}
}
