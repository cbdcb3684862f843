/**
 * The SciJava door: a Command for each command of the menu, without a menu entry of its own (menus
 * come from plugins.config only). The same keys as inputs, the results as outputs, headless too.
 *
 * <p>Each key is a field here, beside its component of the options record: SciJava lists as inputs
 * of a Command only what its fields say ({@code CommandInfo.inputs()}), and inputs that a Command
 * adds to itself while it runs are missing in that list, which scripts read. A test compares the
 * fields with the records.
 */
package triptych.command;
