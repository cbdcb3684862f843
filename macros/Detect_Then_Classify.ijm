// Finds objects with one model, then asks a second model what each of them is.
//
// The first model answers "where?" with boxes, the second one "what?" for each box. It works on the image that is
// open, or on a file given as argument with both models and the file to write:
//   runMacro(getDirectory("plugins") + "Triptych/Workflows/Detect_Then_Classify.ijm",
//     "/data/leaf.tif,/models/spots.onnx,/models/disease.onnx,/data/answer.csv");
//
// The result is a table with one row an object: ROI, Class, Score.

detector = "/path/to/your/detector.onnx";
classifier = "/path/to/your/classifier.onnx";

argument = getArgument();
output = "";
if (argument != "") {
	files = split(argument, ",");
	open(files[0]);
	detector = files[1];
	classifier = files[2];
	output = files[3];
}
// The boxes go into the overlay; "&detector" hands over the variable, whatever blanks the path holds.
run("Detect Objects...", "model=&detector confidence=0.25 outputs=overlay");

run("Clear Results");
// within=rois: each ROI of the overlay, or else of the ROI Manager, is classified for itself. top=1 lists the best class.
run("Classify Image...", "model=&classifier within=rois top=1 outputs=overlay,table");

text = "ROI,Class,Score\n";
for (row = 0; row < nResults; row++)
	text += getResultString("ROI", row) + "," + getResultString("Class", row) + "," + getResult("Score", row) + "\n";
print(text);
if (output != "") File.saveString(text, output);
