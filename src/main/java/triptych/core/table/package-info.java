/** Tables of measurements as rows and columns, free of any window; {@code java.*} only. */
package triptych.core.table;
