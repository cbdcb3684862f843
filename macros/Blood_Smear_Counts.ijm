// Counts the red cells, white cells and platelets in every stained blood smear of a folder.
//
// It writes one table, a row for each image: Image, Red, White, Platelets.
// Start it from the menu and choose the folder, or give it and the file to write as argument:
//   runMacro(getDirectory("plugins") + "Triptych/Workflows/Blood_Smear_Counts.ijm",
//     "/data/smears,/data/counts.csv");
//
// Look at the boxes on some of your images first (Detect Objects..., model blood-cells): white cells are found
// reliably, but the number of red cells can be off by a quarter. A red cell should be about 100 pixels wide.

options = "model=blood-cells outputs=table";

argument = getArgument();
if (argument != "") {
	files = split(argument, ",");
	input = files[0];
	output = files[1];
} else {
	input = getDirectory("Choose the folder with your images");
	output = input + "counts.csv";
}
if (!endsWith(input, "/")) input += "/";

text = "Image,Red,White,Platelets\n";
names = getFileList(input);
for (i = 0; i < names.length; i++) {
	if (!matches(toLowerCase(names[i]), ".*\\.(jpg|jpeg|png|tif|tiff|bmp)")) continue;
	open(input + names[i]);
	run("Clear Results");
	run("Detect Objects...", options);
	red = 0;
	white = 0;
	platelets = 0;
	for (row = 0; row < nResults; row++) {
		found = getResultString("Class", row);
		if (found == "RBC") red++;
		if (found == "WBC") white++;
		if (found == "Platelets") platelets++;
	}
	text += names[i] + "," + red + "," + white + "," + platelets + "\n";
	close();
}
print(text);
File.saveString(text, output);
