/**
 * The ImageJ door: PlugIns named in plugins.config, their dialogs, macro keys and recording. No
 * logic of its own. Must load where SciJava is absent.
 */
package triptych.plugin;
