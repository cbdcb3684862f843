/**
 * The SciJava door: one Command for each run, without a menu path (menus come from plugins.config only). The same keys
 * as inputs, the results as outputs, headless too. Knows workflow and core only.
 */
package triptych.command;
