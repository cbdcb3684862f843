package triptych.advisor;

import java.util.List;
import java.util.Optional;

import triptych.advisor.need.ResourceTable;
import triptych.advisor.need.Words;

/**
 * What one object costs by a way of labelling it, beside the price an image that the five texts
 * give.
 *
 * @param way the row of the table of words that names it
 * @param money US dollars, where known
 * @param seconds working time, where known
 */
public record ObjectPrice(String way, Optional<Range> money, Optional<Range> seconds) {

	public static List<ObjectPrice> all() {
		return ResourceTable.rows("object-prices.tsv")
			.stream()
			.map(r -> new ObjectPrice(r[0], range(r[1]), range(r[2])))
			.toList();
	}

	/** An outline that is drawn by hand. */
	static ObjectPrice polygon() {
		return all().stream().filter(p -> p.way.equals("polygon")).findFirst().orElseThrow();
	}

	private static Optional<Range> range(String cell) {
		return cell.isEmpty() ? Optional.empty() : Optional.of(Range.of(cell));
	}

	public String name(Words words) {
		return words.say("way." + way);
	}

	/** Where the money and the time come from, in words. */
	public String source(Words words) {
		return words.say("source.way." + way);
	}

	/** Where the price of an outline by the object comes from. */
	public static String outline(Words words) {
		return polygon().source(words);
	}

	/** US dollars for this number of objects. */
	public Optional<Range> money(double objects) {
		return money.map(r -> r.times(objects));
	}

	/** Hours for this number of objects. */
	public Optional<Range> hours(double objects) {
		return seconds.map(r -> r.times(objects / 3600));
	}
}
