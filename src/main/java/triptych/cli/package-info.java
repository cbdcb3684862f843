/**
 * The terminal door: the same runs over files, without ImageJ's window. Its flags come from the
 * options records.
 */
package triptych.cli;
