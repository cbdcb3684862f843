package triptych.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.TensorInfo;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;

/**
 * One run of a session on this thread, which another thread can end. It goes round DJL, whose
 * blocks take neither run options nor hand on outputs without a copy.
 */
final class Call implements AutoCloseable {

	private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

	private final RunOptions options;
	private final Runnable ends = this::end;
	private boolean closed, ended;
	private List<Tensor> outputs = List.of();

	private Call() throws OrtException {
		options = new RunOptions();
	}

	/** Begins a run; to be closed on the same thread. */
	static Call begin() {
		try {
			Call call = new Call();
			CURRENT.set(call);
			NativeWork.begin(call.ends);
			return call;
		}
		catch (OrtException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The run of this thread. */
	static Call current() {
		return CURRENT.get();
	}

	RunOptions options() {
		return options;
	}

	/** From another thread: ONNX Runtime leaves the run after the operator it is in. */
	synchronized void end() {
		if (closed) return;
		ended = true;
		try {
			options.setTerminate(true);
		}
		catch (OrtException e) {
			throw new IllegalStateException(e);
		}
	}

	synchronized boolean ended() {
		return ended;
	}

	@Override
	public synchronized void close() {
		closed = true;
		options.close();
		CURRENT.remove();
		NativeWork.end(ends);
	}

	/** Copies what ONNX Runtime frees with its result. */
	void keep(OrtSession.Result result) throws OrtException {
		List<Tensor> kept = new ArrayList<>(result.size());
		for (Map.Entry<String, OnnxValue> output : result)
			kept.add(tensor(output.getKey(), output.getValue()));
		outputs = kept;
	}

	List<Tensor> outputs() {
		return outputs;
	}

	private static Tensor tensor(String name, OnnxValue value) throws OrtException {
		if (!(value instanceof OnnxTensor t)) throw new TriptychException("The model gives \"" + name
			+ "\", which is a list or a map, not a tensor; export it so that it gives tensors only.");
		TensorInfo info = t.getInfo();
		TensorType type = Graphs.type(info.type, name);
		long[] shape = info.getShape();
		double bytes = type.bytes();
		for (long edge : shape)
			bytes *= edge;
		if (bytes > Integer.MAX_VALUE) throw new TriptychException("The model gives \"" + name
			+ "\" with more than 2 GB for this image, which is more than can be read; use a smaller"
			+ " tile=.");
		ByteBuffer data = bytes == 0 ? ByteBuffer.allocate(0) : t.getByteBuffer();
		return new Tensor(name, shape, type, data.order(ByteOrder.nativeOrder()));
	}
}
