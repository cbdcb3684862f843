package triptych.folder;

import java.nio.file.Path;

/**
 * An image of a folder.
 *
 * @param path from the input folder, with forward slashes
 * @param name of its results, from the save folder and without an ending
 * @param size in bytes
 * @param modified time of the last change in milliseconds
 */
record FolderImage(Path file, String path, String name, long size, long modified) {}
