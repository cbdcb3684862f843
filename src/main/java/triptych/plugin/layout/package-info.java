/** Where the rows of a dialog stand, and where the dialog stands on the screen. */
package triptych.plugin.layout;
