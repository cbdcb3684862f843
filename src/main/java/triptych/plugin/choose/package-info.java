/**
 * The window of Choose Task...
 */
package triptych.plugin.choose;
