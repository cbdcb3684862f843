/**
 * The window of Choose Task... Imports plugin, advice and what lies below.
 */
package triptych.plugin.choose;
