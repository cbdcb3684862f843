package triptych.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;
import triptych.ij.convert.Position;

/**
 * The columns of one kind of table, in their order. Each is one object that knows its head, where
 * it stands and its cells, so tables, summaries, plots and the documents cannot disagree.
 *
 * @param <T> what all rows of one table share, such as a plane and its measurements
 * @param <R> what one row is about, such as an object
 */
public final class Columns<T, R> {

	/** A column as documents show it; {@code when} is blank where it always stands. */
	public record Documented(Column column, String when) {}

	/** Gives a String, an Integer or a Double; {@code i} counts the column's occurrences from 0. */
	interface Cell<T, R> {

		Object of(T all, R row, int i);
	}

	private record Entry<T, R>(Column head, Occurrence<T> occurrence, Cell<T, R> cell) {}

	/** A column of one table. */
	private record Shown<T, R>(Column head, Cell<T, R> cell, int i) {}

	private final List<Entry<T, R>> entries;

	private Columns(List<Entry<T, R>> entries) {
		this.entries = entries;
	}

	static <T, R> Columns<T, R> none() {
		return new Columns<>(List.of());
	}

	/** Label, and the place in the stack, of rows that are all of one plane. */
	static <T extends TablePlane.Shared, R> Columns<T, R> ofPlane() {
		return ofPlanes(all -> all.plane().position(), (all, row) -> all.plane());
	}

	/**
	 * Label, and Ch, Slice and Frame where the image has more than one; a run reads all channels, so
	 * Ch is 0 as in ROI positions.
	 *
	 * @param any the place of any of the rows
	 */
	static <T, R> Columns<T, R> ofPlanes(Function<T, Position> any,
		BiFunction<T, R, TablePlane> plane)
	{
		Occurrence<T> channels = Occurrence.where("the image has several channels",
			all -> any.apply(all).manyChannels());
		Occurrence<T> slices = Occurrence.where("the image has several slices",
			all -> any.apply(all).manySlices());
		Occurrence<T> frames = Occurrence.where("the image has several frames",
			all -> any.apply(all).manyFrames());
		return new Columns<T, R>(List.of())
			.and("Label", Quantity.TEXT,
				"the image's title, the ROI's name and the slice's label, joined by colons",
				(all, row) -> plane.apply(all, row).label())
			.and(channels, "Ch", Quantity.INDEX, "always 0, which stands for all channels",
				(all, row, i) -> 0)
			.and(slices, "Slice", Quantity.INDEX, "the z position, counted from 1",
				(all, row, i) -> plane.apply(all, row).position().slice())
			.and(frames, "Frame", Quantity.INDEX, "the time point, counted from 1",
				(all, row, i) -> plane.apply(all, row).position().frame());
	}

	/** These and a column that always stands. */
	Columns<T, R> and(String name, Quantity quantity, String help, BiFunction<T, R, Object> cell) {
		return and(Occurrence.always(), name, quantity, help, (all, row, i) -> cell.apply(all, row));
	}

	/** These and another column. Neighbours with one occurrence repeat together, thing by thing. */
	Columns<T, R> and(Occurrence<T> occurrence, String name, Quantity quantity, String help,
		Cell<T, R> cell)
	{
		List<Entry<T, R>> more = new ArrayList<>(entries);
		more.add(new Entry<>(new Column(name, quantity, help), occurrence, cell));
		return new Columns<>(List.copyOf(more));
	}

	Columns<T, R> without(String name) {
		return new Columns<>(entries.stream()
			.filter(e -> !e.head().name().equals(name))
			.toList());
	}

	/** @param unit unit of the lengths */
	Table table(T all, List<? extends R> rows, String unit) {
		List<Shown<T, R>> shown = shown(all);
		List<List<Object>> cells = new ArrayList<>(rows.size());
		for (R row : rows) {
			Object[] own = new Object[shown.size()];
			for (int c = 0; c < own.length; c++)
				own[c] = shown.get(c).cell().of(all, row, shown.get(c).i());
			cells.add(Arrays.asList(own));
		}
		return new Table(shown.stream().map(Shown::head).toList(), cells, unit);
	}

	private List<Shown<T, R>> shown(T all) {
		List<Shown<T, R>> shown = new ArrayList<>();
		for (int from = 0, to = 1; from < entries.size(); from = to++) {
			Occurrence<T> occurrence = entries.get(from).occurrence();
			while (to < entries.size() && entries.get(to).occurrence() == occurrence)
				to++;
			List<String> names = occurrence.names().apply(all);
			for (int i = 0; i < names.size(); i++)
				for (Entry<T, R> entry : entries.subList(from, to))
					shown.add(new Shown<>(named(entry.head(), names.get(i)), entry.cell(), i));
		}
		return shown;
	}

	private static Column named(Column head, String thing) {
		if (head.name().indexOf('*') < 0) return head;
		return new Column(head.name().replace("*", thing), head.quantity(), head.help());
	}

	/** All columns that such a table can have. */
	public List<Documented> documented() {
		return entries.stream()
			.map(e -> new Documented(named(e.head(), e.occurrence().example()), e.occurrence().when()))
			.toList();
	}
}
