"""Trains the bundled nuclei model. See README.md beside this file."""

import argparse
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from scipy import ndimage

import augment
import data
import loop
import stars
from network import UNet

MAPS = ("foreground", "boundary", "distance")
SHARE = {"fluorescence": 0.50, "histology": 0.25, "brightfield": 0.07, "bbbc039": 0.18}


# ---------- targets ----------


def distances(labels, margin=24):
    """Distance of each pixel to the nearest one of another label, by object 0 at its rim and 1 at
    its innermost pixel.

    Objects that the image cuts go on beyond its edge as their mirror image.
    """
    labels = np.pad(labels, margin, mode="symmetric")
    rim = np.zeros(labels.shape, bool)
    for axis in (0, 1):
        for step in (-1, 1):
            rim |= np.roll(labels, step, axis) != labels
    depth = ndimage.distance_transform_edt((labels > 0) & ~rim)
    most = np.zeros(labels.max() + 1)
    np.maximum.at(most, labels.ravel(), depth.ravel())
    result = np.where(labels > 0, (depth + 0.5) / (most[labels] + 0.5), 0).astype(np.float32)
    return result[margin:-margin, margin:-margin]


def highest(t, size):
    return F.max_pool2d(F.max_pool2d(t, (1, size), 1, (0, size // 2)), (size, 1), 1, (size // 2, 0))


def targets(labels, distance):
    """Foreground, inner boundary and distance [N, 3, H, W]; weights [N, 1, H, W] are raised
    where two nuclei meet."""
    inside = labels > 0
    boundary = inside & ((highest(labels, 3) != labels) | (-highest(-labels, 3) != labels))
    lowest_label = -highest(-torch.where(inside, labels, torch.full_like(labels, 1e9)), 5)
    highest_label = highest(labels, 5)
    touching = (highest_label > 0) & (lowest_label != highest_label)
    return (
        torch.cat([inside.float(), boundary.float(), distance * inside], 1),
        1 + 4 * touching.float(),
    )


def loss_of(logits, labels, distance, cells, rays):
    return maps_loss(logits[0], labels, distance) + stars.loss_of(logits[1], cells, rays)


def maps_loss(logits, labels, distance):
    """Cross entropy on all maps (that of the distance is a soft one) and Dice on foreground and
    boundary."""
    target, weight = targets(labels, distance)
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight
    p = torch.sigmoid(logits)
    off = ((p[:, 2] - target[:, 2]).abs() * weight[:, 0]).mean()
    p, t = p[:, :2], target[:, :2]
    overlap, total = (weight * p * t).sum((0, 2, 3)), (weight * (p + t)).sum((0, 2, 3))
    return entropy.sum(1).mean() + off + (1 - (2 * overlap + 1) / (total + 1)).mean()


# ---------- views ----------


def view(item, rng, size, strength):
    """One random view: normalised image, labels and distances, each [1, 1, size, size]."""
    if rng.random() < 0.02:
        x, labels = augment.empty_field(size, rng)
        return x, labels, torch.zeros_like(x)
    place = augment.Place(rng, *item.labels.shape, size, augment.random_scale(rng, 0.45 * strength))
    x, distance = place.cut(item.extra["x"]), place.cut(item.extra["distance"])
    labels = place.cut(item.labels, "nearest")
    dark = item.kind in ("fluorescence", "bbbc039")
    if dark and rng.random() < 0.1 and (sparse := augment.sparse_field(x, labels, rng)):
        x, labels = sparse
        return x * math.exp(rng.normal(0, 0.3)) + rng.normal(0, 0.05), labels, distance
    x = augment.vary_intensity(x, rng, strength)
    if rng.random() < 0.08:
        x, labels = augment.black_part(x, labels, rng)
    elif rng.random() < 0.12:
        low, high = np.percentile(x.numpy(), (1, 99.8))
        x = (x - low) / max(high - low, 0.05)
    return x, labels, distance


def sampler(items, size, strength):
    """rng -> a view of an image drawn by kind; a large image holds more to see, but must not
    drown the small ones."""
    for item in items:
        item.extra["x"] = data.normalise(item.grey)
        item.extra["distance"] = distances(item.labels)
    kinds = list(SHARE)
    by_kind = {kind: [item for item in items if item.kind == kind] for kind in kinds}
    weights = {
        kind: np.sqrt([item.grey.size for item in chosen]) for kind, chosen in by_kind.items()
    }

    def sample(rng):
        kind = rng.choice(kinds, p=list(SHARE.values()))
        chances = weights[kind] / weights[kind].sum()
        item = by_kind[kind][rng.choice(len(chances), p=chances)]
        x, labels, distance = view(item, rng, size, strength)
        return x, labels, distance, *stars.examples(labels, distance, rng)

    return sample


def nuclei_split(folder, holdout):
    """The same for training and evaluation, whatever else is asked: seed 1, 15 % of each kind,
    by whole groups."""
    items = data.load_dsb(folder / "nuclei") + data.load_bbbc039(folder / "nuclei-bbbc039")
    return data.split(data.without(items, data.load_holdout(holdout)), 0.15, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds nuclei and nuclei-bbbc039"
    )
    parser.add_argument(
        "--holdout", required=True, type=Path, help="folder with the test images, never trained on"
    )
    loop.add_arguments(parser)
    args = parser.parse_args()
    training, _ = nuclei_split(args.data, args.holdout)
    print(f"{len(training)} training images")
    loop.run(UNet(len(MAPS), rays=stars.RAYS), sampler(training, args.size, args.strength), loss_of, args)


if __name__ == "__main__":
    main()
