"""Boxes of YOLO outputs with numpy and OpenCV, the opponent of YoloDecoding: python yolo_references.py FOLDER

Reads lines of a kind and a number of rounds, prints the median of the clock and the mean processor time in ms, and writes
what it found. One thread, no loop over candidates or boxes."""
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import cv2
import numpy as np

cv2.setNumThreads(1)
folder = sys.argv[1]
SHAPES = {"columns": [(84, 8400)], "rows": [(25200, 85)], "end-to-end": [(300, 6)],
          "masks": [(116, 8400), (32, 160, 160)]}


def columns(out, extra=0):
    scores = out[4:len(out) - extra]
    best = scores.max(0)
    kept = np.flatnonzero(best >= np.float32(0.25))
    return out[:4, kept], best[kept], scores[:, kept].argmax(0), kept


def rows(out):
    likely = out[np.flatnonzero(out[:, 4] >= np.float32(0.25))]
    classes = likely[:, 5:].argmax(1)
    scores = likely[np.arange(len(likely)), 5 + classes] * likely[:, 4]
    kept = scores >= np.float32(0.25)
    return likely[kept, :4].T, scores[kept], classes[kept]


def suppressed(centred, scores, classes):
    x, y, w, h = centred
    corners = np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], 1)
    sizes = corners.astype(float)
    sizes[:, 2:] -= sizes[:, :2]
    kept = np.asarray(cv2.dnn.NMSBoxesBatched(sizes, scores, classes, 0.25, 0.45), int)
    return corners[kept], scores[kept], classes[kept], kept


def placed(corners):
    """In pixels of the image of 1280 x 960, which lies 80 below the top of the input at half its size."""
    return np.clip((corners.astype(float) - (0, 80, 0, 80)) / 0.5, 0, (1280, 960, 1280, 960))


def table(boxes, scores, classes, pixels=0):
    return np.column_stack([boxes, scores, classes, np.broadcast_to(pixels, len(boxes))])


def found(kind, out, prototypes=None):
    if kind == "end-to-end":
        kept = out[out[:, 4] >= np.float32(0.25)]
        kept = kept[np.argsort(-kept[:, 4], kind="stable")]
        return table(placed(kept[:, :4]), kept[:, 4], kept[:, 5])
    if kind == "rows":
        corners, scores, classes, _ = suppressed(*rows(out))
        return table(placed(corners), scores, classes)
    if kind == "columns":
        centred, scores, classes, _ = columns(out)
        corners, scores, classes, _ = suppressed(centred, scores, classes)
        return table(placed(corners), scores, classes)
    centred, scores, classes, origin = columns(out, 32)
    corners, scores, classes, kept = suppressed(centred, scores, classes)
    coefficients = out[84:, origin[kept]]
    # The part of the maps under the image, brought to its pixels in one call.
    logits = np.tensordot(prototypes[:, 20:140], coefficients, (0, 0))
    logits = cv2.resize(logits, (1280, 960), interpolation=cv2.INTER_LINEAR)
    x1, y1, x2, y2 = np.ceil(placed(corners) - 0.5).T
    across, down = np.arange(1280)[:, None], np.arange(960)[:, None, None]
    inside = (logits > 0) & (across >= x1) & (across < x2) & (down >= y1) & (down < y2)
    return table(np.stack([x1, y1, x2, y2], 1), scores, classes, inside.sum((0, 1)))


for line in sys.stdin:
    kind, rounds = line.split()
    outputs = [np.fromfile(f"{folder}/{kind}-{i}.raw", np.float32).reshape(shape) for i, shape in enumerate(SHAPES[kind])]
    clock, processor = [], time.thread_time()
    for _ in range(int(rounds)):
        start = time.perf_counter()
        result = found(kind, *outputs)
        clock.append(1e3 * (time.perf_counter() - start))
    processor = 1e3 * (time.thread_time() - processor) / int(rounds)
    result.tofile(f"{folder}/{kind}.found")
    print(sorted(clock)[len(clock) // 2], processor, flush=True)
