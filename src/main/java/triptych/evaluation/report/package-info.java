/** The report of an evaluation: a page to print, its plots and pictures. */
package triptych.evaluation.report;
