"""Nuclei in a folder of images with all columns, the opponent of FolderBeside:
python folder_objects.py MODEL FOLDER OUT WORKERS THREADS [skimage | opencv] [stars]

OpenCV reads, ONNX Runtime infers on WORKERS processes of THREADS threads, skimage floods the foreground over the map of
distances from its parts above SEED, as the bundled description of nuclei without its line "stars" says. With "stars" the shapes of
the second output start the objects as in that description; neither OpenCV nor skimage suppresses shapes, so each of them is
drawn by OpenCV and compared with what is drawn already. The columns come from regionprops_table, or (opencv) from sums over
sorted pixels in numpy, and OpenCV's hull, box and length of each outline; of RGB images the mean of the channels alone is
measured. A table for each image and one of all; no summary, no journal, no note on the contrast of empty images."""
import multiprocessing
import os
import sys

import cv2
import numpy as np
import onnxruntime as ort
from skimage.segmentation import watershed

MULTIPLE, LOW, HIGH, CUTOFF, SEED, SMALLEST = 16, 1, 99.8, 0.5, 0.35, 10
OVERLAP, GRID = 0.4, 2
HEAD = "File,Id,Score,Pixels,Perim.,Circ.,Feret,MinFeret,AR,Round,Solidity,Mean,StdDev,Min,Max,X,Y,BX,BY,Width,Height\n"

model, folder, out = sys.argv[1:4]
workers, threads = int(sys.argv[4]), int(sys.argv[5])
by_skimage, by_stars = "skimage" in sys.argv[6:], "stars" in sys.argv[6:]
if by_skimage:
    from skimage.measure import regionprops_table


def opened():
    global session
    cv2.setNumThreads(threads)
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def percentiles(whole):
    """Of whole numbers, interpolated as numpy does, by counting."""
    to = np.bincount(whole.ravel()).cumsum()
    ranks = np.array([LOW, HIGH]) / 100 * (whole.size - 1)
    below, above = (np.searchsorted(to, np.minimum(np.floor(ranks) + i, whole.size - 1), "right") for i in (0, 1))
    return below + (ranks - np.floor(ranks)) * (above - below)


def prepared(image):
    whole = image if image.ndim == 2 else image.sum(2, dtype=np.uint16)
    low, high = percentiles(whole)
    h, w = whole.shape
    scaled = whole.astype(np.float32) * np.float32(1 / (high - low)) - np.float32(low / (high - low))
    scaled = cv2.copyMakeBorder(scaled, 0, -h % MULTIPLE, 0, -w % MULTIPLE, cv2.BORDER_REFLECT_101)
    return scaled[None, None]


def shapes(stars, inside):
    """Labels of the shapes, the most probable first, of two that share too much only the first."""
    h, w = inside.shape
    probability, rays = stars[0], stars[1:]
    at = np.flatnonzero(probability >= SEED)
    at = at[np.argsort(-probability.ravel()[at], kind="stable")]
    angle = 2 * np.pi * np.arange(len(rays)) / len(rays)
    length = np.maximum(rays.reshape(len(rays), -1)[:, at], 0).T
    cy, cx = np.divmod(at, probability.shape[1])
    # OpenCV's corners are pixels' centres, in 256ths.
    x = cx[:, None] * GRID + length * np.cos(angle)
    y = cy[:, None] * GRID + length * np.sin(angle)
    left, top = np.maximum(np.ceil(x.min(1)), 0).astype(int), np.maximum(np.ceil(y.min(1)), 0).astype(int)
    right, bottom = np.minimum(x.max(1) + 1, w).astype(int), np.minimum(y.max(1) + 1, h).astype(int)
    corners = np.stack([x - left[:, None], y - top[:, None]], 2)
    corners = np.round(corners * 256).astype(np.int32)
    labels = np.zeros((h, w), np.int32)
    areas = [0]
    for i, (l, t, r, b) in enumerate(zip(left.tolist(), top.tolist(), right.tolist(), bottom.tolist())):
        if r <= l or b <= t:
            continue
        mask = np.zeros((b - t, r - l), np.uint8)
        cv2.fillPoly(mask, corners[i:i + 1], 1, shift=8)
        mask = mask.view(bool)
        area = np.count_nonzero(mask)
        here = labels[t:b, l:r]
        shared = np.bincount(here[mask])
        if len(shared) > 1 and (shared[1:] > OVERLAP * np.minimum(area, areas[1:len(shared)])).any():
            continue
        here[mask & (here == 0)] = len(areas)
        areas.append(area)
    return np.where(inside, labels, 0)


def objects(image):
    h, w = image.shape[:2]
    maps, stars = session.run(None, {"image": prepared(image)})
    foreground, distance = maps[0, :, :h, :w]
    inside = foreground > CUTOFF
    if by_stars:
        seeds = shapes(stars[0], inside)
    else:
        seeds = cv2.connectedComponents((inside & (distance > SEED)).view(np.uint8), connectivity=8)[1]
    labels = watershed(-distance, seeds, mask=inside)
    pixels = np.bincount(labels.ravel())
    pixels[0] = 0
    kept = np.flatnonzero(pixels >= SMALLEST)
    number = np.zeros(len(pixels), np.int32)
    number[kept] = np.arange(1, len(kept) + 1)
    return number[labels], foreground


def ratio(u, v, c):
    """Of the axes of the ellipse with these second moments; a pixel is a square."""
    u, v = u + 1 / 12, v + 1 / 12
    large = (u + v) / 2 + np.hypot((u - v) / 2, c)
    return np.sqrt(large / ((u * v - c * c) / large))


def outlines(labels, count):
    """Length, largest and smallest Feret and area of the hull, of OpenCV's outlines widened to the pixels' corners."""
    perimeter, feret, narrow, hulls = np.zeros((4, count))
    points = [[] for _ in range(count)]
    labels = cv2.copyMakeBorder(labels, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    # The outlines of the background are among them, and holes, which lie within the others.
    for contour in cv2.findContours(labels, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)[0]:
        k = labels[contour[0, 0, 1], contour[0, 0, 0]] - 1
        if k >= 0:
            perimeter[k] += cv2.arcLength(contour, True)
            points[k].append(contour)
    corners = np.array([[[0, 0], [1, 0], [0, 1], [1, 1]]], np.int32)
    for k, own in enumerate(points):
        hull = cv2.convexHull(own[0] if len(own) == 1 else np.concatenate(own))
        hull = cv2.convexHull((hull + corners).reshape(-1, 1, 2))
        hulls[k] = cv2.contourArea(hull)
        narrow[k] = min(cv2.minAreaRect(hull)[1])
        flat = hull[:, 0].astype(np.float32)
        # The points of a hull are few.
        feret[k] = ((flat[:, None] - flat) ** 2).sum(2).max() ** 0.5
    return perimeter, feret, narrow, hulls


def sums(labels, image, foreground):
    """All columns by sums over the pixels of each label, sorted."""
    at = np.flatnonzero(labels)
    own = labels.ravel()[at]
    at = at[np.argsort(own, kind="stable")]
    own = labels.ravel()[at]
    value = image.ravel()[at].astype(float) if image.ndim == 2 else image.reshape(-1, 3)[at].mean(1)
    n = np.bincount(own)[1:]
    first = np.concatenate([[0], n.cumsum()[:-1]])
    y, x = np.divmod(at, labels.shape[1])

    def mean(v):
        return np.add.reduceat(v, first) / n

    cx, cy, m = mean(x), mean(y), mean(value)
    dx, dy, d = x - cx[own - 1], y - cy[own - 1], value - m[own - 1]
    left, right = np.minimum.reduceat(x, first), np.maximum.reduceat(x, first) + 1
    # The pixels of a label are still in the order of rows.
    top, bottom = y[first], y[first + n - 1] + 1
    perimeter, feret, narrow, hulls = outlines(labels, len(n))
    deviation = np.sqrt(np.add.reduceat(d * d, first) / np.maximum(1, n - 1))
    score = np.minimum(1, mean(foreground.ravel()[at].astype(float)))
    return [score, n, perimeter, feret, narrow, ratio(mean(dx * dx), mean(dy * dy), mean(dx * dy)), n / hulls, m, deviation,
            np.minimum.reduceat(value, first), np.maximum.reduceat(value, first), cx + 0.5, cy + 0.5, left, top, right - left,
            bottom - top]


def narrowest(region):
    return min(cv2.minAreaRect(np.argwhere(region).astype(np.float32))[1]) + 1


def regions(labels, image, foreground):
    """The same columns by skimage; the smallest Feret, which it lacks, from OpenCV."""
    value = image if image.ndim == 2 else image.mean(2)
    t = regionprops_table(labels, value, ["area", "perimeter", "feret_diameter_max", "solidity", "intensity_mean",
                                          "intensity_std", "intensity_min", "intensity_max", "centroid", "bbox",
                                          "axis_major_length", "axis_minor_length"], extra_properties=[narrowest])
    n, minor = t["area"], np.maximum(t["axis_minor_length"], 1)
    score = np.minimum(1, np.bincount(labels.ravel(), foreground.ravel())[1:] / n)
    deviation = t["intensity_std"] * np.sqrt(n / np.maximum(1, n - 1))
    return [score, n, t["perimeter"], t["feret_diameter_max"], t["narrowest"], t["axis_major_length"] / minor, t["solidity"],
            t["intensity_mean"], deviation, t["intensity_min"], t["intensity_max"], t["centroid-1"] + 0.5, t["centroid-0"] + 0.5,
            t["bbox-1"], t["bbox-0"], t["bbox-3"] - t["bbox-1"], t["bbox-2"] - t["bbox-0"]]


def table(file):
    image = cv2.imread(os.path.join(folder, file), cv2.IMREAD_UNCHANGED)
    labels, foreground = objects(image)
    lines = ""
    if labels.any():
        score, n, perimeter, feret, narrow, axes, *others = (regions if by_skimage else sums)(labels, image, foreground)
        circularity = np.minimum(1, 4 * np.pi * n / np.maximum(perimeter, 1) ** 2)
        columns = [score, n, perimeter, circularity, feret, narrow, axes, 1 / axes, *others]
        lines = "".join([f"{file},{k + 1}," + ",".join([f"{v:.6g}" for v in row]) + "\n"
                         for k, row in enumerate(np.stack(columns, 1).tolist())])
    with open(os.path.join(out, os.path.splitext(file)[0] + ".csv"), "w") as stream:
        stream.write(HEAD + lines)
    return lines


os.makedirs(out)
files = sorted(os.listdir(folder))
if workers == 1:
    opened()
    tables = [table(file) for file in files]
else:
    with multiprocessing.get_context("fork").Pool(workers, opened) as pool:
        tables = pool.map(table, files, chunksize=1)
with open(os.path.join(out, "all.csv"), "w") as stream:
    stream.write(HEAD + "".join(tables))
