// Measures the g-ratio of every axon: the diameter of the axon over that of axon and myelin together.
//
// It works on the electron micrograph that is open, or on a file given as argument with the file to write:
//   runMacro(getDirectory("plugins") + "Triptych/Workflows/Axon_G_Ratio.ijm",
//     "/data/nerve.tif,/data/g-ratios.csv");
//
// The result has a row for each axon that the image shows whole: its area, that of axon and myelin, the diameter of a
// disc of the axon's area, and the g-ratio. Where sheaths touch, the line half-way between two axons divides them.
//
// Look at the regions first (Segment Regions..., model axon-myelin): what is missed there is missed here. The image
// should have about 0.1 micrometres a pixel; otherwise add a diameter, as the note in the log says.

options = "model=axon-myelin outputs=labels";
// Smaller ones, in pixels, are not measured.
smallest = 30;

argument = getArgument();
output = "";
if (argument != "") {
	files = split(argument, ",");
	open(files[0]);
	output = files[1];
}
name = getTitle();
getPixelSize(unit, pixelWidth, pixelHeight);
setBatchMode(true);
run("Segment Regions...", options);
rename("classes");
run("Select None");

// Class 1 is myelin, class 2 axon.
mask("fibres", 1);
mask("axons", 2);
run("Fill Holes");
// What belongs to which axon: all that is nearer to it than to any other.
run("Duplicate...", "title=zones");
run("Voronoi");

selectImage("axons");
run("Set Measurements...", "area redirect=None decimal=3");
run("Analyze Particles...", "size=" + smallest + "-Infinity pixel exclude clear record");
text = "Image,Axon,AxonArea,FibreArea,AxonDiameter,GRatio\n";
axons = nResults;
all = newArray(axons);
for (i = 0; i < axons; i++) {
	x = getResult("XStart", i);
	y = getResult("YStart", i);
	axon = pixelsAround("axons", x, y);
	fibre = pixelsInZone(x, y);
	all[i] = sqrt(axon / fibre);
	area = axon * pixelWidth * pixelHeight;
	text += name + "," + i + 1 + "," + area + "," + fibre * pixelWidth * pixelHeight;
	text += "," + 2 * sqrt(area / PI) + "," + all[i] + "\n";
}
run("Clear Results");
close("classes");
close("fibres");
close("axons");
close("zones");
setBatchMode(false);
print(text);
Array.sort(all);
if (axons > 0) print("Median g-ratio of " + axons + " axons: " + all[floor(axons / 2)] + " (lengths in " + unit + ")");
if (output != "") File.saveString(text, output);

// A mask of the pixels of this class and those above it.
function mask(title, least) {
	selectImage("classes");
	run("Duplicate...", "title=" + title);
	setOption("BlackBackground", true);
	setThreshold(least, 2);
	run("Convert to Mask");
}

// How many pixels the axon at this place has.
function pixelsAround(title, x, y) {
	selectImage(title);
	doWand(x, y);
	getRawStatistics(count, mean);
	run("Select None");
	return count;
}

// How many pixels of axon and myelin lie in the zone of the axon at this place.
function pixelsInZone(x, y) {
	selectImage("zones");
	doWand(x, y);
	selectImage("fibres");
	run("Restore Selection");
	getRawStatistics(count, mean);
	run("Select None");
	return round(count * mean / 255);
}
