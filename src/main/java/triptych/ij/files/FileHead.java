package triptych.ij.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in the heads of a TIFF or JPEG file beside the pixels. Nothing is decoded, and a ring
 * of directories ends at its second visit.
 *
 * @param orientation 1 for upright, up to 8; EXIF and TIFF number them alike
 * @param sizes width and height of each page that is no reduced copy of another; none for a JPEG
 */
record FileHead(int orientation, List<long[]> sizes) {

	private static final int REDUCED = 254, WIDTH = 256, HEIGHT = 257, ORIENTATION = 274;
	private static final int EXIF = 0x45786966, MOST_ENTRIES = 4096;

	static FileHead of(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			if (channel.size() < 8) return new FileHead(1, List.of());
			int start = bytes(channel, 0, 4, ByteOrder.BIG_ENDIAN).getInt();
			if (start == 0x49492a00 || start == 0x4d4d002a) return tiff(channel, 0, true);
			if (start >>> 8 == 0xffd8ff) return jpeg(channel);
			return new FileHead(1, List.of());
		}
	}

	int pages() {
		return sizes.size();
	}

	int pagesOfOtherSize(int width, int height) {
		return (int) sizes.stream().filter(s -> s[0] != width || s[1] != height).count();
	}

	private static ByteBuffer bytes(FileChannel channel, long at, int n, ByteOrder order)
		throws IOException
	{
		if (at < 0 || at + n > channel.size()) throw new EOFException();
		ByteBuffer bytes = ByteBuffer.allocate(n).order(order);
		while (bytes.hasRemaining())
			if (channel.read(bytes, at + bytes.position()) < 0) throw new EOFException();
		return bytes.flip();
	}

	/** Its segments up to the picture; EXIF is a TIFF of its own in one of them. */
	private static FileHead jpeg(FileChannel channel) throws IOException {
		for (long at = 2; at + 12 < channel.size();) {
			ByteBuffer segment = bytes(channel, at, 10, ByteOrder.BIG_ENDIAN);
			int marker = segment.getShort() & 0xffff, length = segment.getShort() & 0xffff;
			if (marker == 0xffda || marker >>> 8 != 0xff) break;
			if (marker == 0xffe1 && segment.getInt() == EXIF)
				return new FileHead(tiff(channel, at + 10, false).orientation(), List.of());
			at += 2 + Math.max(2, length);
		}
		return new FileHead(1, List.of());
	}

	/**
	 * @param base where the TIFF begins in the file
	 * @param all false for the first directory only
	 */
	private static FileHead tiff(FileChannel channel, long base, boolean all) throws IOException {
		ByteBuffer head = bytes(channel, base, 8, ByteOrder.LITTLE_ENDIAN);
		ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		int orientation = 1;
		List<long[]> sizes = new ArrayList<>();
		Set<Long> seen = new HashSet<>();
		for (long at = head.order(order).getInt(4) & 0xffffffffL; at != 0 && seen.add(at);) {
			int n = bytes(channel, base + at, 2, order).getShort() & 0xffff;
			if (n > MOST_ENTRIES) break;
			long[] page = page(bytes(channel, base + at + 2, 12 * n, order), n);
			if (seen.size() == 1 && page[2] >= 1 && page[2] <= 8) orientation = (int) page[2];
			if (page[3] == 0 && page[0] > 0) sizes.add(new long[] { page[0], page[1] });
			long link = at + 2 + 12L * n;
			boolean last = !all || base + link + 4 > channel.size();
			at = last ? 0 : bytes(channel, base + link, 4, order).getInt() & 0xffffffffL;
		}
		return new FileHead(orientation, sizes);
	}

	/** Width, height, orientation, and 1 where it is a reduced copy. */
	private static long[] page(ByteBuffer entries, int n) {
		long[] page = new long[4];
		for (int i = 0; i < n; i++) {
			int tag = entries.getShort(12 * i) & 0xffff;
			boolean small = entries.getShort(12 * i + 2) == 3;
			long value = small ? entries.getShort(12 * i + 8) & 0xffff
				: entries.getInt(12 * i + 8) & 0xffffffffL;
			switch (tag) {
				case WIDTH -> page[0] = value;
				case HEIGHT -> page[1] = value;
				case ORIENTATION -> page[2] = value;
				case REDUCED -> page[3] = value & 1;
				default -> { }
			}
		}
		return page;
	}
}
