package triptych.pipeline.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.core.Float16;
import triptych.core.Plane;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Side;
import triptych.model.Windows;

/**
 * Makes a model's input of a plane: channels, size, padding and normalisation in one go, source row
 * by source row, straight into one direct buffer that is reused from call to call. Not for several
 * threads at once.
 */
public final class Preprocessor {

	private final InputSpec in;
	private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

	public Preprocessor(InputSpec in) {
		this.in = in;
	}

	public Prepared prepare(Plane source) {
		return prepare(source, scaling(source));
	}

	/** How the values of a plane are scaled, for the plane itself or for its tiles. */
	public Scaling scaling(Plane source) {
		return Scaling.of(in, ModelChannels.of(source, in.channels()));
	}

	Prepared prepare(Plane source, Scaling scaling) {
		Plane plane = ModelChannels.of(source, in.channels());
		Fitting fit = Fitting.of(in, plane.width(), plane.height());
		int c = in.channels(), w = fit.inputWidth(), h = fit.inputHeight();
		long[] shape = switch (in.layout()) {
			case NCHW -> new long[] { 1, c, h, w };
			case NHWC -> new long[] { 1, h, w, c };
			case CHW -> new long[] { c, h, w };
		};
		long bytes = Tensor.elements(shape) * in.type().bytes();
		if (bytes > Integer.MAX_VALUE) throw new TriptychException("An input of " + w + " x " + h
			+ " pixels with " + c + " channels is too large for one run of the model.");
		if (buffer.capacity() < bytes) buffer = ByteBuffer.allocateDirect((int) bytes);
		ByteBuffer data = buffer.duplicate().limit((int) bytes).slice().order(ByteOrder.nativeOrder());
		fill(plane, fit, scaling, data);
		List<Tensor> tensors = new ArrayList<>();
		Tensor image = new Tensor(in.name(), shape, in.type(), data);
		tensors.add(in.fit() == Fit.WINDOWS ? windows(image) : image);
		for (Side side : in.sides())
			tensors.add(SideInput.tensor(side, fit, plane));
		return new Prepared(tensors, fit.placement(plane.width(), plane.height()));
	}

	/** Squares of an image as a batch. */
	private static Tensor windows(Tensor image) {
		int channels = (int) image.shape()[1], h = (int) image.shape()[2], w = (int) image.shape()[3];
		Windows windows = new Windows(w, h);
		int edge = windows.edge(), bytes = image.type().bytes();
		int[] starts = windows.starts();
		ByteBuffer all = ByteBuffer.allocateDirect(starts.length * channels * edge * edge * bytes)
			.order(ByteOrder.nativeOrder());
		ByteBuffer from = image.data();
		for (int start : starts)
			for (int k = 0; k < channels; k++)
				for (int y = 0; y < edge; y++) {
					int at = (k * h + windows.top(start) + y) * w + windows.left(start);
					all.put(from.slice(at * bytes, edge * bytes));
				}
		long[] shape = { starts.length, channels, edge, edge };
		return new Tensor(image.name(), shape, image.type(), all.flip());
	}

	private void fill(Plane plane, Fitting fit, Scaling scaling, ByteBuffer data) {
		Resampler rows = new Resampler(plane, fit, in.resize(), in.magnification() == 1);
		int channels = in.channels(), w = fit.inputWidth(), h = fit.inputHeight();
		boolean mirror = Double.isNaN(in.fill());
		float[] row = new float[w];
		FloatBuffer floats = data.asFloatBuffer();
		for (int y = 0; y < h; y++) {
			int inside = y - fit.top();
			boolean padding = inside < 0 || inside >= fit.height();
			if (padding && mirror) inside = Resampler.mirrored(inside, fit.height());
			for (int k = 0; k < channels; k++) {
				int channel = in.bgr() ? channels - 1 - k : k;
				float fill = mirror ? 0 : scaling.normalised(in.fill() * plane.maxValue() / 255, k);
				if (padding && !mirror) Arrays.fill(row, fill);
				else {
					rows.row(inside, channel, row, fill, mirror);
					// Beside the image stands either the fill, which is scaled already, or more of the image.
					scaling.apply(row, mirror ? 0 : Math.max(0, fit.left()),
						mirror ? w : Math.min(w, fit.left() + fit.width()), k);
				}
				if (in.layout() != Layout.NHWC && in.type() == TensorType.FLOAT)
					floats.put((k * h + y) * w, row, 0, w);
				else write(row, data, k, y, w, h);
			}
		}
	}

	private void write(float[] row, ByteBuffer data, int channel, int y, int w, int h) {
		boolean nchw = in.layout() != Layout.NHWC;
		int at = nchw ? (channel * h + y) * w : y * w * in.channels() + channel;
		int step = nchw ? 1 : in.channels();
		switch (in.type()) {
			case FLOAT16 -> {
				for (int x = 0; x < w; x++, at += step)
					data.putShort(2 * at, Float16.fromFloat(row[x]));
			}
			case UINT8 -> {
				for (int x = 0; x < w; x++, at += step)
					data.put(at, (byte) Math.max(0, Math.min(255, Math.round(row[x]))));
			}
			case INT64 -> {
				for (int x = 0; x < w; x++, at += step)
					data.putLong(8 * at, Math.round(row[x]));
			}
			default -> {
				for (int x = 0; x < w; x++, at += step)
					data.putFloat(4 * at, row[x]);
			}
		}
	}
}
