/**
 * The four runs from options to results: the Java API ({@link triptych.workflow.Triptych}), the options records whose
 * components are the macro keys, and the delivery of results to ImageJ and to files. Knows all rooms below and no door.
 */
package triptych.workflow;
