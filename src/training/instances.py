"""Objects from maps, as the plugin's watershed decoder makes them, and how well they match the
truth."""

import numpy as np
from scipy import ndimage
from skimage.segmentation import watershed

FOUR, EIGHT = ndimage.generate_binary_structure(2, 1), ndimage.generate_binary_structure(2, 2)


def decode(foreground, landscape, seed, cutoff=0.5, smallest=10, unseeded=0):
    """Seeds: 8-connected parts of landscape > seed within foreground > cutoff."""
    mask = foreground > cutoff
    seeds, _ = ndimage.label((landscape > seed) & mask, EIGHT)
    return flood(seeds, mask, landscape, smallest, unseeded)


def flood(seeds, mask, landscape, smallest=10, unseeded=0):
    """From the seeds over 4 neighbours within the mask, highest first; small objects are left out."""
    count = seeds.max()
    labels = (
        watershed(-landscape, seeds, mask=mask, connectivity=1)
        if count
        else np.zeros(mask.shape, np.int32)
    )
    if unseeded:
        rest, _ = ndimage.label(mask & (labels == 0), EIGHT)
        keep = np.bincount(rest.ravel()) >= unseeded
        keep[0] = False
        labels = np.where(keep[rest], rest + count, labels)
    small = np.bincount(labels.ravel()) < smallest
    labels[small[labels]] = 0
    return labels


def overlaps(truth, found):
    """IoU of each true object with each found one [true, found], and the number of pixels of
    each true object."""
    t, f = compact(truth), compact(found)
    table = np.bincount(
        (t.astype(np.int64) * (f.max() + 1) + f).ravel(), minlength=(t.max() + 1) * (f.max() + 1)
    )
    table = table.reshape(t.max() + 1, f.max() + 1).astype(np.float64)
    union = table.sum(1, keepdims=True) + table.sum(0, keepdims=True) - table
    return (table / np.maximum(union, 1))[1:, 1:], table.sum(1)[1:]


def compact(labels):
    """The same objects numbered 1, 2, ... without gaps."""
    present = np.flatnonzero(np.bincount(labels.ravel()))
    number = np.zeros(labels.max() + 1, np.int32)
    present = present[present > 0]
    number[present] = np.arange(1, len(present) + 1)
    return number[labels]


def average_precision(iou, threshold=0.5):
    """TP / (TP + FP + FN); above IoU 0.5 each object is in at most one pair."""
    hits = int((iou > threshold).sum())
    return hits / max(sum(iou.shape) - hits, 1) if sum(iou.shape) else 1.0
