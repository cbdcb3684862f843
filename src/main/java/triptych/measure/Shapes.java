package triptych.measure;

/**
 * Shape descriptors of each id of a label image as ImageJ defines them for the outline of that
 * region: perimeter with corners cut as ImageJ's wand traces them, largest and smallest Feret
 * diameter of the convex hull, area of that hull in square pixels, axes of the ellipse with the
 * same second moments and the same area. Lengths are in the unit of the pixel's width and height.
 * Cost linear in the outlines, memory linear in the ids that occur.
 */
public final class Shapes {

	private final double pixelWidth, pixelHeight;
	/** What a cut corner saves: the two sides of a pixel less its diagonal. */
	private final double saved;
	private final RegionStatistics regions;
	private final double[] perimeter, feret, minFeret, convexArea;

	private Shapes(RegionStatistics regions, double pixelWidth, double pixelHeight) {
		this.regions = regions;
		this.pixelWidth = pixelWidth;
		this.pixelHeight = pixelHeight;
		saved = pixelWidth + pixelHeight
			- Math.sqrt(pixelWidth * pixelWidth + pixelHeight * pixelHeight);
		int n = regions.ids().count() + 1;
		perimeter = new double[n];
		feret = new double[n];
		minFeret = new double[n];
		convexArea = new double[n];
	}

	/** @param regions of the same label image */
	public static Shapes of(int[] labels, int width, int height, RegionStatistics regions,
		double pixelWidth, double pixelHeight)
	{
		return of(LabelRuns.of(labels, width, height), regions, pixelWidth, pixelHeight);
	}

	/** @param regions of the same label image */
	public static Shapes of(LabelRuns runs, RegionStatistics regions, double pixelWidth,
		double pixelHeight)
	{
		Shapes shapes = new Shapes(regions, pixelWidth, pixelHeight);
		runs.eachValue(regions.ids(), (byValue, from, to) -> {
			Outline outline = new Outline();
			ConvexHull hull = new ConvexHull();
			for (int p = from; p < to; p++)
				if (byValue.first()[p] < byValue.first()[p + 1])
					shapes.measure(p, byValue, outline, hull);
		});
		return shapes;
	}

	private void measure(int p, LabelRuns.ByValue runs, Outline outline, ConvexHull hull) {
		hull.begin();
		outline.trace(runs, p, hull);
		hull.close();
		hull.measure(pixelWidth, pixelHeight);
		feret[p] = hull.feret();
		minFeret[p] = hull.minFeret();
		convexArea[p] = hull.area();
		// ImageJ makes a rectangle of a region that is one, unless it is very small, and cuts no
		// corners off it.
		int id = regions.ids().id(p);
		boolean rectangle = outline.rectangle() && regions.width(id) + regions.height(id) >= 8;
		int corners = rectangle ? 0 : outline.cut();
		perimeter[p] = outline.horizontal() * pixelWidth + outline.vertical() * pixelHeight
			- corners * saved;
	}

	public double area(int id) {
		return regions.pixels(id) * pixelWidth * pixelHeight;
	}

	public double perimeter(int id) {
		return perimeter[regions.ids().place(id)];
	}

	/** 4 pi area / perimeter squared, at most 1. */
	public double circularity(int id) {
		double around = perimeter(id);
		return around == 0 ? 0 : Math.min(1, 4 * Math.PI * area(id) / (around * around));
	}

	/** Largest distance of two points of the outline. */
	public double feret(int id) {
		return feret[regions.ids().place(id)];
	}

	/** Smallest width between two parallel lines that hold the region. */
	public double minFeret(int id) {
		return minFeret[regions.ids().place(id)];
	}

	/** Pixels over the area of the convex hull. */
	public double solidity(int id) {
		return regions.pixels(id) / convexArea[regions.ids().place(id)];
	}

	/**
	 * Major over minor axis. ImageJ gives no number where pixels are not square; here it is that of
	 * the true shape. Where a shape is symmetric about a diagonal ImageJ's is off by up to 3e-5,
	 * because it adds a small number there.
	 */
	public double aspectRatio(int id) {
		double u = regions.varianceX(id) * pixelWidth * pixelWidth;
		double v = regions.varianceY(id) * pixelHeight * pixelHeight;
		double c = regions.covariance(id) * pixelWidth * pixelHeight, middle = (u + v) / 2;
		double reach = Math.hypot((u - v) / 2, c);
		// The product of the two is the determinant, which loses no digits where the region is long
		// and thin.
		double large = middle + reach, small = (u * v - c * c) / large;
		return Math.sqrt(large / small);
	}

	/** Length of the major axis of the ellipse with the region's area and second moments. */
	public double major(int id) {
		return 2 * Math.sqrt(area(id) / Math.PI * aspectRatio(id));
	}

	public double minor(int id) {
		return 2 * Math.sqrt(area(id) / Math.PI / aspectRatio(id));
	}

	/**
	 * Of the major axis with the x axis, counterclockwise as seen on the screen, in degrees from 0 up
	 * to below 180.
	 */
	public double angle(int id) {
		double u = regions.varianceX(id) * pixelWidth * pixelWidth;
		double v = regions.varianceY(id) * pixelHeight * pixelHeight;
		double c = regions.covariance(id) * pixelWidth * pixelHeight;
		double angle = Math.toDegrees(Math.atan2(-2 * c, u - v)) / 2;
		return angle < 0 ? angle + 180 : angle + 0.0;
	}

	/** 4 area / (pi major squared). */
	public double roundness(int id) {
		return 1 / aspectRatio(id);
	}
}
