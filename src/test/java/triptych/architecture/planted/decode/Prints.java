package triptych.architecture.planted.decode;

/** Breaks the silence below the doors. */
public class Prints {

	void print() {
		System.out.println("done");
	}
}
