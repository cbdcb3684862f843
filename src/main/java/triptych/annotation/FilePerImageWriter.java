package triptych.annotation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import triptych.core.TriptychException;

/** Writes one file an image into a folder. */
public final class FilePerImageWriter implements AnnotationWriter {

	/** What is written for an image. */
	public interface Content {

		void write(AnnotatedImage image, OutputStream out) throws IOException;
	}

	private final Path target;
	private final String ending;
	private final Content content;
	private final Losses losses;
	private final Staging staging;
	private final Set<String> names = new HashSet<>();

	/** @param ending of the files, behind the image's name without its own */
	public FilePerImageWriter(Path target, boolean append, String ending, Content content,
		Losses losses)
	{
		if (!append) Staging.checkFree(target);
		this.target = target;
		this.ending = ending;
		this.content = content;
		this.losses = losses;
		staging = new Staging(target, true);
	}

	@Override
	public void add(AnnotatedImage image) {
		String file = image.stem() + ending;
		if (!names.add(file) || Files.exists(target.resolve(file)))
			throw new TriptychException("\"" + target + "\" has a file \"" + file
				+ "\" already; nothing was written.");
		try (OutputStream out = new BufferedOutputStream(
			Files.newOutputStream(staging.part(file)), 1 << 16))
		{
			content.write(image, out);
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	@Override
	public Path finish() {
		staging.commit();
		return target;
	}

	@Override
	public List<String> losses() {
		return losses.phrases();
	}

	@Override
	public void close() {
		staging.close();
	}
}
