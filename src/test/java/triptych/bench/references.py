"""What others take for the numbers that Decoding and Measuring wrote: python references.py FOLDER (medians in ms, one thread)."""
import sys
import time

import cv2
import numpy as np
import torch
import torchvision
from skimage.measure import label, regionprops_table

folder = sys.argv[1]
torch.set_num_threads(1)
cv2.setNumThreads(1)


def read(name, kind=np.float32):
    return np.fromfile(f"{folder}/{name}.raw", kind)


def timed(what, task, rounds=15):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        result = task()
        times.append((time.perf_counter() - start) * 1e3)
    print(f"{what}: {sorted(times)[rounds // 2]:.2f}", result, flush=True)


def decoded(rows):
    scores = rows[4:]
    best = scores.max(0)
    kept = np.flatnonzero(best >= 0.25)
    classes = scores[:, kept].argmax(0)
    x, y, w, h = rows[:4, kept]
    return len(np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2, best[kept], classes], 1))


for n in 8400, 100000:
    rows = read(f"candidates-{n}").reshape(84, n)
    timed(f"numpy, decode [84, {n}]", lambda: decoded(rows))
    boxes = torch.from_numpy(read(f"boxes-{n}").reshape(n, 4))
    scores, classes = torch.from_numpy(read(f"scores-{n}")), torch.from_numpy(read(f"classes-{n}").astype(np.int64))
    timed(f"torchvision, {n} boxes by class", lambda: len(torchvision.ops.batched_nms(boxes, scores, classes, 0.45)))
    timed(f"torchvision, {n} boxes of any class", lambda: len(torchvision.ops.nms(boxes, scores, 0.45)), 3)
maps = read("maps").reshape(21, 2048, 2048)
timed("numpy, argmax [21, 2048, 2048]", lambda: maps.argmax(0).max(), 5)
timed("torch, argmax [21, 2048, 2048]", lambda: int(torch.from_numpy(maps).argmax(0).max()), 5)

mask, grey = (read(name, np.uint8).reshape(4096, 4096) for name in ("mask", "grey"))
timed("OpenCV, labels", lambda: cv2.connectedComponents(mask, connectivity=8)[0] - 1)
timed("OpenCV, labels with area, box and centre", lambda: cv2.connectedComponentsWithStats(mask, connectivity=8)[0] - 1)
timed("skimage, labels", lambda: int(label(mask, connectivity=2).max()), 5)
labels = label(mask, connectivity=2)
columns = ["area", "bbox", "centroid", "mean_intensity", "min_intensity", "max_intensity"]
timed("skimage, intensities", lambda: len(regionprops_table(labels, grey, columns)["area"]), 3)
columns += ["perimeter", "feret_diameter_max", "axis_major_length", "axis_minor_length", "orientation", "solidity"]
timed("skimage, every column", lambda: len(regionprops_table(labels, grey, columns)["area"]), 3)
