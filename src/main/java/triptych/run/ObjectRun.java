package triptych.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.LabelMap;
import triptych.core.Progress;
import triptych.core.Stopped;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.draw.Rois;
import triptych.ij.files.FileNotes;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.options.Output;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.StatusBar;
import triptych.session.Provenance;

/** One run of a command without a model, over the wanted planes of an image. */
final class ObjectRun<O extends ImageOptions> {

	private final ObjectCommand<O> command;
	private final ImagePlus image;
	private final O options;
	private final ObjectSource source;
	private final ObjectCommand.Work work;
	private final ClassColours colours = new ClassColours();

	ObjectRun(ObjectCommand<O> command, ImagePlus image, O options) {
		this.command = command;
		this.image = image;
		this.options = options;
		source = command.source(image, options);
		work = command.work(image, options);
	}

	Result result() {
		List<Position> asked = PlaneSelection.of(image, options, true);
		Optional<ResultFiles> files = ResultFiles.of(options, image.getTitle(), command.spec());
		ResultBuilder results = new ResultBuilder(command, options, image, asked.size(), List.of());
		StatusBar progress = new StatusBar(command.spec(), asked.size(), true);
		for (Position position : asked)
			try {
				progress.plane(results.planes());
				progress.at(0, 1);
				if (work.paints() && !source.isLabels()) {
					RoiRasterizer painted = source.painted(position);
					progress.check();
					results.add(position, painted);
				}
				else results.add(position, List.of(on(position, progress)));
			}
			catch (Stopped e) {
				if (results.planes() == 0) throw e;
				break;
			}
		Map<String, String> facts = facts();
		colours.paint(results.rois());
		Result result = work.finished(results.result(Options.values((Record) options), facts), colours);
		return files.isEmpty() ? result : result.withFiles(files.get().write(result));
	}

	private PlaneResult on(Position position, Progress progress) {
		LabelMap meant = work.meant(source.on(position));
		colours.add(meant);
		progress.check();
		LabelMap kept = work.kept(meant);
		progress.check();
		Table table = work.table(kept, position, progress);
		progress.check();
		Set<Output> outputs = command.outputs(options);
		List<Roi> rois = List.of();
		if (Output.outlines(outputs)) {
			rois = new Rois("", position).of(kept, progress);
		}
		return new PlaneResult(kept, table, rois, Optional.of(kept), kept.segments().size(),
			(long) kept.width() * kept.height(), "");
	}

	private Map<String, String> facts() {
		List<String> notes = new ArrayList<>(work.notes());
		String note = source.note();
		if (!note.isEmpty()) notes.add(note);
		notes.addAll(FileNotes.of(image));
		Map<String, String> facts = new LinkedHashMap<>(Map.of("triptych", Provenance.version()));
		if (!notes.isEmpty()) facts.put("note", String.join("; ", notes));
		return facts;
	}
}
