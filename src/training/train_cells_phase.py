"""Trains the bundled model of cells in phase contrast. See README.md beside this file."""

import argparse
import math
from pathlib import Path

import numpy as np
from scipy import ndimage
from skimage.graph import MCP_Geometric

import augment
import data
import loop
from network import UNet
from train_nuclei import maps_loss

MAPS = ("foreground", "boundary", "middle")


def middles(labels):
    """1 at the innermost pixel of each object, and e^-1 where the way to it inside the object is as
    long as the radius of a disc of its area: however long its arms, an object has one summit."""
    result = np.zeros(labels.shape, np.float32)
    for number, place in enumerate(ndimage.find_objects(labels), 1):
        if place is None:
            continue
        inside = np.pad(labels[place] == number, 1)
        depth = ndimage.distance_transform_edt(inside)
        way = MCP_Geometric(np.where(inside, 1.0, -1.0))
        length, _ = way.find_costs([np.unravel_index(depth.argmax(), depth.shape)])
        height = np.where(inside, np.exp(-length / math.sqrt(inside.sum() / math.pi)), 0)
        np.maximum(result[place], height[1:-1, 1:-1], out=result[place])
    return result


def view(item, rng, size, strength):
    """One random view: normalised image, labels and middles, each [1, 1, size, size]."""
    scale = augment.random_scale(rng, 0.3 * strength)
    place = augment.Place(rng, *item.labels.shape, size, scale)
    x, middle = place.cut(item.extra["x"]), place.cut(item.extra["middle"])
    labels = place.cut(item.labels, "nearest")
    x = augment.vary_intensity(x, rng, strength)
    if rng.random() < 0.05:
        x, labels = augment.black_part(x, labels, rng)
    elif rng.random() < 0.2:
        low, high = np.percentile(x.numpy(), (1, 99.8))
        x = (x - low) / max(high - low, 0.05)
    return x, labels, middle


def sampler(items, size, strength):
    """rng -> a view of an image; each group is as likely as any other."""
    groups = {}
    for item in items:
        item.extra["x"] = data.normalise(item.grey)
        item.extra["middle"] = middles(item.labels)
        groups.setdefault(item.group, []).append(item)
    groups = list(groups.values())

    def sample(rng):
        members = groups[rng.integers(len(groups))]
        return view(members[rng.integers(len(members))], rng, size, strength)

    return sample


def cells_split(folder):
    return data.split(data.load_regions(folder / "cells-phase", "cells-phase"), 0.15, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder that holds cells-phase")
    loop.add_arguments(parser)
    args = parser.parse_args()
    training, _ = cells_split(args.data)
    print(f"{len(training)} training images")
    loop.run(UNet(len(MAPS)), sampler(training, args.size, args.strength), maps_loss, args)


if __name__ == "__main__":
    main()
