package triptych.ij.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import ij.ImagePlus;
import ij.io.FileInfo;
import triptych.core.TriptychException;

/**
 * Tells files that were cut off, by a copy that stopped or a full disk: every part that the file
 * itself announces must lie inside it. Nothing is decoded. ImageJ's TiffDecoder is no help with the
 * TIFF part: it follows a ring of directories for ever and reads on behind the end of a file.
 */
final class TruncationCheck {

	private static final int WIDTH = 256, HEIGHT = 257, BITS = 258, DESCRIPTION = 270, SAMPLES = 277;
	private static final int REDUCED = 254, COMPRESSION = 259;
	/** No compression that ImageJ reads packs more pixels into a byte. */
	private static final long DENSEST = 2000;
	private static final int STRIP_OFFSETS = 273, STRIP_BYTES = 279;
	private static final int TILE_OFFSETS = 324, TILE_BYTES = 325;
	private static final long PNG = 0x89504e470d0a1a0aL;
	private static final int BLOCK = 1 << 16;

	private static final Pattern ANYMAP = Pattern
		.compile("P([1-6])\\s(?:\\s|#[^\n]*\n)*+(\\d{1,9})\\s+(\\d{1,9})\\s");

	/** The largest value follows width and height. */
	private static final Pattern LARGEST = Pattern.compile("\\G(?:\\s|#[^\n]*\n)*+(\\d{1,9})\\s");

	private final FileChannel channel;
	private final long length;
	private ByteOrder order = ByteOrder.BIG_ENDIAN;

	private TruncationCheck(FileChannel channel) throws IOException {
		this.channel = channel;
		length = channel.size();
	}

	/** @throws TriptychException where a TIFF, PNG or JPEG file ends too early */
	static void check(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			TruncationCheck f = new TruncationCheck(channel);
			if (f.length < 8) return;
			f.anymap();
			long head = f.bytes(0, 8).getLong();
			if (head == PNG) f.png();
			else if (head >>> 40 == 0xffd8ff) f.jpeg();
			else if (head >>> 32 == 0x49492b00L || head >>> 32 == 0x4d4d002bL)
				throw unread(file, "a BigTIFF");
			else if (head >>> 32 == 0x49492a00L || head >>> 32 == 0x4d4d002aL) f.tiff();
		}
		catch (UnsupportedEncodingException e) {
			throw unread(file, e.getMessage());
		}
		catch (EOFException e) {
			throw cutOff(file, e);
		}
		catch (StreamCorruptedException e) {
			throw new TriptychException("The file \"" + file + "\" is damaged; copy it again.", e);
		}
	}

	/**
	 * Formats that hold their pixels as they are (DICOM, PGM) cannot be shorter than their pixels.
	 */
	static void check(Path file, ImagePlus image) throws IOException {
		FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.fileFormat != FileInfo.DICOM && info.fileFormat != FileInfo.PGM)
			return;
		long pixels = (long) image.getWidth() * image.getHeight() * image.getStackSize();
		int depth = image.getBitDepth(), bits = depth == 24 || depth == 8 ? depth : 16;
		if (info.fileFormat == FileInfo.PGM) try (FileChannel channel = FileChannel.open(file)) {
			// P4 holds black and white, eight pixels in a byte.
			if (new TruncationCheck(channel).bytes(1, 1).get() == '4') bits = 1;
		}
		if (Files.size(file) < pixels * bits / 8) throw cutOff(file, null);
	}

	private static TriptychException unread(Path file, String what) {
		return new TriptychException("The file \"" + file + "\" is " + what
			+ ", which cannot be read here; open it with Bio-Formats (in Fiji: File > Import) and save"
			+ " it as TIFF without compression.");
	}

	private static TriptychException cutOff(Path file, Throwable cause) {
		return new TriptychException("The file \"" + file
			+ "\" is cut off: it ends before all its pixels are there; copy it again.", cause);
	}

	private ByteBuffer bytes(long at, int n) throws IOException {
		if (at < 0 || at + n > length) throw new EOFException();
		ByteBuffer bytes = ByteBuffer.allocate(n).order(order);
		while (bytes.hasRemaining())
			if (channel.read(bytes, at + bytes.position()) < 0) throw new EOFException();
		return bytes.flip();
	}

	/**
	 * The chunks follow one another up to the one called IEND; each ends with a check of what it
	 * holds.
	 */
	private void png() throws IOException {
		for (long at = 8; true;) {
			ByteBuffer chunk = bytes(at, 8);
			long size = chunk.getInt() & 0xffffffffL;
			boolean last = chunk.getInt() == 0x49454e44;
			CRC32 check = new CRC32();
			check.update(chunk.array(), 4, 4);
			for (long left = size, from = at + 8; left > 0;) {
				int n = (int) Math.min(left, BLOCK);
				check.update(bytes(from, n).array(), 0, n);
				from += n;
				left -= n;
			}
			at += 12 + size;
			if (bytes(at - 4, 4).getInt() != (int) check.getValue()) throw new StreamCorruptedException();
			if (last) return;
		}
	}

	/**
	 * After the head comes the picture and then the marker of its end; thumbnails in the head have
	 * one of their own.
	 */
	private void jpeg() throws IOException {
		long at = 2;
		while (true) {
			ByteBuffer segment = bytes(at, 4);
			if ((segment.get() & 0xff) != 0xff) return;
			int marker = segment.get() & 0xff;
			if (marker == 0xff) {
				at++;
				continue;
			}
			boolean frame = marker >= 0xc0 && marker <= 0xc2;
			if (frame && bytes(at + 9, 1).get() == 4)
				throw new UnsupportedEncodingException("a CMYK JPEG (four colours for print)");
			at += 2 + (segment.getShort() & 0xffff);
			if (marker == 0xda) break;
		}
		long from = Math.max(at, length - BLOCK);
		byte[] tail = bytes(from, (int) (length - from)).array();
		for (int i = tail.length - 2; i >= 0; i--)
			if ((tail[i] & 0xff) == 0xff && (tail[i + 1] & 0xff) == 0xd9) return;
		throw new EOFException();
	}

	/** The head of a PBM, PGM or PPM says how many pixels follow, each of a bit at least. */
	private void anymap() throws IOException {
		ByteBuffer start = bytes(0, (int) Math.min(length, 4096));
		Matcher head = ANYMAP.matcher(StandardCharsets.ISO_8859_1.decode(start));
		if (!head.lookingAt()) return;
		long pixels = Long.parseLong(head.group(2)) * Long.parseLong(head.group(3));
		int kind = Integer.parseInt(head.group(1));
		if (pixels / (kind == 4 ? 8 : 1) > length) throw new EOFException();
		Matcher most = LARGEST.matcher(StandardCharsets.ISO_8859_1.decode(start.rewind()));
		if (kind >= 5 && most.find(head.end() - 1)) {
			int bytes = Integer.parseInt(most.group(1)) > 255 ? 2 : 1;
			if (most.end() + pixels * bytes * (kind == 6 ? 3 : 1) > length) throw new EOFException();
		}
		// 2 and 3 are text, which says the largest value first.
		long numbers = kind == 3 ? 3 * pixels + 1 : pixels + 1;
		if ((kind == 2 || kind == 3) && numbersFrom(head.end() - 1, numbers) < numbers)
			throw new EOFException();
	}

	/** How many numbers are written in digits from a place on, counted up to as many as needed. */
	private long numbersFrom(long at, long enough) throws IOException {
		long numbers = 0;
		boolean inside = false, comment = false;
		for (long from = at; from < length && numbers < enough; from += BLOCK) {
			byte[] block = bytes(from, (int) Math.min(BLOCK, length - from)).array();
			for (byte b : block) {
				if (b == '#') comment = true;
				else if (b == '\n') comment = false;
				boolean digit = b >= '0' && b <= '9' && !comment;
				if (digit && !inside) numbers++;
				inside = digit;
			}
		}
		return numbers;
	}

	private void tiff() throws IOException {
		order = bytes(0, 2).get() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		Set<Long> seen = new HashSet<>();
		for (long at = unsigned(4); at != 0;) {
			// ImageJ would follow a ring of directories for ever.
			if (!seen.add(at)) throw new StreamCorruptedException();
			int entries = bytes(at, 2).getShort() & 0xffff;
			directory(bytes(at + 2, 12 * entries), entries, seen.size() == 1);
			// Some writers leave out the link that follows the last directory.
			long link = at + 2 + 12L * entries;
			at = link + 4 > length ? 0 : unsigned(link);
		}
	}

	private void directory(ByteBuffer entries, int n, boolean first) throws IOException {
		long[] offsets = {}, sizes = {};
		long planes = 1, plane = 1, compression = 1;
		for (int i = 0; i < n; i++) {
			int tag = entries.getShort(12 * i) & 0xffff;
			if (tag == COMPRESSION) compression = values(entries, 12 * i)[0];
			if (tag == TILE_OFFSETS) throw new UnsupportedEncodingException("a tiled TIFF");
			if (tag == BITS && values(entries, 12 * i)[0] == 64)
				throw new UnsupportedEncodingException("a TIFF of 64-bit numbers");
			if (first && tag == REDUCED && (values(entries, 12 * i)[0] & 1) == 1)
				throw new UnsupportedEncodingException("a TIFF whose first page is only a thumbnail");
			if (tag == STRIP_OFFSETS || tag == TILE_OFFSETS) offsets = values(entries, 12 * i);
			if (tag == STRIP_BYTES || tag == TILE_BYTES) sizes = values(entries, 12 * i);
			if (tag == WIDTH || tag == HEIGHT || tag == SAMPLES) plane *= values(entries, 12 * i)[0];
			if (tag == BITS) plane = plane * values(entries, 12 * i)[0] / 8;
			if (tag == DESCRIPTION) planes = planes(entries, 12 * i);
		}
		if (compression >= 2 && compression <= 4)
			throw new UnsupportedEncodingException("a CCITT-compressed TIFF");
		if (compression == 6 || compression == 7)
			throw new UnsupportedEncodingException("a JPEG-compressed TIFF");
		if (plane > length * (compression == 1 ? 1 : DENSEST)) throw new EOFException();
		for (int i = 0; i < Math.min(offsets.length, sizes.length); i++)
			if (offsets[i] + sizes[i] > length) throw new EOFException();
		// The planes of ImageJ's stacks lie one after the other, and where there are too many it writes
		// one directory only.
		if (first && planes > 1 && offsets.length > 0 && offsets[0] + plane * planes > length)
			throw new EOFException();
	}

	private int planes(ByteBuffer entries, int at) throws IOException {
		int n = entries.getInt(at + 4);
		if (n < 7 || n > 1 << 20) return 1;
		ByteBuffer description = bytes(entries.getInt(at + 8) & 0xffffffffL, n);
		String text = StandardCharsets.ISO_8859_1.decode(description).toString();
		if (!text.startsWith("ImageJ")) return 1;
		return text.lines()
			.filter(l -> l.matches("images=\\d{1,9}"))
			.mapToInt(l -> Integer.parseInt(l.substring(7)))
			.findFirst()
			.orElse(1);
	}

	/** One value lies in the entry itself, several lie where it points to. */
	private long[] values(ByteBuffer entries, int at) throws IOException {
		int type = entries.getShort(at + 2), n = entries.getInt(at + 4), width = type == 3 ? 2 : 4;
		if (type != 3 && type != 4 || n < 1 || (long) n * width > length)
			throw new StreamCorruptedException();
		ByteBuffer from = n * width <= 4 ? entries.slice(at + 8, 4).order(order)
			: bytes(entries.getInt(at + 8) & 0xffffffffL, n * width);
		long[] values = new long[n];
		for (int i = 0; i < n; i++)
			values[i] = type == 3 ? from.getShort() & 0xffff : from.getInt() & 0xffffffffL;
		return values;
	}

	private long unsigned(long at) throws IOException {
		return bytes(at, 4).getInt() & 0xffffffffL;
	}
}
