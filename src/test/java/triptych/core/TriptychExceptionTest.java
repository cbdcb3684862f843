package triptych.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Java often says no more of a file than its path. */
class TriptychExceptionTest {

	static Stream<Arguments> reasons() {
		return Stream.of(
			Arguments.of(new NoSuchFileException("/a/b"), "there is no such file or folder"),
			Arguments.of(new AccessDeniedException("/a/b"), "its owner does not allow it"),
			Arguments.of(new FileSystemException("/a/b", null, "No space left on device"),
				"No space left on device"),
			Arguments.of(new FileSystemException("/a/b"),
				"the system gives no reason (FileSystemException)"),
			Arguments.of(new EOFException(), "it ends too early, as if it were cut off"),
			Arguments.of(new MalformedInputException(1), "it is no text in UTF-8"),
			Arguments.of(new UncheckedIOException(new IOException("Is a directory.")),
				"Is a directory"));
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void aReasonIsNeverABarePathOrNothing(Exception e, String expected) {
		assertEquals(expected, TriptychException.why(e));
	}
}
