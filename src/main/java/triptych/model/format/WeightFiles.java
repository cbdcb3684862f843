package triptych.model.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files beside an .onnx file in which it keeps weights. Reads the protobuf messages in which
 * such names can stand, and skips the rest, weights above all, so that a model of gigabytes takes
 * milliseconds.
 */
final class WeightFiles {

	/** Graphs in graphs; a real model has a few of them. */
	private static final int MOST_LEVELS = 100;

	/** Fields of a message in which names can stand, and what message each of them is. */
	private enum Message {

		TEXT, ENTRY, TENSOR, SPARSE, ATTRIBUTE, NODE, GRAPH, FUNCTION, MODEL;

		/** Field numbers of onnx.proto3; null where the field tells nothing. */
		Message field(int number) {
			return switch (this) {
				case MODEL -> model(number);
				case FUNCTION -> number == 7 ? NODE : null;
				case GRAPH -> graph(number);
				case NODE -> number == 5 ? ATTRIBUTE : null;
				case ATTRIBUTE -> attribute(number);
				case SPARSE -> number == 1 || number == 2 ? TENSOR : null;
				case TENSOR -> number == 13 ? ENTRY : null;
				case ENTRY -> number == 1 || number == 2 ? TEXT : null;
				case TEXT -> null;
			};
		}

		private static Message model(int number) {
			return switch (number) {
				case 7 -> GRAPH;
				case 25 -> FUNCTION;
				default -> null;
			};
		}

		private static Message graph(int number) {
			return switch (number) {
				case 1 -> NODE;
				case 5 -> TENSOR;
				case 15 -> SPARSE;
				default -> null;
			};
		}

		private static Message attribute(int number) {
			return switch (number) {
				case 5, 10 -> TENSOR;
				case 6, 11 -> GRAPH;
				case 22, 23 -> SPARSE;
				default -> null;
			};
		}
	}

	private final FileChannel file;
	private final Set<String> names = new TreeSet<>();
	private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);
	private long bufferAt = -1;
	private String key = "";

	private WeightFiles(FileChannel file) {
		this.file = file;
	}

	/**
	 * Those that are there, in the order of their names. A file that is no ONNX model has none; what
	 * is wrong with it is told by whoever opens it.
	 */
	static List<Path> of(Path onnx) throws IOException {
		try (FileChannel file = FileChannel.open(onnx, StandardOpenOption.READ)) {
			WeightFiles reader = new WeightFiles(file);
			try {
				reader.read(Message.MODEL, 0, file.size(), MOST_LEVELS);
			}
			catch (IllegalArgumentException e) {
				return List.of();
			}
			return reader.names.stream()
				.flatMap(name -> beside(onnx, name).stream())
				.filter(Files::isRegularFile)
				.toList();
		}
	}

	private static List<Path> beside(Path onnx, String name) {
		try {
			return List.of(onnx.resolveSibling(name));
		}
		catch (InvalidPathException e) {
			return List.of();
		}
	}

	/** @throws IllegalArgumentException where the bytes are no protobuf */
	private void read(Message message, long from, long to, int levels) throws IOException {
		if (levels == 0) throw new IllegalArgumentException("Too deep");
		long at = from;
		while (at < to) {
			long[] tag = number(at, to), length = { 0, 0 };
			at = tag[1];
			int type = (int) tag[0] & 7, field = (int) (tag[0] >>> 3);
			switch (type) {
				case 0 -> at = number(at, to)[1];
				case 1 -> at += 8;
				case 5 -> at += 4;
				case 2 -> {
					length = number(at, to);
					at = length[1];
					if (length[0] < 0 || length[0] > to - at) throw new IllegalArgumentException("Cut off");
					Message inside = message.field(field);
					if (inside == Message.TEXT) text(field, at, length[0]);
					else if (inside != null) read(inside, at, at + length[0], levels - 1);
					at += length[0];
				}
				default -> throw new IllegalArgumentException("No protobuf");
			}
		}
	}

	/** An entry's key stands before its value. */
	private void text(int field, long at, long length) throws IOException {
		if (length > 4096) return;
		byte[] bytes = new byte[(int) length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = at(at + i);
		String text = new String(bytes, StandardCharsets.UTF_8);
		if (field == 1) key = text;
		else if (key.equals("location")) names.add(text);
	}

	/** A number of up to ten bytes, and where it ends. */
	private long[] number(long at, long to) throws IOException {
		long value = 0;
		for (int i = 0; i < 10 && at + i < to; i++) {
			byte b = at(at + i);
			value |= (long) (b & 0x7f) << 7 * i;
			if (b >= 0) return new long[] { value, at + i + 1 };
		}
		throw new IllegalArgumentException("No number");
	}

	private byte at(long position) throws IOException {
		if (bufferAt < 0 || position < bufferAt || position >= bufferAt + buffer.limit()) {
			buffer.clear();
			file.read(buffer, position);
			buffer.flip();
			bufferAt = position;
			if (!buffer.hasRemaining()) throw new IllegalArgumentException("Cut off");
		}
		return buffer.get((int) (position - bufferAt));
	}
}
