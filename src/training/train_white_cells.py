"""Trains the classifier of white cells, erythroblasts and platelets. See README.md beside this
file."""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import augment
import data
import loop
from classifier import Classifier

CLASSES = (
    "basophil",
    "eosinophil",
    "erythroblast",
    "immature granulocyte",
    "lymphocyte",
    "monocyte",
    "neutrophil",
    "platelet",
)
SIZE = 96
MIXED = 0.5
"""Share of the views that are a mixture of two (mixup, Zhang et al. 2018)."""


def white_cell_split(folder):
    """15 % of each class for validation, drawn by a hash of the crop's name. The set does not tell
    which crops come from one person."""
    return data.split(data.load_crops(folder / "white-cells"), 0.15, 1)


def class_of(item):
    return CLASSES.index(item.kind)


def seen(item, rng, size, strength):
    """One random view [1, 3, size, size] of a crop: turned, mirrored, shifted, from a whole crop to
    one that fits the cell tightly, under another stain and lamp."""
    c, h, w = item.grey.shape
    scale = size / w * np.exp(rng.uniform(-0.1, 0.4 * strength))
    place = augment.Place(rng, h, w, size, scale)
    place.middle = np.array([w, h]) / 2 + rng.uniform(-0.07, 0.07, 2) * w
    return augment.stained(place.cut(item.grey), rng, strength)


def sampler(items, size, strength):
    """rng -> an image and how much it shows of each class [classes]; classes come equally often."""
    by_class = [[i for i in items if class_of(i) == k] for k in range(len(CLASSES))]

    def one(rng):
        k = rng.integers(len(CLASSES))
        image = seen(by_class[k][rng.integers(len(by_class[k]))], rng, size, strength)
        return image, F.one_hot(torch.tensor(k), len(CLASSES)).float()

    def sample(rng):
        image, shown = one(rng)
        if rng.random() < MIXED * strength:
            other, also = one(rng)
            share = float(rng.beta(0.4, 0.4))
            image, shown = image.lerp(other, share), shown.lerp(also, share)
        return image, shown

    return sample


def loss_of(logits, shown):
    return F.cross_entropy(logits, torch.stack(shown), label_smoothing=0.03)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder that holds white-cells")
    loop.add_arguments(parser)
    parser.set_defaults(size=SIZE, batch=32)
    args = parser.parse_args()
    training, _ = white_cell_split(args.data)
    print(f"{len(training)} training images")
    loop.run(
        Classifier(len(CLASSES)), sampler(training, args.size, args.strength), loss_of, args
    )


if __name__ == "__main__":
    main()
