package triptych.plugin;

import java.util.concurrent.atomic.AtomicBoolean;

import ij.ImageListener;
import ij.ImagePlus;

/** Notices when one image is closed, and when something was done to it. */
final class ImageWatch implements ImageListener {

	private final ImagePlus image;
	private final Runnable whenClosed;
	/** Something was done to the image; a filter, but it may also be the contrast only. */
	private final AtomicBoolean updated = new AtomicBoolean();

	ImageWatch(ImagePlus image, Runnable whenClosed) {
		this.image = image;
		this.whenClosed = whenClosed;
	}

	void start() {
		ImagePlus.addImageListener(this);
	}

	void stop() {
		ImagePlus.removeImageListener(this);
	}

	/** True where something was done to the image since the last call. */
	boolean wasTouched() {
		return updated.getAndSet(false);
	}

	@Override
	public void imageOpened(ImagePlus opened) {}

	@Override
	public void imageClosed(ImagePlus gone) {
		if (gone == image) whenClosed.run();
	}

	@Override
	public void imageUpdated(ImagePlus which) {
		if (which == image) updated.set(true);
	}
}
