package triptych.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * DJL's block over a session of ours. Arrays that follow the inputs in the list are where the
 * outputs are to be written; without them ONNX Runtime makes the outputs, and the {@link Call} of
 * this thread keeps them.
 */
final class SessionBlock extends OrtSymbolBlock {

	private final OrtSession session;

	SessionBlock(OrtSession session, OrtNDManager manager) {
		super(session, manager);
		this.session = session;
	}

	@Override
	protected NDList forwardInternal(ParameterStore store, NDList arrays, boolean training,
		PairList<String, Object> more)
	{
		int inputs = (int) session.getNumInputs();
		Call call = Call.current();
		NDList outputs = arrays.subNDList(inputs);
		Map<String, OnnxTensor> in = tensors(arrays.subList(0, inputs));
		Map<String, OnnxTensor> out = tensors(outputs);
		try (OrtSession.Result result = run(in, out, call)) {
			if (out.isEmpty()) call.keep(result);
			return outputs;
		}
		catch (OrtException e) {
			throw new EngineException(e);
		}
	}

	private OrtSession.Result run(Map<String, OnnxTensor> in, Map<String, OnnxTensor> out, Call call)
		throws OrtException
	{
		if (out.isEmpty()) return session.run(in, call.options());
		return session.run(in, Set.of(), out, call.options());
	}

	private static Map<String, OnnxTensor> tensors(Iterable<NDArray> arrays) {
		Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
		for (NDArray array : arrays)
			tensors.put(array.getName(), ((OrtNDArray) array).getTensor());
		return tensors;
	}
}
