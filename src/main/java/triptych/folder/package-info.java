/**
 * One command on every image of a folder, with a journal that knows what is done, in shards where
 * wanted.
 */
package triptych.folder;
