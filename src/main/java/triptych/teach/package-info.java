/** Teach Classes...: examples of objects become a model like any other. */
package triptych.teach;
