package triptych.plugin.review;

import java.awt.GridLayout;
import java.util.List;
import java.util.stream.Collectors;

import javax.swing.JLabel;
import javax.swing.JPanel;

import triptych.core.ClassScore;
import triptych.core.Numbers;
import triptych.core.Plural;
import triptych.folder.FolderReview;
import triptych.review.ReviewKind;
import triptych.review.ReviewedAnswers;
import triptych.review.ReviewedImage;

/** Which image is open, how far the review is, and what is chosen. */
final class ReviewFacts extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient FolderReview review;
	private final JLabel head = new JLabel(" "), progress = new JLabel(" "), found = new JLabel(" ");

	ReviewFacts(FolderReview review) {
		super(new GridLayout(0, 1, 0, 2));
		this.review = review;
		add(head);
		add(progress);
		add(found);
	}

	/** @param view null where no image is open */
	void show(int at, ReviewedImage image, ReviewedView view) {
		FolderReview.Item item = review.items().get(at);
		head.setText("Image " + (at + 1) + " of " + review.items().size() + ": " + item.path());
		head.setToolTipText(item.path());
		String state = review.isReviewed(item) ? "; this one is" : "";
		progress.setText(review.reviewed() + " of " + review.items().size() + " reviewed" + state);
		String what = view == null ? " " : what(image, view);
		found.setText(what);
		found.setToolTipText(what);
	}

	private String what(ReviewedImage image, ReviewedView view) {
		List<Integer> all = view.found().all(), chosen = view.chosen();
		if (review.kind() == ReviewKind.REGIONS) return Plural.of(all.size(), "class", "classes");
		if (review.kind() == ReviewKind.ANSWERS && all.size() == 1)
			return "Answer: " + ((ReviewedAnswers) image).answer(view.plane(), all.get(0));
		boolean rois = review.kind() == ReviewKind.ANSWERS;
		String count = rois ? Plural.of(all.size(), "ROI") : Plural.of(all.size(), "object", "objects");
		if (chosen.isEmpty()) return count;
		if (chosen.size() > 1) return count + ", chosen: " + chosen.stream()
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		int id = chosen.get(0);
		String of = rois ? ((ReviewedAnswers) image).answer(view.plane(), id)
			: words(view.found().best(id));
		return count + ", chosen: " + id + " (" + of + ")";
	}

	private static String words(ClassScore best) {
		boolean scored = !Double.isNaN(best.score());
		return scored ? best.className() + " " + Numbers.score(best.score()) : best.className();
	}
}
