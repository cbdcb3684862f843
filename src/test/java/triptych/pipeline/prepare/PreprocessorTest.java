package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Side;
import triptych.model.InputSpec.SideKind;
import triptych.model.InputSpec.Values;

/** Values, types and layouts of what a model gets. */
class PreprocessorTest {

	private static final double[] ZERO = new double[3], ONE = { 1, 1, 1 }, NO = {};

	@ParameterizedTest
	@EnumSource(value = TensorType.class, names = { "FLOAT", "FLOAT16", "UINT8", "INT64" })
	void everyTypeAndLayoutHoldsTheSameValues(TensorType type) {
		Planted plane = Planted.counting(4, 2, 3);
		float[] last = new float[24];
		for (int i = 0; i < 24; i++)
			last[i % 8 * 3 + i / 8] = i;
		for (Layout layout : Layout.values()) {
			Tensor in = new Preprocessor(Planted.input(type, layout, 3, 4, 2, false, 1, ZERO, ONE, NO))
				.prepare(plane)
				.tensors()
				.get(0);
			assertEquals(type, in.type());
			assertEquals(ByteOrder.nativeOrder(), in.data().order());
			assertEquals(24 * type.bytes(), in.data().remaining());
			long[] shape = switch (layout) {
				case NCHW -> new long[] { 1, 3, 2, 4 };
				case NHWC -> new long[] { 1, 2, 4, 3 };
				case CHW -> new long[] { 3, 2, 4 };
			};
			assertArrayEquals(shape, in.shape());
			assertArrayEquals(layout == Layout.NHWC ? last : plane.values(), Planted.floats(in),
				layout.toString());
		}
	}

	@Test
	void bytesAreRoundedAndNotWrapped() {
		Planted plane = Planted.grey(4, 1, 0.4f, 0.6f, 254.5f, 300);
		InputSpec in = Planted.input(TensorType.UINT8, Layout.NCHW, 1, 4, 1, false, 1, new double[1],
			new double[] { 1 }, NO);
		assertArrayEquals(new float[] { 0, 1, 255, 255 }, Planted.prepared(in, plane));
		InputSpec below = Planted.input(TensorType.UINT8, Layout.NCHW, 1, 4, 1, false, 1,
			new double[] { 10 }, new double[] { 1 }, NO);
		assertArrayEquals(new float[] { 0, 0, 245, 245 }, Planted.prepared(below, plane), 1);
	}

	@Test
	void bgrTurnsTheChannelsAndMeanAndStdFollowTheModelsOrder() {
		Planted plane = new Planted(1, 1, 3, 255, true, 255, 51, 0);
		float[] made = Planted.prepared(Planted.input(TensorType.FLOAT, Layout.NCHW, 3, 1, 1, true,
			1 / 255.0, new double[] { 0.1, 0.2, 0.3 }, new double[] { 1, 2, 4 }, NO), plane);
		assertArrayEquals(new float[] { -0.1f, 0, 0.175f }, made, 1e-6f);
	}

	@Test
	void fullBrightnessCountsAs255WhateverTheDepth() {
		InputSpec in = Planted.input(TensorType.FLOAT, Layout.NCHW, 1, 2, 1, false, 1 / 255.0,
			new double[1], new double[] { 1 }, NO);
		assertArrayEquals(new float[] { 0.2f, 1 },
			Planted.prepared(in, new Planted(2, 1, 1, 255, false, 51, 255)), 1e-6f);
		assertArrayEquals(new float[] { 0.2f, 1 },
			Planted.prepared(in, new Planted(2, 1, 1, 65535, false, 13107, 65535)), 1e-6f);
		assertArrayEquals(new float[] { 0.2f, 1 },
			Planted.prepared(in, new Planted(2, 1, 1, 1, false, 0.2f, 1)), 1e-6f);
	}

	@Test
	void paddingIsNormalisedOnceAtEveryDepth() {
		for (double max : new double[] { 1, 255, 65535 }) {
			InputSpec in = new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, 2, 4, 0, Fit.LETTERBOX,
				0, Align.CENTER, 114, Resize.BILINEAR, false, 1 / 255.0, new double[] { 0.5 },
				new double[] { 0.25 }, NO, 0);
			float white = 2, grey = (float) ((114 / 255.0 - 0.5) / 0.25);
			assertArrayEquals(new float[] { grey, white, white, grey, grey, white, white, grey },
				Planted.prepared(in, new Planted(1, 1, 1, max, false, (float) max)), 1e-5f,
				"full brightness " + max);
			InputSpec high = new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, 3, 1, 0, Fit.LETTERBOX,
				0, Align.CENTER, 114, Resize.BILINEAR, false, 1 / 255.0, new double[] { 0.5 },
				new double[] { 0.25 }, NO, 0);
			assertArrayEquals(new float[] { grey, white, grey },
				Planted.prepared(high, new Planted(1, 1, 1, max, false, (float) max)), 1e-5f,
				"full brightness " + max);
		}
	}

	@Test
	void greyIsRepeatedForThreeChannels() {
		assertArrayEquals(new float[] { 5, 9, 5, 9, 5, 9 },
			Planted.prepared(
				Planted.input(TensorType.FLOAT, Layout.NCHW, 3, 2, 1, false, 1, ZERO, ONE, NO),
				Planted.grey(2, 1, 5, 9)));
	}

	@Test
	void colourIsAveragedForOneChannel() {
		InputSpec in = Planted.input(TensorType.FLOAT, Layout.NCHW, 1, 2, 1, false, 1, new double[1],
			new double[] { 1 }, NO);
		assertArrayEquals(new float[] { 20, 3 },
			Planted.prepared(in, new Planted(2, 1, 3, 255, true, 10, 3, 20, 3, 30, 3)));
	}

	@Test
	void threeChannelsThatAreNoColourAreNotAveraged() {
		InputSpec in = Planted.input(TensorType.FLOAT, Layout.NCHW, 1, 2, 1, false, 1, new double[1],
			new double[] { 1 }, NO);
		Planted plane = new Planted(2, 1, 3, 255, false, new float[6]);
		TriptychException e = assertThrows(TriptychException.class, () -> Planted.prepared(in, plane));
		assertTrue(e.getMessage().contains("takes 1 channel")
			&& e.getMessage().contains("channel 1, channel 2, channel 3"), e.getMessage());
	}

	@Test
	void theDirectBufferIsTheSameFromCallToCall() {
		Preprocessor p = new Preprocessor(
			Planted.input(Fit.PAD, Resize.BILINEAR, 0, 0, 4, Align.CENTER, 0));
		Tensor large = p.prepare(Planted.counting(8, 8, 1)).tensors().get(0);
		assertTrue(large.data().isDirect());
		Tensor small = p.prepare(Planted.counting(3, 2, 1)).tensors().get(0);
		assertEquals(16, small.size());
		small.data().putFloat(0, -1);
		assertEquals(-1, large.data().getFloat(0), "both are views of one buffer");
		Tensor again = p.prepare(Planted.counting(8, 8, 1)).tensors().get(0);
		again.data().putFloat(4, -2);
		assertEquals(-2, small.data().getFloat(4), "both are views of one buffer");
	}

	@Test
	void nothingOfTheRunBeforeStaysInThePadding() {
		Preprocessor p = new Preprocessor(Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 6, 6));
		p.prepare(Planted.counting(6, 6, 1));
		float[] reused = Planted.floats(p.prepare(Planted.counting(6, 2, 1)).tensors().get(0));
		assertArrayEquals(Planted.prepared(Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 6, 6),
			Planted.counting(6, 2, 1)), reused);
	}

	@Test
	void aTooLargeInputIsTold() {
		InputSpec in = Planted.input(TensorType.FLOAT, Layout.NCHW, 1, 40000, 40000, false, 1,
			new double[1], new double[] { 1 }, NO);
		TriptychException e = assertThrows(TriptychException.class,
			() -> Planted.prepared(in, Planted.grey(1, 1, 0)));
		assertTrue(e.getMessage().contains("40000 x 40000"), e.getMessage());
	}

	/** What PaddleDetection's exports want beside the image: its height before its width. */
	@Test
	void theSizeAndTheScaleOfTheImageAreFilledIn() {
		List<Side> sides = List.of(new Side("im_shape", TensorType.FLOAT, SideKind.HEIGHT_WIDTH),
			new Side("scale_factor", TensorType.FLOAT, SideKind.UNSCALED));
		InputSpec in = new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, 32, 64, 0, Fit.STRETCH, 0,
			0, Align.CENTER, 0, Resize.BILINEAR, false, 1, new double[1], new double[] { 1 },
			new double[0], Values.BRIGHTNESS, sides, 0);
		List<Tensor> tensors = new Preprocessor(in).prepare(Planted.counting(9, 7, 1)).tensors();
		assertArrayEquals(new float[] { 32, 64 }, Planted.floats(tensors.get(1)));
		assertArrayEquals(new float[] { 1, 1 }, Planted.floats(tensors.get(2)));
	}
}
