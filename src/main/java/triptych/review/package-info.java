/**
 * What somebody corrects in the objects of an image: edits, kept in a journal as they are made, and
 * the files that are written anew from them. Nothing here opens a window.
 */
package triptych.review;
