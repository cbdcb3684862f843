/**
 * The SciJava door: a Command for each command of the menu, without a menu entry of its own (menus
 * come from plugins.config only). The same keys as inputs, the results as outputs, headless too.
 */
package triptych.command;
