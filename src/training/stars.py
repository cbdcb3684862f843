"""Star-convex shapes (Schmidt et al. 2018): what the network learns of them, and objects made of
them as the plugin's decoder does."""

import numpy as np
import torch
from skimage.draw import polygon

RAYS = 32
GRID = 2
STEP = 0.5
"""Of the march along a ray, in pixels."""
ANGLES = 2 * np.pi * np.arange(RAYS) / RAYS


def rays(labels, cells):
    """Distances [n, RAYS] in pixels from the middle of each cell's pixel to the rim of its object;
    NaN where the object goes on beyond the view. Labels [H, W]; cells count the rows of the grid."""
    h, w = labels.shape
    width = -(-w // GRID)
    y, x = cells // width * GRID, cells % width * GRID
    own = np.repeat(labels[y, x], RAYS)
    at_y, at_x = np.repeat(y + 0.5, RAYS), np.repeat(x + 0.5, RAYS)
    down, right = (np.tile(f(ANGLES) * STEP, len(cells)) for f in (np.sin, np.cos))
    found = np.full(len(own), np.nan, np.float32)
    alive = np.arange(len(own))
    for step in range(1, int(2 * (h + w) / STEP)):
        iy = np.floor(at_y[alive] + step * down[alive]).astype(np.int32)
        ix = np.floor(at_x[alive] + step * right[alive]).astype(np.int32)
        inside = (iy >= 0) & (ix >= 0) & (iy < h) & (ix < w)
        alive, iy, ix = alive[inside], iy[inside], ix[inside]
        same = labels[iy, ix] == own[alive]
        found[alive[~same]] = (step - 0.5) * STEP
        alive = alive[same]
        if not len(alive):
            break
    return found.reshape(-1, RAYS)


def examples(labels, distance, rng, most=700):
    """Cells [n] and their rays of a view; labels and distance [1, 1, H, W]. The middle of an object
    is drawn more often than its rim, and a small object about as often as a large one."""
    ids = labels[0, 0, ::GRID, ::GRID].numpy().astype(np.int32).ravel()
    cells = np.flatnonzero(ids)
    if not len(cells):
        return torch.zeros(0, dtype=torch.int64), torch.zeros(0, RAYS)
    share = distance[0, 0, ::GRID, ::GRID].numpy().ravel()[cells] + 0.02
    share = share / np.bincount(ids)[ids[cells]] ** 0.7
    chosen = rng.choice(cells, min(most, len(cells)), replace=False, p=share / share.sum())
    return (
        torch.from_numpy(chosen),
        torch.from_numpy(rays(labels[0, 0].numpy().astype(np.int32), chosen)),
    )


def loss_of(logits, cells, targets):
    """Logarithm of the polar IoU (Xie et al. 2020) and the mean relative error of rays that end in
    the view; logits [N, RAYS, h, w] are logarithms of distances in units of 8 pixels."""
    told = torch.cat([o.flatten(1)[:, c].t() for o, c in zip(logits, cells)])
    true = torch.cat(targets)
    known = ~torch.isnan(true)
    enough = known.sum(1) >= RAYS // 2
    if not enough.any():
        return logits.sum() * 0
    told, known = told[enough], known[enough]
    true = torch.nan_to_num(true[enough], nan=1.0)
    d = distances(told)
    larger = (torch.maximum(d, true) * known).sum(1)
    smaller = (torch.minimum(d, true) * known).sum(1)
    off = ((told - torch.log(true / 8)).abs() * known).sum() / known.sum()
    return torch.log(larger / smaller.clamp(min=1e-3)).mean() + 0.3 * off


def distances(logits):
    return 8 * torch.exp(logits.clamp(-6, 4))


def shapes(probability, distance, limit, overlap, height, width):
    """Labels [height, width] from probability [h, w] and distances [RAYS, h, w] of cells: most
    probable first; what shares more than `overlap` of the smaller area with one kept is dropped."""
    labels, areas = np.zeros((height, width), np.int32), [0]
    order = np.argwhere(probability >= limit)
    for r, c in order[np.argsort(-probability[tuple(order.T)], kind="stable")]:
        d = distance[:, r, c]
        # skimage counts a pixel by its middle, which has whole numbers
        y, x = polygon(r * GRID + d * np.sin(ANGLES), c * GRID + d * np.cos(ANGLES), labels.shape)
        ids = labels[y, x]
        shared = np.bincount(ids, minlength=len(areas))
        shared[0] = 0
        hit = np.flatnonzero(shared)
        if not len(y) or (shared[hit] > overlap * np.minimum(len(y), np.array(areas)[hit])).any():
            continue
        labels[y[ids == 0], x[ids == 0]] = len(areas)
        areas.append(len(y))
    return labels
