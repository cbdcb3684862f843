/**
 * What somebody says is in an image: objects with class and place, or the class of the whole. The
 * data that all annotation formats share, and what a format is; no file is read here.
 */
package triptych.annotation;
