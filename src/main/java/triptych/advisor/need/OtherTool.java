package triptych.advisor.need;

import java.util.Locale;

/**
 * The kinds of question that none of the tasks answers; the tool for each is named in texts.tsv.
 */
public enum OtherTool {

	DENOISING, RESTORATION, REGISTRATION, OCR, CAPTIONING, STATISTICS, REGRESSION, KEYPOINTS, DEPTH,
	RETRIEVAL, GENERATION, TRANSLATION, EDITING, CHANGE, TIMESERIES, COLOCALIZATION, SPEED, FRAP,
	SPECTRA, TRACING, VOLUME3D, ORIENTATION, PROFILE, TEXTURE, SUPERRESOLUTION, SOFTWARE, OTHER;

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static OtherTool of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}
}
