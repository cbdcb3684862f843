/**
 * What a run gives and where it goes: tables, csv, files, what is shown. The only room that touches
 * the ROI Manager.
 */
package triptych.result;
