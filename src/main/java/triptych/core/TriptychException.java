package triptych.core;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * A failure told in one sentence that the user can act on. Every door shows this sentence as it is,
 * so it names the thing that is wrong, its value and what would be right.
 */
public sealed class TriptychException extends RuntimeException
	permits NotEnoughMemory, Stopped, UnfitPrediction
{

	private static final long serialVersionUID = 1L;

	public TriptychException(String sentence) {
		super(sentence);
	}

	public TriptychException(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	/**
	 * Why a file cannot be read or written, in words: Java tells often no more than its path. To go
	 * on with after a colon, without a full stop.
	 */
	public static String why(Exception e) {
		if (e instanceof UncheckedIOException io) return why(io.getCause());
		if (e instanceof NoSuchFileException) return "there is no such file or folder";
		if (e instanceof AccessDeniedException) return "its owner does not allow it";
		if (e instanceof FileAlreadyExistsException) return "it is there already";
		if (e instanceof NotDirectoryException) return "it is no folder";
		if (e instanceof DirectoryNotEmptyException) return "there are files in it";
		if (e instanceof EOFException) return "it ends too early, as if it were cut off";
		if (e instanceof CharacterCodingException) return "it is no text in UTF-8";
		String told = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
		if (told == null) return "the system gives no reason (" + e.getClass().getSimpleName() + ")";
		return told.strip().replaceFirst("\\.$", "");
	}
}
