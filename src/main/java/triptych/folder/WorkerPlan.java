package triptych.folder;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import triptych.ij.files.ImageFile;

/**
 * How a folder run spreads over the cores. Many images: as many inferences at the same time as
 * there are cores, each on one thread, which is faster than one inference on all of them; few
 * images, or images that are large for this memory: fewer inferences, each on more threads. While
 * some threads compute, as many others read and write files.
 *
 * @param workers inferences at the same time
 * @param threads of ONNX Runtime, which all workers share: the calling thread of each counts as one
 * @param ahead further images in memory, being read or written
 */
record WorkerPlan(int workers, int threads, int ahead) {

	/** Only the largest files are looked into: the heads of all would take long on a network disk. */
	private static final int LOOKED_INTO = 8;

	/**
	 * Bytes of ImageJ's memory that a pixel takes while it is worked on, beside the image: label maps
	 * and copies.
	 */
	private static final int WORK = 24;

	/** Bytes of other memory that a pixel of a fully convolutional model takes between its layers. */
	private static final int NETWORK = 300;

	/** One inference at a time on one thread, for a process that others share the computer with. */
	static WorkerPlan ofOneCore(List<FolderImage> images) {
		return new WorkerPlan(1, 1, of(images, 1).ahead());
	}

	/** @param wanted workers asked for by the user, 0 for as many as are good */
	static WorkerPlan of(List<FolderImage> images, int wanted) {
		ImageFile.Extent largest = images.stream()
			.sorted(Comparator.comparingLong(FolderImage::size).reversed())
			.limit(LOOKED_INTO)
			.map(i -> ImageFile.extent(i.file()))
			.reduce(new ImageFile.Extent(1, 1),
				(a, b) -> new ImageFile.Extent(Math.max(a.planePixels(), b.planePixels()),
					Math.max(a.bytes(), b.bytes())));
		int cores = Runtime.getRuntime().availableProcessors();
		long machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
			.getTotalMemorySize();
		return of(images.size(), largest, cores, Runtime.getRuntime().maxMemory(), machine, wanted);
	}

	static WorkerPlan of(int images, ImageFile.Extent largest, int cores, long heap, long machine,
		int wanted)
	{
		long each = 2 * largest.bytes() + WORK * largest.planePixels(),
			network = NETWORK * largest.planePixels();
		long fit = Math.min(heap / 2 / Math.max(1, each), machine / 2 / Math.max(1, network));
		int workers = wanted > 0 ? wanted : (int) Math.max(1, Math.min(Math.min(cores, images), fit));
		int ahead = (int) Math.max(fit > 1 ? 1 : 0, Math.min(workers, fit - workers));
		return new WorkerPlan(workers, Math.max(1, cores - workers + 1), ahead);
	}
}
