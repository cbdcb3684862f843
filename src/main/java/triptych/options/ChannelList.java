package triptych.options;

import java.util.Arrays;
import java.util.List;

import triptych.core.TriptychException;

/**
 * The value of {@code channels}: chosen by what the model takes, or a list counted from 1.
 *
 * @param text as it was written
 * @param numbers empty for {@code auto}
 */
public record ChannelList(String text, List<Integer> numbers) {

	static ChannelList parse(String text) {
		if (text.equals("auto")) return new ChannelList(text, List.of());
		String[] parts = text.split(",", -1);
		for (String part : parts)
			if (!part.strip().matches("\\d{1,4}")) throw new TriptychException(
				"The key channels has the value \"" + text
					+ "\"; it must be auto or a list of channel numbers such as 1,2.");
		List<Integer> numbers = Arrays.stream(parts)
			.map(part -> Integer.valueOf(part.strip()))
			.toList();
		return new ChannelList(text, numbers);
	}

	public boolean isAuto() {
		return numbers.isEmpty();
	}

	public int[] toArray() {
		return numbers.stream()
			.mapToInt(i -> i)
			.toArray();
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		return text;
	}
}
