package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.core.Mask;
import triptych.core.pixels.PolygonPixels;

class PolygonPixelsTest {

	@Test
	void pixelsAreThoseOfPycocotools() throws IOException {
		JsonObject stored = StoredCases.read("polygons.json").getAsJsonObject();
		int w = stored.get("width").getAsInt(), h = stored.get("height").getAsInt(), number = 0;
		for (JsonElement e : stored.getAsJsonArray("polygons")) {
			Mask mask =
					PolygonPixels.of(StoredCases.doubles(e.getAsJsonObject().get("xy")), w, h)
							.mask();
			boolean inside = false;
			int p = 0;
			for (int length : StoredCases.ints(e.getAsJsonObject().get("counts"))) {
				for (int end = p + length; p < end; p++)
					assertEquals(
							inside,
							mask.holds(p / h, p % h),
							"polygon " + number + ", pixel " + p / h + ", " + p % h);
				inside = !inside;
			}
			number++;
		}
	}
}
