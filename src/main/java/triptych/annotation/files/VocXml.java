package triptych.annotation.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.TriptychException;

/**
 * One file of Pascal VOC.
 *
 * @param filename as it is written, blank where it is not
 * @param width and {@code height}: 0 where it does not say
 * @param properties what else stands in it, by path, such as {@code source/database}
 */
record VocXml(String filename, int width, int height, List<Annotation> objects,
	Map<String, String> properties)
{

	private static final XMLInputFactory XML = XMLInputFactory.newInstance();

	static {
		// A file of annotations has no business with other files or addresses.
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XML.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	/** True where the root element is VOC's. */
	static boolean isVoc(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			XMLStreamReader xml = reader(in);
			while (xml.hasNext())
				if (xml.next() == XMLStreamConstants.START_ELEMENT)
					return xml.getLocalName().equals("annotation");
			return false;
		}
		catch (IOException | XMLStreamException e) {
			return false;
		}
	}

	private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
		synchronized (XML) {
			return XML.createXMLStreamReader(in);
		}
	}

	/** @throws TriptychException naming file and object where something is wrong with it */
	static VocXml read(Path file) {
		Map<String, String> image = new LinkedHashMap<>();
		List<Annotation> objects = new ArrayList<>();
		try (InputStream in = Files.newInputStream(file)) {
			XMLStreamReader xml = reader(in);
			xml.nextTag();
			while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
				if (!xml.isStartElement()) continue;
				Map<String, String> values = new LinkedHashMap<>();
				String name = xml.getLocalName();
				values(xml, "", values);
				if (name.equals("object")) objects.add(object(values, objects.size() + 1, file));
				else values.forEach((k, v) -> image.put(k.isEmpty() ? name : name + "/" + k, v));
			}
		}
		catch (IOException e) {
			throw new TriptychException(
				"The file \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
		catch (XMLStreamException e) {
			throw new TriptychException("The file \"" + file + "\" is damaged or cut off, at line "
				+ e.getLocation().getLineNumber() + ", after " + objects.size()
				+ " objects; copy or export it again.", e);
		}
		int width = size(image.remove("size/width"), file), height = size(image.remove("size/height"),
			file);
		String filename = image.getOrDefault("filename", "");
		image.remove("filename");
		image.remove("size/depth", "3");
		image.values().removeIf(String::isEmpty);
		return new VocXml(filename, width, height, objects, image);
	}

	/** The texts below an element by their paths; where one comes twice, the first. */
	private static void values(XMLStreamReader xml, String path, Map<String, String> values)
		throws XMLStreamException
	{
		StringBuilder text = new StringBuilder();
		boolean leaf = true;
		for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next())
			if (event == XMLStreamConstants.START_ELEMENT) {
				leaf = false;
				String name = xml.getLocalName();
				values(xml, path.isEmpty() ? name : path + "/" + name, values);
			}
			else if (xml.isCharacters()) text.append(xml.getText());
		if (leaf) values.putIfAbsent(path, text.toString().strip());
	}

	private static int size(String text, Path file) {
		if (text == null || text.isEmpty()) return 0;
		return (int) number(text, "the image", file);
	}

	private static double number(String text, String what, Path file) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException e) {
			throw new TriptychException(
				"In \"" + file + "\", " + what + " has \"" + text + "\" in place of a number.", e);
		}
	}

	private static Annotation object(Map<String, String> values, int number, Path file) {
		String what = "object " + number;
		String name = values.remove("name");
		if (name == null || name.isEmpty())
			throw new TriptychException("In \"" + file + "\", " + what + " has no name.");
		double[] corners = new double[4];
		String[] keys = { "xmin", "ymin", "xmax", "ymax" };
		for (int i = 0; i < 4; i++) {
			String text = values.remove("bndbox/" + keys[i]);
			if (text == null) throw new TriptychException(
				"In \"" + file + "\", " + what + " (" + name + ") has no " + keys[i] + ".");
			corners[i] = number(text, what + " (" + name + ")", file);
		}
		// These say no more than their absence does.
		values.values().removeIf(String::isEmpty);
		values.remove("pose", "Unspecified");
		values.remove("truncated", "0");
		values.remove("difficult", "0");
		Box box = new Box(corners[0], corners[1], corners[2], corners[3]);
		return new Annotation(name, Double.NaN, false, new Shape.Rectangle(box), values);
	}
}
