package triptych.ij.convert;

import ij.ImagePlus;
import triptych.core.Plane;
import triptych.core.PlaneView;

/**
 * A plane whose values are the calibrated intensities that ImageJ would measure (optical density,
 * signed 16-bit).
 */
public final class MeasuredPlane extends PlaneView {

	private final float[] table;

	private MeasuredPlane(Plane plane, float[] table) {
		super(plane);
		this.table = table;
	}

	/** The plane itself where the image has no intensity calibration. */
	public static Plane of(Plane plane, ImagePlus image) {
		float[] table = image.getCalibration().getCTable();
		return table == null || plane.colour() ? plane : new MeasuredPlane(plane, table);
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		plane.read(x, y, w, h, into);
		for (int i = 0, n = w * h * channels(); i < n; i++)
			into[i] = table[(int) into[i]];
	}
}
