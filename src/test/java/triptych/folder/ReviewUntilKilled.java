package triptych.folder;

import java.util.List;
import java.util.Map;

import triptych.options.Options;
import triptych.review.ReviewedImage;

/** Corrects and saves image after image until somebody kills it; says each correction once it is done. */
public final class ReviewUntilKilled {

	private ReviewUntilKilled() {}

	public static void main(String[] args) {
		try (FolderReview review = FolderReview.open(Options.of(ReviewOptions.class, Map.of("results", args[0])))) {
			System.out.println("open");
			for (int round = 0;; round++)
				for (FolderReview.Item item : review.items()) {
					ReviewedImage image = review.open(item);
					int id = image.plane(0).all().get(0);
					if (round % 2 == 0) image.correct(image.corrections(0).mend(id, image.plane(0).region(id)));
					else image.correct(image.corrections(0).merge(image.plane(0).all()));
					System.out.println("done " + item.path());
					review.save(item, image);
					if (round % 2 == 1) {
						image.undo();
						System.out.println("undone " + item.path());
					}
					review.finish();
				}
		}
		finally {
			System.out.println(List.of("closed"));
		}
	}
}
