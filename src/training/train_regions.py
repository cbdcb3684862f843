"""Trains a model that names the class of each pixel: confluence or axon-myelin. See README.md
beside this file."""

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import augment
import data
import loop
from network import UNet

WIDTHS = (24, 48, 72, 96)


@dataclass
class Family:
    """What differs: the classes (0 is background), the groups for validation, the views."""

    folder: str
    classes: tuple
    share: float
    """Of the images that are for validation, by whole groups."""
    spread: float = 0.25
    """Of the logarithm of the scale of views."""
    empty: float = 0
    """Share of views that hold noise only."""

    def split(self, folder):
        return data.split(data.load_regions(folder / self.folder, self.folder), self.share, 1)

    def net(self):
        return UNet(len(self.classes) + 1, widths=WIDTHS)


FAMILIES = {
    "confluence": Family("confluence", ("cells",), 0.2, empty=0.03),
    "axon-myelin": Family("axon-myelin", ("myelin", "axon"), 0.15, spread=0.35),
}


def view(family, item, rng, size, strength):
    """One random view: normalised image and labels, each [1, 1, size, size]."""
    if rng.random() < family.empty:
        return augment.empty_field(size, rng)
    scale = augment.random_scale(rng, family.spread * strength)
    place = augment.Place(rng, *item.labels.shape, size, scale)
    x, labels = place.cut(item.extra["x"]), place.cut(item.labels, "nearest")
    x = augment.vary_intensity(x, rng, strength)
    if rng.random() < 0.05:
        x, labels = augment.black_part(x, labels, rng)
    elif rng.random() < 0.25:
        low, high = np.percentile(x.numpy(), (1, 99.8))
        x = (x - low) / max(high - low, 0.05)
    return x * math.exp(rng.normal(0, 0.1)), labels


def sampler(family, items, size, strength):
    """rng -> a view of an image; each group is as likely as any other, whatever it holds."""
    groups = {}
    for item in items:
        item.extra["x"] = data.normalise(item.grey)
        groups.setdefault(item.group, []).append(item)
    groups = list(groups.values())

    def sample(rng):
        members = groups[rng.integers(len(groups))]
        return view(family, members[rng.integers(len(members))], rng, size, strength)

    return sample


def loss_of(logits, labels):
    """Cross entropy and Dice of the classes but the background."""
    labels = labels[:, 0].long()
    entropy = F.cross_entropy(logits, labels)
    p = torch.softmax(logits, 1)[:, 1:]
    t = F.one_hot(labels, logits.shape[1]).permute(0, 3, 1, 2)[:, 1:].float()
    overlap, total = (p * t).sum((0, 2, 3)), (p + t).sum((0, 2, 3))
    return entropy + (1 - (2 * overlap + 1) / (total + 1)).mean()


def add_family(parser):
    parser.add_argument("--family", required=True, choices=list(FAMILIES))
    parser.add_argument("--data", required=True, type=Path, help="folder that holds its folder")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_family(parser)
    loop.add_arguments(parser)
    args = parser.parse_args()
    family = FAMILIES[args.family]
    training, _ = family.split(args.data)
    print(f"{len(training)} training images")
    loop.run(family.net(), sampler(family, training, args.size, args.strength), loss_of, args)


if __name__ == "__main__":
    main()
