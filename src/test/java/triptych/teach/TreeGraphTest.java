package triptych.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.engine.DjlModel;
import triptych.model.onnx.OnnxGraph;
import triptych.teach.learn.Examples;
import triptych.teach.learn.TreeClassifier;
import triptych.teach.learn.TreeLearner;

class TreeGraphTest {

	private static final int WIDTH = 5;

	private static Examples examples(int classes) {
		Random random = new Random(classes);
		int n = 120;
		double[][] rows = new double[n][WIDTH];
		for (double[] row : rows)
			for (int j = 0; j < WIDTH; j++)
				row[j] = (float) random.nextGaussian();
		int[] classOf = IntStream.range(0, n).map(i -> rows[i][0] > 0 ? 0 : 1 + (int) (-9 * rows[i][0]) % (classes - 1)).toArray();
		return new Examples(rows, classOf, new int[n],
			IntStream.range(0, classes).mapToObj(c -> "class " + c).toList());
	}

	/** Of two classes and of many, also where all trees name one. */
	@Test
	void theWrittenTreesGiveTheSameScores() {
		for (int classes : new int[] { 2, 3, 5 }) {
			Examples examples = examples(classes);
			TreeClassifier made = new TreeLearner().learn(examples);
			OnnxGraph graph = new OnnxGraph("trees");
			String features = graph.op("Add", graph.input("image", 1, WIDTH), graph.number(0));
			graph.output("scores", TreeGraph.scores(graph, features, made), 1, classes);
			try (DjlModel model = DjlModel.of(graph.toBytes(), "trees", 1)) {
				double[][] expected = made.scoresOf(examples.features());
				for (int i = 0; i < expected.length; i++) {
					FloatBuffer found = model.runner().run(List.of(row(examples.features()[i])))
						.get(0)
						.floats();
					for (int c = 0; c < classes; c++)
						assertEquals(expected[i][c], found.get(c), 1e-6);
				}
			}
		}
	}

	private static Tensor row(double[] values) {
		ByteBuffer data = ByteBuffer.allocateDirect(4 * WIDTH).order(ByteOrder.nativeOrder());
		for (double v : values)
			data.putFloat((float) v);
		return new Tensor("image", new long[] { 1, WIDTH }, TensorType.FLOAT, data.rewind());
	}
}
