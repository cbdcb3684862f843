package triptych.doors;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.swing.JComboBox;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImageJ;
import ij.Prefs;
import ij.process.ColorProcessor;
import ij.process.MedianCut;

/**
 * Types into the window of Choose Task... as a user does, and takes pictures of it: arguments are the folder of the
 * pictures and optionally a scale for the fonts. Needs a display.
 */
public final class ChooseTaskWindows {

	private static final String WORDS = "What do you want to know", LEVEL = "What should the answer", IMAGES = "Images to label",
		OBJECTS = "Objects in an image", MONEY = "Money", HOURS = "Working hours", TOUCH = "Do objects touch";

	private ChooseTaskWindows() {}

	public static void main(String... arguments) throws Exception {
		Path folder = Files.createDirectories(Path.of(arguments[0]));
		new ImageJ();
		if (arguments.length > 1) Prefs.setGuiScale(Double.parseDouble(arguments[1]));
		shot(folder, "choose-task", WORDS, "What is the area of each nucleus, even where they touch?", IMAGES, "50", OBJECTS, "40",
			MONEY, "1000", TOUCH, "yes");
		shot(folder, "choose-task-ambiguous", WORDS, "Mushrooms in my photographs", IMAGES,
			"400");
		shot(folder, "choose-task-short", WORDS, "Where are the wheat heads and how many?", IMAGES, "5000", OBJECTS, "60", MONEY,
			"500", HOURS, "40");
		shot(folder, "choose-task-other", WORDS, "How many nuclei are in each image?", IMAGES, "1,200", OBJECTS, "40");
		shot(folder, "choose-task-none", WORDS, "Remove the noise from my confocal stacks", LEVEL, "don't know");
		shot(folder, "choose-task-wrong", WORDS, "Wie viele Zellen sind auf jedem Bild?", IMAGES, "many");
		shot(folder, "choose-task-empty");
		shotOfPlan(folder);
		System.exit(0);
	}

	private static void shot(Path folder, String name, String... typed) throws Exception {
		IJ.run("Choose Task...");
		JFrame window = window();
		type(window, typed);
		DialogDriver.pause(2000);
		picture(window, folder.resolve(name + ".png"));
		window.dispose();
	}

	static JFrame window() {
		return DialogDriver.await("the window", () -> {
			for (Frame f : Frame.getFrames())
				if (f instanceof JFrame j && f.isShowing() && f.getTitle().equals("Choose Task")) return j;
			return null;
		});
	}

	/** Values by the beginning of the words beside their field. */
	static void type(JFrame window, String... typed) throws Exception {
		for (int i = 0; i < typed.length; i += 2) {
			String label = typed[i], value = typed[i + 1];
			EventQueue.invokeAndWait(() -> set(window, label, value));
		}
	}

	/** On the window's own thread. */
	static void set(JFrame window, String label, String value) {
		Component field = DialogDriver.all(window)
			.stream()
			.filter(c -> c instanceof JLabel l && l.getText() != null && l.getText().replace("<html>", "")
				.startsWith(label))
			.map(c -> ((JLabel) c).getLabelFor())
			.findFirst()
			.orElseThrow();
		if (field instanceof JTextComponent text) text.setText(value);
		else if (field instanceof JComboBox<?> box) for (int k = 0; k < box.getItemCount(); k++)
			if (box.getItemAt(k).toString().startsWith(value)) box.setSelectedIndex(k);
	}

	private static void shotOfPlan(Path folder) throws Exception {
		Path plan = folder.resolve("plan.html").toAbsolutePath();
		IJ.run("Choose Task...", "question=[What is the area of each leaf, even where they touch?] images=300 objects=12 "
			+ "crowded=yes money=1000 hours=80 gpu=no plan=[" + plan + "]");
		String html = Files.readString(plan);
		JEditorPane page = new JEditorPane("text/html", html.replaceAll("(?s)<style>.*?</style>", ""));
		JFrame frame = new JFrame("Choose Task plan");
		frame.add(page);
		frame.setSize(900, 1500);
		frame.setVisible(true);
		DialogDriver.pause(800);
		BufferedImage image = new BufferedImage(900, 1500, BufferedImage.TYPE_INT_RGB);
		EventQueue.invokeAndWait(() -> page.paint(image.getGraphics()));
		ImageIO.write(image, "png", folder.resolve("plan.png").toFile());
	}

	private static void picture(JFrame window, Path file) throws Exception {
		Rectangle area = window.getBounds();
		BufferedImage seen = new Robot().createScreenCapture(area);
		ImageIO.write(new MedianCut(new ColorProcessor(seen)).convertToByte(256).getBufferedImage(), "png", file.toFile());
	}
}
