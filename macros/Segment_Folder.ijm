// Segments the objects in every image of a folder and saves what was found.
//
// For each image four files are written into the output folder:
//   NAME-objects.csv   a row for each object: area, intensity, position ...
//   NAME-labels.tif    an image in which every object has its own pixel value
//   NAME-rois.zip      the outlines, for the ROI Manager
//   NAME-run.json      the model, its version and every setting that was used
//
// Start it from the menu (Plugins > Triptych > Workflows) and choose two folders, or give them as argument:
//   runMacro(getDirectory("plugins") + "Triptych/Workflows/Segment_Folder.ijm",
//     "/data/images,/data/results");
//
// What to change first: the line that starts with "options". Record your own with Plugins > Macros > Record...,
// then run Plugins > Triptych > Segment Objects... once with the settings you want.

options = "model=nuclei smallest=0 border=keep overwrite=yes";

argument = getArgument();
if (argument != "") {
	folders = split(argument, ",");
	input = folders[0];
	output = folders[1];
} else {
	input = getDirectory("Choose the folder with your images");
	output = getDirectory("Choose the folder for the results");
}
if (!endsWith(input, "/")) input = input + "/";

setBatchMode(true);
run("Clear Results");
files = getFileList(input);
images = 0;
for (i = 0; i < files.length; i++) {
	if (!isImage(files[i])) continue;
	open(input + files[i]);
	// "&output" hands over the value of the variable, whatever blanks the folder's name holds.
	run("Segment Objects...", options + " save=&output");
	images++;
	close("*");
}
setBatchMode(false);

// The table holds all objects of all images; its first column tells the image.
print("Segmented " + images + " images: " + nResults + " objects, saved in " + output);

// Other file types can be added here.
function isImage(name) {
	name = toLowerCase(name);
	return endsWith(name, ".tif") || endsWith(name, ".tiff") || endsWith(name, ".png") || endsWith(name, ".jpg");
}
