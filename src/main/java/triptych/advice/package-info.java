/**
 * The advisor joined with what is installed: advice, annotation plan, the command to go on with.
 * Imports advisor, run and what lies below.
 */
package triptych.advice;
