package triptych.advice;

import java.util.Optional;
import java.util.OptionalDouble;

import triptych.advisor.Answer;
import triptych.advisor.Budget;
import triptych.advisor.Level;
import triptych.advisor.Needs;
import triptych.options.Option;

/** Keys of Choose Task... */
public record ChooseTaskOptions(
	@Option(help = "what you want to know of your images, in your own words", form = "free text") String question,
	@Option(value = "auto", choices = { "auto", "en", "de", "fr", "es", "zh", "ja" },
		help = "language of the question") String language,
	@Option(min = 0, form = NUMBER, help = "how many images there are to label") OptionalDouble images,
	@Option(min = 0, form = NUMBER, help = "how many objects an image holds, on average") OptionalDouble objects,
	@Option(value = "unknown", choices = { "unknown", "no", "yes" }, help = "whether objects touch or overlap") String crowded,
	@Option(value = "unknown", choices = { "unknown", "no", "yes" },
		help = "whether several classes occur in one image") String cooccur,
	@Option(min = 0, form = NUMBER, help = "US dollars that labelling may cost") OptionalDouble money,
	@Option(min = 0, form = NUMBER, help = "working hours that labelling may take") OptionalDouble hours,
	@Option(min = 0, form = NUMBER, help = "images that must be answered in a second") OptionalDouble fps,
	@Option(value = "unknown", choices = { "unknown", "no", "yes" }, help = "whether there is a graphics processor") String gpu,
	@Option(value = "auto", choices = { "auto", "image", "object", "pixel" },
		help = "what one answer is for: the image, each object, or the pixels (exact shape, area)" + WINS) String level,
	@Option(value = "auto", choices = { "auto", "yes", "no" },
		help = "whether more than one label can be right for one image" + WINS) String several,
	@Option(value = "auto", choices = { "auto", "yes", "no" },
		help = "whether there is always exactly one object in every image" + WINS) String one,
	@Option(value = "auto", choices = { "auto", "yes", "no" },
		help = "whether every object must be told apart, even where they touch" + WINS) String individuals,
	@Option(value = "auto", choices = { "auto", "yes", "no" },
		help = "whether size, shape or brightness of each object is needed, not only number and position" + WINS) String size,
	@Option(value = "auto", choices = { "auto", "yes", "no" },
		help = "whether the regions of the background must be labelled too" + WINS) String background,
	@Option(form = "the path of an .html file", help = "also writes the annotation plan, a page to print: what to label, how, "
		+ "how many images, at what cost; nothing is written where it is empty") String plan)
{

	private static final String NUMBER = "a number from 0 up, or nothing where it is not known";
	private static final String WINS = "; an answer wins over the question";

	/** What was answered; the rest is left to the question. */
	Needs needs() {
		return new Needs(Level.of(level), Answer.of("several", several), Answer.of("one", one), Answer.of("individuals",
			individuals), Answer.of("size", size), Answer.of("background", background), Optional.empty());
	}

	Budget budget() {
		return new Budget(images, objects, Answer.of("crowded", crowded), Answer.of("cooccur", cooccur), money, hours, fps,
			Answer.of("gpu", gpu));
	}
}
