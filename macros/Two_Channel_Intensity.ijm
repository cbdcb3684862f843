// Finds nuclei in one channel and measures how bright every channel is inside each of them.
//
// It works on the image that is open, or on a file given as argument with the file to write:
//   runMacro(getDirectory("plugins") + "Triptych/Workflows/Two_Channel_Intensity.ijm",
//     "/data/cells.tif,/data/intensities.csv");
//
// The result is a table with one row a nucleus: its area, and Mean_C1, Mean_C2, ... for the channels.

// Which channel holds the nuclei, counted from 1. All channels are measured, whichever this is.
nuclei = 1;
options = "model=nuclei smallest=10 border=exclude";

argument = getArgument();
output = "";
if (argument != "") {
	files = split(argument, ",");
	open(files[0]);
	output = files[1];
}
// Rows of earlier commands would be written, too.
run("Clear Results");
// slices=all measures every slice; leave it out for the slice that is shown.
run("Segment Objects...", options + " channels=" + nuclei + " slices=all outputs=overlay,table");

text = "Nucleus,Slice,Area,First,Second,Ratio\n";
for (row = 0; row < nResults; row++) {
	first = getResult("Mean_C1", row);
	second = getResult("Mean_C2", row);
	text += "" + getResult("Id", row) + "," + getResult("Slice", row) + "," + getResult("Area", row);
	text += "," + first + "," + second + "," + second / first + "\n";
}
print(text);
if (output != "") File.saveString(text, output);
