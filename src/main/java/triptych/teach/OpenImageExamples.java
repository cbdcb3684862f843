package triptych.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.options.ObjectOrigin;
import triptych.run.Crop;
import triptych.run.ObjectSource;

/** What is drawn on an open image, or what a label image of it holds; a plane is an image. */
final class OpenImageExamples implements ExampleImages {

	private final ImagePlus image;
	private final ObjectSource source;
	private final List<Position> planes = new ArrayList<>();

	OpenImageExamples(ImagePlus image, ObjectOrigin from, boolean scribbles) {
		this.image = image;
		source = source(image, from, scribbles);
		for (int frame = 1; frame <= image.getNFrames(); frame++)
			for (int slice = 1; slice <= image.getNSlices(); slice++)
				planes.add(Position.of(image, image.getStackIndex(image.getC(), slice, frame)));
	}

	private static ObjectSource source(ImagePlus image, ObjectOrigin from, boolean scribbles) {
		try {
			return scribbles ? ObjectSource.ofScribbles(image, from) : ObjectSource.of(image, from);
		}
		catch (TriptychException e) {
			// It is this command's key that tells where they are.
			String said = e.getMessage()
				.replace("from=", "examples=")
				.replace("key from", "key examples");
			throw new TriptychException(scribbles ? said.replace("no area ROI", "no ROI") : said, e);
		}
	}

	@Override
	public int count() {
		return planes.size();
	}

	@Override
	public ExampleImage get(int i) {
		Position plane = planes.get(i);
		List<ObjectExample> objects = source.isLabels() ? ofLabels(source.on(plane))
			: source.roisOn(plane).stream().map(this::ofRoi).toList();
		String name = planes.size() == 1 ? "\"" + image.getTitle() + "\""
			: "\"" + image.getTitle() + "\", " + plane.label();
		return new ExampleImage(name, objects, () -> ExampleImage.Seen.of(image, plane));
	}

	private ObjectExample ofRoi(Roi roi) {
		RoiClass its = RoiClass.of(roi);
		return new ObjectExample(its.name(), its.predicted(),
			() -> Crop.of(roi, image.getWidth(), image.getHeight()).map(Crop::object));
	}

	private static List<ObjectExample> ofLabels(LabelMap map) {
		int[] boxes = map.boxes();
		List<ObjectExample> objects = new ArrayList<>(map.segments().size());
		for (Segment s : map.segments()) {
			boolean unknown = s.best().className().equals(LabelPlane.UNKNOWN);
			boolean predicted = !Double.isNaN(s.best().score());
			objects.add(new ObjectExample(unknown ? "" : s.best().className(), predicted,
				() -> Optional.of(map.mask(s.id(), boxes))));
		}
		return objects;
	}

	@Override
	public List<String> notes() {
		return source.note().isEmpty() ? List.of()
			: List.of(source.note().replace("from=", "examples=") + ".");
	}
}
