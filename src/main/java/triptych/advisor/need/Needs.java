package triptych.advisor.need;

import java.util.Optional;

/**
 * What a user needs to know of an image, each point answered or unknown.
 *
 * @param level what one answer belongs to
 * @param several more than one label may be right for one image
 * @param one exactly one object in every image
 * @param individuals every object must be told apart
 * @param size size, shape, outline or intensity of the objects or regions
 * @param background regions of the background are wanted too
 * @param other the kind of tool that answers it, where none of the tasks does
 */
public record Needs(Level level, Answer several, Answer one, Answer individuals, Answer size,
	Answer background, Optional<OtherTool> other)
{

	private static final Answer U = Answer.UNKNOWN, Y = Answer.YES, N = Answer.NO;

	/** Nothing is known. */
	public static final Needs UNKNOWN = new Needs(Level.UNKNOWN, U, U, U, U, U, Optional.empty());

	/** The needs that a task answers and no more. */
	public static Needs of(TaskChoice task) {
		return switch (task) {
			case CLASSIFICATION_SINGLE -> new Needs(Level.IMAGE, N, U, U, U, U, Optional.empty());
			case CLASSIFICATION_MULTI -> new Needs(Level.IMAGE, Y, U, U, U, U, Optional.empty());
			case LOCALISATION -> new Needs(Level.OBJECT, U, Y, U, N, U, Optional.empty());
			case DETECTION -> new Needs(Level.OBJECT, U, N, U, N, U, Optional.empty());
			case SEMANTIC -> new Needs(Level.PIXEL, U, U, N, U, U, Optional.empty());
			case INSTANCE -> new Needs(Level.OBJECT, U, U, Y, Y, N, Optional.empty());
			case PANOPTIC -> new Needs(Level.PIXEL, U, U, Y, U, Y, Optional.empty());
			case NONE -> outOfScope(OtherTool.OTHER);
		};
	}

	public static Needs outOfScope(OtherTool tool) {
		return new Needs(Level.UNKNOWN, U, U, U, U, U, Optional.of(tool));
	}

	/**
	 * These needs where the user answered, the other ones elsewhere. An answered level is in scope,
	 * whatever was read.
	 */
	public Needs or(Needs read) {
		return new Needs(level.known() ? level : read.level, first(several, read.several),
			first(one, read.one), first(individuals, read.individuals), first(size, read.size),
			first(background, read.background), other.isPresent() || anyKnown() ? other : read.other);
	}

	public boolean anyKnown() {
		return level.known() || several.known() || one.known() || individuals.known() || size.known()
			|| background.known();
	}

	public Answer answer(Need need) {
		return switch (need) {
			case LEVEL -> level.known() ? Y : U;
			case SEVERAL -> several;
			case ONE -> one;
			case INDIVIDUALS -> individuals;
			case SIZE -> size;
			case BACKGROUND -> background;
		};
	}

	/** These needs with one more answer, such as {@code size=no}. */
	public Needs answering(String answer) {
		int equals = answer.indexOf('=');
		return with(Need.of(answer.substring(0, equals)), answer.substring(equals + 1)).or(this);
	}

	/** These needs as if one of them had not been answered. */
	public Needs without(Need need) {
		return new Needs(need == Need.LEVEL ? Level.UNKNOWN : level, left(need, Need.SEVERAL),
			left(need, Need.ONE), left(need, Need.INDIVIDUALS), left(need, Need.SIZE),
			left(need, Need.BACKGROUND), other);
	}

	private Answer left(Need out, Need of) {
		return out == of ? U : answer(of);
	}

	/** Nothing but this answer. */
	private static Needs with(Need need, String value) {
		if (need == Need.LEVEL) return new Needs(Level.of(value), U, U, U, U, U, Optional.empty());
		Answer a = Answer.of(need.key(), value);
		return new Needs(Level.UNKNOWN, only(a, need == Need.SEVERAL), only(a, need == Need.ONE),
			only(a, need == Need.INDIVIDUALS), only(a, need == Need.SIZE),
			only(a, need == Need.BACKGROUND), Optional.empty());
	}

	private static Answer only(Answer answer, boolean here) {
		return here ? answer : U;
	}

	/**
	 * An answer in the words of its question, with its key and value as a macro writes them, such as
	 * {@code (size=no)}.
	 */
	public String said(Need need, Words words) {
		String value = need == Need.LEVEL ? level.key() : answer(need).key();
		return words.say("contradiction.answer", need.question(words), need.plainAnswer(value, words),
			need.key() + "=" + value);
	}

	/** Several labels at once are known to occur or not, where the question did not say. */
	public Needs knowingSeveral(Answer cooccur) {
		boolean ask = !several.known() && level != Level.OBJECT && level != Level.PIXEL;
		return new Needs(level, ask ? cooccur : several, one, individuals, size, background, other);
	}

	private static Answer first(Answer a, Answer b) {
		return a.known() ? a : b;
	}
}
