package triptych.pipeline.prepare;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import triptych.core.Plane;
import triptych.core.PlaneView;
import triptych.core.TriptychException;

/**
 * A plane seen with the channels that a model wants (channels=auto): the same number as it is, a
 * grey plane repeated, a colour plane averaged to grey; anything else is told with the list of
 * channels.
 */
final class ModelChannels extends PlaneView {

	private final int channels;
	private float[] buffer = new float[0];

	private ModelChannels(Plane plane, int channels) {
		super(plane);
		this.channels = channels;
	}

	static Plane of(Plane plane, int channels) {
		if (plane.channels() == channels) return plane;
		if (plane.channels() == 1 && channels == 3 || plane.colour() && channels == 1)
			return new ModelChannels(plane, channels);
		String list = IntStream.range(0, plane.channels())
			.mapToObj(plane::channelName)
			.collect(Collectors.joining(", "));
		String example = IntStream.rangeClosed(1, channels)
			.mapToObj(c -> String.valueOf(Math.min(c, plane.channels())))
			.collect(Collectors.joining(","));
		String wanted = channels == 1 ? "1 channel" : channels + " channels";
		throw new TriptychException("The model takes " + wanted + ", the image has " + plane.channels()
			+ " (" + list + "); name the ones to use with channels=, such as channels=" + example + ".");
	}

	@Override
	public int channels() {
		return channels;
	}

	@Override
	public boolean colour() {
		return channels == 3;
	}

	@Override
	public boolean bytes() {
		return channels == 3 && plane.bytes();
	}

	@Override
	public String channelName(int c) {
		return channels == 1 ? "grey" : plane.channelName(0);
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		int n = w * h;
		if (channels == 3) {
			plane.read(x, y, w, h, into);
			System.arraycopy(into, 0, into, n, n);
			System.arraycopy(into, 0, into, 2 * n, n);
			return;
		}
		if (buffer.length < 3 * n) buffer = new float[3 * n];
		plane.read(x, y, w, h, buffer);
		for (int i = 0; i < n; i++)
			into[i] = (buffer[i] + buffer[n + i] + buffer[2 * n + i]) / 3;
	}
}
