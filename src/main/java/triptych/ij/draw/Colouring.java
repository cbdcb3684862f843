package triptych.ij.draw;

import java.awt.Color;

import triptych.core.ClassScore;

/**
 * What a colour tells: which object it is, where all are of one class, or else which class. Every
 * id has the colour that it has in a label image; in a class image an id stands for a class.
 */
public enum Colouring {

	BY_ID, BY_CLASS;

	/** @param classes how many classes the objects can be of */
	public static Colouring ofObjects(int classes) {
		return classes < 2 ? BY_ID : BY_CLASS;
	}

	Color of(int id, ClassScore best) {
		return this == BY_ID ? Palette.ofId(id) : Palette.ofClass(best.classId());
	}
}
