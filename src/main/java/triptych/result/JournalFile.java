package triptych.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of lines that only grows and that one process at a time may write. Whatever moment a
 * process is killed at, all lines are there but perhaps the last.
 */
public final class JournalFile implements AutoCloseable {

	/**
	 * Those that are open, by their place. On Linux and macOS a process loses its lock as soon as it
	 * closes any other channel to the same file, so nobody here may open one.
	 */
	private static final Map<Path, JournalFile> OPEN = new HashMap<>();

	private final Path place;
	private final FileChannel channel;
	private long end;

	private JournalFile(Path place, FileChannel channel) throws IOException {
		this.place = place;
		this.channel = channel;
		end = channel.size();
	}

	/** Opens it, new where it is not there; empty where somebody has it open. */
	public static Optional<JournalFile> open(Path file) throws IOException {
		synchronized (OPEN) {
			if (Files.exists(file) && OPEN.containsKey(file.toRealPath())) return Optional.empty();
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
			JournalFile journal = isLocked(channel) ? new JournalFile(file.toRealPath(), channel) : null;
			if (journal == null) channel.close();
			else OPEN.put(journal.place, journal);
			return Optional.ofNullable(journal);
		}
	}

	/** Far behind the text, because some systems let nobody read what is locked. */
	private static boolean isLocked(FileChannel channel) {
		try {
			return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
		}
		catch (OverlappingFileLockException e) {
			return false;
		}
		catch (IOException e) {
			// Some network disks know no locks; there the length tells of somebody else.
			return true;
		}
	}

	/** Its lines as they stand, whoever has it open. */
	public static String text(Path file) throws IOException {
		synchronized (OPEN) {
			JournalFile open = OPEN.get(file.toRealPath());
			byte[] bytes = open == null ? Files.readAllBytes(file) : open.bytes();
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	private byte[] bytes() throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
		int n = 0;
		for (int read = 0; read >= 0 && bytes.hasRemaining(); read = channel.read(bytes, n))
			n += read;
		return bytes.array();
	}

	public boolean isEmpty() {
		return end == 0;
	}

	/** True where somebody else has written into it since. */
	public boolean isForeign() throws IOException {
		return channel.size() != end;
	}

	/**
	 * Adds a line, or leaves all as it was where that fails.
	 *
	 * @param force whether it is on the disk when this returns
	 */
	public void append(String line, boolean force) throws IOException {
		// Some systems go on writing into a file that nobody will find again.
		if (!Files.exists(place)) throw new NoSuchFileException(place.toString());
		try {
			end = written(channel.size(), line, force);
		}
		catch (IOException e) {
			forgetTorn();
			throw e;
		}
	}

	private long written(long size, String line, boolean force) throws IOException {
		ByteBuffer last = ByteBuffer.wrap(new byte[] { '\n' });
		if (size > 0) channel.read(last, size - 1);
		// What follows a torn line must not become a part of it.
		String before = last.get(0) == '\n' ? "" : "\n";
		ByteBuffer bytes = ByteBuffer.wrap((before + line + "\n").getBytes(StandardCharsets.UTF_8));
		long at = size;
		while (bytes.hasRemaining())
			at += channel.write(bytes, at);
		if (force) channel.force(false);
		return at;
	}

	/** A disk that is full takes a part of a line; that is not to stay. */
	private void forgetTorn() {
		try {
			if (channel.size() > end) channel.truncate(end);
		}
		catch (IOException e) {
			// The next line begins anew.
			return;
		}
	}

	/** Forgets all lines. */
	public void clear() throws IOException {
		channel.truncate(0);
		end = 0;
	}

	@Override
	public void close() throws IOException {
		synchronized (OPEN) {
			OPEN.remove(place, this);
			channel.close();
		}
	}
}
