"""Cellpose's and StarDist's decoding written anew from the papers, in numpy, scipy and OpenCV, with no loop over pixels or objects.

    python object_references.py FOLDER            times both on the maps that ObjectDecoding wrote, and writes what they find
    python object_references.py --golden FOLDER   plants a small case for FlowsTest, and writes what this script finds in it

Cellpose: Stringer, Wang, Michaelos, Pachitariu, Nature Methods 18 (2021). StarDist: Schmidt, Weigert, Broaddus, Myers, MICCAI 2018.
"""
import sys
import time
from pathlib import Path

import cv2
import numpy as np
from scipy import ndimage, sparse

cv2.setNumThreads(1)


def followed(flow, y, x, steps, exact):
    """Positions after Euler steps; `exact` samples with scipy, else OpenCV does (in one call for both directions)."""
    h, w = flow.shape[:2]
    if exact:
        for _ in range(steps):
            dy, dx = (ndimage.map_coordinates(flow[..., c], (y, x), order=1, mode="nearest", prefilter=False) for c in (0, 1))
            y, x = np.clip(y + dy, 0, h - 1), np.clip(x + dx, 0, w - 1)
        return y, x
    n, columns = len(y), 1024
    padded = -(-n // columns) * columns
    y, x = (np.resize(v, padded).reshape(-1, columns).astype(np.float32) for v in (y, x))
    for _ in range(steps):
        d = cv2.remap(flow, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        y += d[..., 0]
        x += d[..., 1]
        np.clip(y, 0, h - 1, out=y)
        np.clip(x, 0, w - 1, out=x)
    return y.ravel()[:n], x.ravel()[:n]


def sinks(ends, shape):
    """The sink of each pixel; where two meet, the one with fewer ends."""
    h, w = shape
    counts = np.bincount(ends, minlength=h * w).reshape(shape)
    highest = cv2.dilate(counts.astype(np.float32), np.ones((5, 5), np.uint8))
    seeds = np.flatnonzero((counts == highest) & (counts > 10))
    seeds = seeds[np.lexsort((seeds, -counts.ravel()[seeds]))]
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(counts, 5), (11, 11))[seeds // w, seeds % w] > 2
    region = np.zeros((len(seeds), 13, 13), bool)
    region[:, 6, 6] = True
    for _ in range(5):
        across = region[:, :, :-2] | region[:, :, 1:-1] | region[:, :, 2:]
        region[:, 1:-1, 1:-1] = (across[:, :-2] | across[:, 1:-1] | across[:, 2:]) & windows
    seed, dy, dx = np.nonzero(region[:, 1:-1, 1:-1])
    sink = np.zeros(h * w, np.int32)
    # Of several values for a pixel the last one stays.
    sink[(seeds[seed] // w + dy - 5) * w + seeds[seed] % w + dx - 5] = seed + 1
    return sink


class Tiles:
    """Every object in a tile of its own, with a rim of 1, the one with the largest extent first."""

    def __init__(self, ids, width):
        pixels = np.flatnonzero(ids)
        self.pixels, label = pixels, ids[pixels]
        y, x, n = pixels // width, pixels % width, ids.max() + 1
        low = np.full((2, n), 1 << 30)
        high = np.zeros((2, n), int)
        for axis, v in enumerate((y, x)):
            np.minimum.at(low[axis], label, v)
            np.maximum.at(high[axis], label, v)
        extent = (high - low)[:, 1:]
        self.order = np.argsort(-extent.sum(0), kind="stable")
        self.steps = 2 * extent.sum(0)[self.order]
        place = np.zeros(n, int)
        place[self.order + 1] = np.arange(n - 1)
        self.tile, self.y, self.x = place[label], y - low[0, label] + 1, x - low[1, label] + 1
        self.inside = np.zeros((n - 1, extent[0].max() + 3, extent[1].max() + 3), np.float32)
        self.inside[self.tile, self.y, self.x] = 1
        self.low, self.width = low[:, 1:][:, self.order], width

    def mean(self, values):
        return np.bincount(self.tile, values, len(self.order)) / np.bincount(self.tile, minlength=len(self.order))

    def own_flows(self):
        """Up the gradient of the logarithm of heat that spreads from the pixel next to the centre of mass."""
        n, h, w = self.inside.shape
        away = (self.y - self.mean(self.y)[self.tile]) ** 2 + (self.x - self.mean(self.x)[self.tile]) ** 2
        first = np.lexsort((away, self.tile))[np.r_[0, np.cumsum(np.bincount(self.tile, minlength=n))[:-1]]]
        source = (np.arange(n), self.y[first], self.x[first])
        heat = np.zeros((n * h, w), np.float32)
        flat = self.inside.reshape(n * h, w)
        for step in range(self.steps.max(initial=0)):
            active = np.searchsorted(-self.steps, -step)  # those that have more steps than this
            part = heat.reshape(n, h, w)
            part[tuple(s[:active] for s in source)] += 1
            heat[:active * h] = cv2.blur(heat[:active * h], (3, 3), borderType=cv2.BORDER_CONSTANT) * flat[:active * h]
        log = np.log1p(heat.reshape(n, h, w).astype(float))
        dy = log[self.tile, self.y + 1, self.x] - log[self.tile, self.y - 1, self.x]
        dx = log[self.tile, self.y, self.x + 1] - log[self.tile, self.y, self.x - 1]
        length = np.hypot(dy, dx) + 1e-20
        return dy / length, dx / length

    def filled(self):
        """Pixels and tiles of the holes."""
        n, h, w = self.inside.shape
        empty = self.inside.reshape(n * h, w) == 0
        parts = ndimage.label(empty)[0]
        tile, y, x = np.nonzero((empty & (parts != parts[0, 0])).reshape(n, h, w))
        return (y + self.low[0, tile] - 1) * self.width + x + self.low[1, tile] - 1, tile


def cellpose(maps, exact, steps=200, error=0.4, smallest=15):
    """Labels from flows downwards, to the right and the logit of a cell."""
    _, h, w = maps.shape
    inside = maps[2] > 0
    flow = np.ascontiguousarray((maps[:2] * inside / 5).transpose(1, 2, 0), np.float32)
    cells = np.flatnonzero(inside)
    y, x = followed(flow, cells // w, cells % w, steps, exact)
    ids = np.zeros(h * w, np.int32)
    ids[cells] = sinks(y.astype(int) * w + x.astype(int), (h, w))[y.astype(int) * w + x.astype(int)]
    ids = compact(ids, np.bincount(ids) >= smallest)
    if not ids.any():
        return ids.reshape(h, w)
    tiles = Tiles(ids, w)
    dy, dx = tiles.own_flows()
    down, right = flow.reshape(-1, 2)[tiles.pixels].T
    wrong = np.zeros(ids.max() + 1)
    wrong[tiles.order + 1] = tiles.mean((dy - down) ** 2 + (dx - right) ** 2)
    holes, tile = tiles.filled()
    ids[holes] = tiles.order[tile] + 1
    return compact(ids, wrong <= error).reshape(h, w)


def compact(ids, keep):
    keep[0] = False
    new = np.zeros(len(keep), np.int32)
    new[keep] = np.arange(1, keep.sum() + 1)
    return new[ids]


def stardist(probability, distances, limit=0.5, overlap=0.4):
    """Labels from the probability and the distances of rays: greedy suppression in rounds, in each of which all candidates are
    kept that no stronger one that is left could drop."""
    rays, h, w = distances.shape
    cell = np.flatnonzero(probability >= limit)
    cell = cell[np.argsort(-probability.ravel()[cell], kind="stable")]
    cy, cx, d = cell // w, cell % w, distances.reshape(rays, -1)[:, cell].T.astype(np.float32)
    reach = int(np.ceil(d.max()))
    v, u = (g.ravel() for g in np.mgrid[-reach:reach + 1, -reach:reach + 1])
    angle = np.arctan2(v, u) % (2 * np.pi) / (2 * np.pi) * rays
    k = np.floor(angle).astype(int) % rays
    a, b = d[:, k], d[:, (k + 1) % rays]
    ka, kb = 2 * np.pi * k / rays, 2 * np.pi * (k + 1) / rays
    # Inside of the triangle of the centre and two neighbouring corners: left of the edge between them.
    edge = (b * np.cos(kb) - a * np.cos(ka)) * (v - a * np.sin(ka)) - (b * np.sin(kb) - a * np.sin(ka)) * (u - a * np.cos(ka))
    y, x = cy[:, None] + v, cx[:, None] + u
    n, at = np.nonzero((edge > 0) & (y >= 0) & (y < h) & (x >= 0) & (x < w))
    masks = sparse.csr_array((np.ones(len(n), np.float32), (n, (y[n, at] * w + x[n, at]))), (len(cell), h * w))
    shared = (masks @ masks.T).tocoo()
    area = np.bincount(n, minlength=len(cell))
    first, second = shared.coords
    drops = (first < second) & (shared.data > overlap * np.minimum(area[first], area[second]))
    first, second = first[drops], second[drops]
    left, kept = np.ones(len(cell), bool), np.zeros(len(cell), bool)
    while left.any():
        free = left.copy()
        free[second[left[first]]] = False
        kept |= free
        left &= ~free
        left[second[free[first]]] = False
    ids = np.zeros(h * w, np.int32)
    weakest_first = np.flatnonzero(kept)[::-1]
    part = masks[weakest_first].tocoo()
    row, pixel = part.coords
    order = np.argsort(row, kind="stable")
    ids[pixel[order]] = len(weakest_first) - row[order]
    return ids.reshape(h, w)


def timed(what, task, rounds=3):
    wall, processor = [], []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        found = task()
        wall.append((time.perf_counter() - start) * 1e3)
        processor.append((time.process_time() - used) * 1e3)
    print(f"{what}: {min(wall):.0f} ms (processor {min(processor):.0f}), {len(np.unique(found)) - 1} objects", flush=True)
    return found


def planted(h, w):
    """Ellipses, one bent and one with a hole, one cut by the edge, two that touch; their flows with noise."""
    y, x = np.mgrid[:h, :w]
    ids = np.zeros((h, w), np.int32)
    for k, (cy, cx, ry, rx, turn) in enumerate([(18, 20, 12, 8, 0.5), (20, 36, 13, 8, 0), (60, 22, 9, 15, 0.3), (64, 60, 14, 14, 0),
                                                (24, 70, 10, 16, -0.6), (3, 100, 9, 13, 0), (50, 104, 20, 7, 0.4),
                                                (86, 88, 6, 5, 0)]):
        v, u = y - cy, x - cx
        a, b = u * np.cos(turn) + v * np.sin(turn), v * np.cos(turn) - u * np.sin(turn)
        if k == 6:
            a = a - (b / 12) ** 2 * 3
        ids[(a / rx) ** 2 + (b / ry) ** 2 < 1] = k + 1
    tiles = Tiles(ids.ravel(), w)
    maps = np.zeros((3, h * w), np.float32)
    dy, dx = tiles.own_flows()
    maps[0, tiles.pixels], maps[1, tiles.pixels] = 5 * dy, 5 * dx
    maps = maps.reshape(3, h, w)
    rng = np.random.default_rng(2)
    maps[2] = np.where(ids > 0, 4, -5) + rng.normal(0, 0.5, (h, w))
    maps[2, 56, 67] = -3  # a hole
    maps[:2] += rng.normal(0, 0.4, (2, h, w))
    for c in 0, 1:
        maps[c] = cv2.GaussianBlur(maps[c], (0, 0), 0.7)
    part = np.s_[80:93, 82:95]  # flows to a place near the edge, which are not those of the shape
    away = np.hypot(86 - y[part], 91.5 - x[part])
    maps[0][part], maps[1][part] = 5 * (86 - y[part]) / away, 5 * (91.5 - x[part]) / away
    return ids, maps


def golden(folder):
    ids, maps = planted(96, 120)
    small = np.clip(np.round(maps * 20), -127, 127).astype(np.int8)
    small.tofile(folder / "flows.raw")
    found = cellpose(small.astype(np.float32) / 20, True)
    found.astype(np.uint8).tofile(folder / "flows-found.raw")
    ids.astype(np.uint8).tofile(folder / "flows-planted.raw")
    print(len(np.unique(found)) - 1, "of", ids.max(), "planted;", (cellpose(small.astype(np.float32) / 20, False) != found).sum(),
          "pixels differ with OpenCV's sampling")


def main():
    folder = Path(sys.argv[-1])
    if sys.argv[1] == "--golden":
        return golden(folder)
    maps = np.fromfile(folder / "flows.raw", np.float32).reshape(3, 1024, 1024)
    timed("flows, OpenCV", lambda: cellpose(maps, False)).astype(np.int32).tofile(folder / "flows-found.raw")
    timed("flows, scipy", lambda: cellpose(maps, True), 1)
    stars = np.fromfile(folder / "stars.raw", np.float32).reshape(33, 1024, 1024)
    timed("stardist", lambda: stardist(stars[0], stars[1:])).astype(np.int32).tofile(folder / "stars-found.raw")


main()
