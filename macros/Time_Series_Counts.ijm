// Counts the objects in every frame of a time series, and saves and plots the counts.
//
// It works on the image that is open, or on a file given as argument with the file to write:
//   runMacro(getDirectory("plugins") + "Triptych/Workflows/Time_Series_Counts.ijm",
//     "/data/movie.tif,/data/counts.csv");
//
// The result is a table with one row a frame: Frame, Time, Count, MeanArea (in the unit of the image).

options = "model=nuclei smallest=10 border=keep";

argument = getArgument();
output = "";
if (argument != "") {
	files = split(argument, ",");
	open(files[0]);
	output = files[1];
}
// frames=all runs every time point; of an image with a z stack, too, add slices=all or a slice number.
frames = nSlices;
Stack.getDimensions(width, height, channels, slices, times);
if (times > 1) frames = times;
interval = Stack.getFrameInterval();
if (interval == 0) interval = 1;

// Rows of earlier commands would be counted, too.
run("Clear Results");
run("Segment Objects...", options + " frames=all outputs=overlay,table");

counts = newArray(frames);
areas = newArray(frames);
time = newArray(frames);
for (row = 0; row < nResults; row++) {
	// A plain stack numbers its positions as slices, a time series as frames.
	frame = getResult("Frame", row);
	if (isNaN(frame)) frame = getResult("Slice", row);
	counts[frame - 1] += 1;
	areas[frame - 1] += getResult("Area", row);
}

text = "Frame,Time,Count,MeanArea\n";
for (f = 0; f < frames; f++) {
	time[f] = f * interval;
	mean = 0;
	if (counts[f] > 0) mean = areas[f] / counts[f];
	text += "" + (f + 1) + "," + time[f] + "," + counts[f] + "," + mean + "\n";
}
print(text);
if (output != "") File.saveString(text, output);
else Plot.create("Objects in each frame", "time", "count", time, counts);
