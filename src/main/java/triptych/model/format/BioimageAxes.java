package triptych.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The axes of a tensor of bioimage.io: a word of letters and a shape beside it up to format 0.4, a
 * list of axes since 0.5.
 */
record BioimageAxes(List<Axis> axes) {

	/**
	 * @param name b, c, z, y or x, or what the package calls it
	 * @param least fixed or smallest size, 0 where it is not told
	 * @param step what may be added to it any number of times, 0 for a fixed size
	 * @param micrometres a pixel, 0 where not told
	 */
	record Axis(String name, int least, int step, int halo, double micrometres,
		List<String> channels)
	{}

	static BioimageAxes of(YamlNode tensor) {
		YamlNode axes = tensor.at("axes");
		return new BioimageAxes(axes.isList() ? listed(axes) : lettered(axes.text(""), tensor));
	}

	private static List<Axis> lettered(String letters, YamlNode tensor) {
		YamlNode shape = tensor.at("shape");
		List<Axis> axes = new ArrayList<>();
		for (int i = 0; i < letters.length(); i++) {
			int least = shape.isList() ? nth(shape, i) : nth(shape.at("min"), i);
			axes.add(new Axis(letters.substring(i, i + 1).toLowerCase(Locale.ROOT), least,
				nth(shape.at("step"), i), nth(tensor.at("halo"), i), 0, List.of()));
		}
		return axes;
	}

	private static int nth(YamlNode list, int i) {
		return i < list.items().size() ? (int) list.items().get(i).number(0) : 0;
	}

	private static List<Axis> listed(YamlNode axes) {
		List<Axis> list = new ArrayList<>();
		for (YamlNode axis : axes.items()) {
			YamlNode size = axis.at("size");
			boolean fixed = size.value() instanceof Number;
			String type = axis.at("type").text("");
			String name = switch (type) {
				case "batch" -> "b";
				case "channel" -> "c";
				case "time" -> "t";
				default -> axis.at("id").text("x");
			};
			list.add(new Axis(name, (int) (fixed ? size.number(0) : size.at("min").number(0)),
				(int) (fixed ? 0 : size.at("step").number(0)), (int) axis.at("halo").number(0),
				micrometres(axis),
				axis.at("channel_names").items().stream().map(n -> n.text("")).toList()));
		}
		return list;
	}

	private static double micrometres(YamlNode axis) {
		double scale = axis.at("scale").number(0);
		return switch (axis.at("unit").text("")) {
			case "micrometer" -> scale;
			case "nanometer" -> scale / 1000;
			case "millimeter" -> scale * 1000;
			default -> 0;
		};
	}

	/** Such as bcyx. */
	String letters() {
		return axes.stream().map(Axis::name).collect(Collectors.joining());
	}

	Axis axis(String name) {
		return axes.stream().filter(a -> a.name().equals(name)).findFirst()
			.orElse(new Axis(name, 0, 0, 0, 0, List.of()));
	}
}
