package triptych.advice;

import java.util.Optional;
import java.util.OptionalDouble;

import triptych.advisor.Budget;
import triptych.advisor.Prices;
import triptych.advisor.need.Answer;
import triptych.advisor.need.Level;
import triptych.advisor.need.Needs;
import triptych.advisor.need.Words;
import triptych.options.Option;

/** Keys of Choose Task... */
public record ChooseTaskOptions(
	@Option(help = "what you want to know of your images, in your own words", form = "free text")
	String question,
	@Option(
		value = "auto", choices = { "auto", "en", "de", "fr", "es", "zh", "ja" },
		help = "language of the question and of the advice; auto is that of the question")
	String language,
	@Option(min = 0, form = NUMBER, help = "how many images there are to label")
	OptionalDouble images,
	@Option(min = 0, form = NUMBER, help = "how many objects an image holds, on average")
	OptionalDouble objects,
	@Option(
		value = "unknown", choices = { "unknown", "no", "yes" },
		help = "whether objects touch or overlap")
	String crowded,
	@Option(
		value = "unknown", choices = { "unknown", "no", "yes" },
		help = "whether several classes occur in one image")
	String cooccur,
	@Option(min = 0, form = NUMBER, help = "US dollars that labelling may cost; 0 is a value")
	OptionalDouble money,
	@Option(min = 0, form = NUMBER, help = "working hours that labelling may take; 0 is a value")
	OptionalDouble hours,
	@Option(
		form = "such as label:0.04,box:0.1,mask:0.8",
		help = "your own prices in US dollars in place of the published ones: of a label for an image, "
			+ "of a box, of the mask of an object")
	String prices,
	@Option(min = 0, form = NUMBER, help = "images that must be answered in a second")
	OptionalDouble fps,
	@Option(
		value = "unknown", choices = { "unknown", "no", "yes" },
		help = "whether there is a graphics processor")
	String gpu,
	@Option(
		value = "auto", choices = { "auto", "image", "object", "pixel" },
		help = "what the answer tells of an image: a label for it (image), how many or where (object), "
			+ "area, share, size or shape (pixel)" + WINS)
	String level,
	@Option(
		value = "auto", choices = { "auto", "yes", "no" },
		help = "whether two labels can be right for the same image" + WINS)
	String several,
	@Option(
		value = "auto", choices = { "auto", "yes", "no" },
		help = "whether every image holds exactly one object, never none or two" + WINS)
	String one,
	@Option(
		value = "auto", choices = { "auto", "yes", "no" },
		help = "whether each object gets a value of its own (also for a mean of them), rather than one "
			+ "total for the image" + WINS)
	String individuals,
	@Option(
		value = "auto", choices = { "auto", "yes", "no" },
		help = "whether size, shape or brightness of the objects is needed, not only how many and "
			+ "where" + WINS)
	String size,
	@Option(
		value = "auto", choices = { "auto", "yes", "no" },
		help = "whether all that lies around the objects must get a class, too" + WINS)
	String background,
	@Option(
		form = "the path of an .html file",
		help = "also writes the annotation plan, a page to print: what to label, how, how many images, "
			+ "at what cost, how to train; nothing is written where it is empty")
	String plan)
{

	private static final String NUMBER = "a number from 0 up, or nothing where it is not known";
	private static final String WINS = "; an answer wins over the question";

	/** What was answered; the rest is left to the question. */
	public Needs needs() {
		return new Needs(Level.of(level), Answer.of("several", several), Answer.of("one", one),
			Answer.of("individuals", individuals), Answer.of("size", size),
			Answer.of("background", background), Optional.empty());
	}

	public Budget budget() {
		return new Budget(images, objects, Answer.of("crowded", crowded), Answer.of("cooccur", cooccur),
			money, hours, fps, Answer.of("gpu", gpu));
	}

	/** @param words whose language says how numbers are written */
	Prices ownPrices(Words words) {
		return Prices.PUBLISHED.with(prices, words);
	}
}
