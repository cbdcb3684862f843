package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Views that show the same object; a group never holds two views of one tile. */
final class ViewGroups {

	private final Map<View, List<View>> groups = new IdentityHashMap<>();

	/** Joins the groups of two views, unless some tile has a view in both. */
	void join(View a, View b) {
		List<View> some = of(a), others = of(b);
		if (some == others) return;
		for (View v : some)
			for (View w : others)
				if (v.tile() == w.tile()) return;
		List<View> all = new ArrayList<>(some);
		all.addAll(others);
		for (View v : all)
			groups.put(v, all);
	}

	List<View> of(View view) {
		return groups.getOrDefault(view, List.of(view));
	}

	/** True for one view of each group. */
	boolean isFirst(View view) {
		return of(view).get(0) == view;
	}
}
