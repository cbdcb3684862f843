package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import triptych.folder.FolderProgress.State;
import triptych.ij.files.ImageFile;

/** How a folder run spreads over cores and memory, and what it says on the way. */
class WorkerPlanTest {

	private static final long GB = 1L << 30;
	private static final ImageFile.Extent SMALL = new ImageFile.Extent(512 * 512, 512 * 512);

	private static WorkerPlan of(int images, ImageFile.Extent largest, int cores, int wanted) {
		return WorkerPlan.of(images, largest, cores, 4 * GB, 16 * GB, wanted);
	}

	@Test
	void manyImagesGetOneThreadEachOnAllCores() {
		assertEquals(new WorkerPlan(16, 1, 16), of(500, SMALL, 16, 0));
		assertEquals(new WorkerPlan(2, 1, 2), of(500, SMALL, 2, 0));
	}

	@Test
	void fewImagesUseAllCoresWithSeveralThreads() {
		WorkerPlan one = of(1, SMALL, 8, 0), three = of(3, SMALL, 8, 0);
		assertEquals(1, one.workers());
		assertEquals(8, one.threads());
		assertEquals(8, three.workers() + three.threads() - 1, "the callers count among the threads of the session");
	}

	@Test
	void largeImagesAreNotHeldInMemoryAllAtOnce() {
		ImageFile.Extent large = new ImageFile.Extent(10_000L * 10_000, 10_000L * 10_000);
		WorkerPlan force = of(500, large, 16, 0);
		assertEquals(1, force.workers());
		assertEquals(16, force.threads());
		assertTrue(force.ahead() <= 1);
		// A stack is small in the model and large in memory.
		WorkerPlan stacks = of(500, new ImageFile.Extent(512 * 512, GB / 4), 16, 0);
		assertTrue(stacks.workers() + stacks.ahead() <= 4, stacks.toString());
	}

	@Test
	void theUsersNumberOfWorkersCounts() {
		assertEquals(4, of(500, SMALL, 16, 4).workers());
		assertEquals(13, of(500, SMALL, 16, 4).threads());
	}

	@Test
	void progressTellsRateAndRemainingTime() {
		assertEquals("120 of 500 images, 2 failed, 12.5 images/s, 30 s left", new State(120, 2, 500, 12.5).text());
		assertEquals("1 of 9001 images, 30.0 images/min, 5 h 0 min left", new State(1, 0, 9001, 0.5).text());
		assertEquals("3 of 3 images, 1.0 images/s", new State(3, 0, 3, 1).text());
	}
}
