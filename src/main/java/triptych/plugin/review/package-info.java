/** The window of Review Folder... */
package triptych.plugin.review;
