// Runs the four commands with save= and writes down what the next macro line sees. Argument: images,models,output
a = split(getArgument(), ",");
images = a[0]; models = a[1]; out = a[2];
var display = endsWith(getArgument(), ",display");
var state = "";

open(images + "/shapes.tif");
// Titles of their own, so that no command meets the file of another: every run writes NAME-run.json.
rename("what.tif");
model = models + "/classes.onnx";
run("Classify Image...", "model=&model outputs=table,overlay top=2 save=&out");
note("classify");
state += getResultString("Class", 0) + " " + d2s(getResult("Score", 0), 4) + " " + getResult("Rank", 1) + "\n";

rename("shapes.tif");
model = models + "/boxes_v8.onnx";
run("Detect Objects...", "model=&model outputs=overlay,table,rois,labels save=&out");
note("detect");
state += getResultString("Class", 2) + " " + d2s(getResult("Score", 2), 4) + " " + d2s(getResult("BX", 2), 3) + " " + d2s(getResult("Width", 2), 3) + "\n";
close("*");

run("Clear Results");
open(images + "/nuclei.tif");
rename("covered.tif");
run("Segment Regions...", "outputs=labels,table,overlay,rois smallest=5 save=&out");
note("regions");
state += getResultString("Class", 0) + " " + d2s(getResult("%Area", 0), 3) + "\n";
close("*");

run("Clear Results");
open(images + "/nuclei.tif");
before = checksum();
run("Segment Objects...", "outputs=overlay,labels,table,rois save=[" + out + "]");
note("objects");
state += d2s(getResult("Area", 0), 3) + " " + getResultLabel(0) + "\n";
selectImage("nuclei-labels");
Image.removeScale;
getStatistics(area, mean, min, max);
state += "largest id " + max + " of " + nResults + " rows\n";
selectImage("nuclei.tif");
state += "source unchanged " + (before == checksum()) + "\n";
close("*");
File.saveString(state, out + "/state.txt");

function note(what) {
	titles = getList("image.titles");
	// A label image is in front after its command, as every new image is.
	selectImage(1);
	state += what + ": images " + nImages + " [" + String.join(titles, ";") + "], overlay " + Overlay.size + ", rows " + nResults;
	if (display) state += ", roi manager " + roiManager("count");
	state += "\n";
}

function checksum() {
	sum = 0;
	for (y = 0; y < getHeight; y += 3)
		for (x = 0; x < getWidth; x += 3)
			sum = (sum * 31 + getPixel(x, y)) % 1000003;
	return sum;
}
