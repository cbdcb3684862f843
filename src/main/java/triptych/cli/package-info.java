/**
 * The terminal door: the same runs over files, without ImageJ's window. Knows workflow and core only; its flags come
 * from the options records.
 */
package triptych.cli;
