/** Two classes that know each other, and one file too many. */
package triptych.architecture.planted.measure;
