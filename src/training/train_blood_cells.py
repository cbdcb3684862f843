"""Trains the detector of red cells, white cells and platelets. See README.md beside this file."""

import argparse
from pathlib import Path

import numpy as np
import torch

import augment
import data
import detector
import loop

CLASSES = ("RBC", "WBC", "Platelets")
LEAST_VISIBLE = 0.35


def blood_split(folder, holdout):
    """15 % of each set for validation, whole fields only; the test images are left out by name
    and by pixels."""
    held = data.load_boxes(holdout, CLASSES, "held out")
    items = data.load_boxes(folder / "bloodcells", CLASSES, "bccd")
    items = [i for i in items if all(i.name != h.name and not same(i.grey, h.grey) for h in held)]
    return data.split(
        items + data.load_boxes(folder / "bloodcells-aslan", CLASSES, "aslan"), 0.15, 1
    )


def same(a, b):
    return a.shape == b.shape and np.abs(a - b).max() < 0.01


def halved(item):
    """At half the resolution, as the exported network sees it: means of 2 x 2 pixels."""
    c, h, w = item.grey.shape
    grey = item.grey[:, : h // 2 * 2, : w // 2 * 2].reshape(c, h // 2, 2, w // 2, 2).mean((2, 4))
    boxes = item.extra["boxes"] / 2
    return data.Item(
        item.name,
        item.kind,
        item.group,
        grey,
        None,
        dict(boxes=boxes, classes=item.extra["classes"]),
    )


def view(item, rng, size, strength):
    """Image [1, 3, size, size] in 0..1, boxes [n, 4] and classes [n] of what is still to be seen
    of the cells."""
    c, h, w = item.grey.shape
    scale = augment.random_scale(rng, 0.3 * strength)
    place = augment.Place(rng, h, w, size, scale, any_angle=False)
    # outside the picture lies grey: a mirror would show cells without boxes
    x = place.cut(item.grey - 0.45, outside="zeros") + 0.45
    whole = place.moved(item.extra["boxes"])
    cut = whole.clip(0, size)
    share = (cut[:, 2:] - cut[:, :2]).prod(1) / (whole[:, 2:] - whole[:, :2]).prod(1)
    kept = share >= LEAST_VISIBLE
    boxes, classes = torch.from_numpy(cut[kept].astype(np.float32)), torch.from_numpy(
        item.extra["classes"][kept]
    )
    return augment.stained(x, rng, strength), boxes, classes


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds bloodcells and bloodcells-aslan"
    )
    parser.add_argument(
        "--holdout", required=True, type=Path, help="folder with the test images, never trained on"
    )
    loop.add_arguments(parser)
    args = parser.parse_args()
    training, _ = blood_split(args.data, args.holdout)
    print(f"{len(training)} training images")
    views = [halved(item) for item in training]
    # as they are, the fields of the small set show cells as large as the halved ones of the other
    views += [item for item in training if item.kind == "aslan"]
    chances = np.array([2.0 if item.kind == "bccd" else 0.7 for item in views])

    def sample(rng):
        item = views[rng.choice(len(views), p=chances / chances.sum())]
        return view(item, rng, args.size, args.strength)

    loop.run(
        detector.Detector(len(CLASSES)),
        sample,
        lambda logits, boxes, classes: detector.loss_of(logits, boxes, classes, len(CLASSES)),
        args,
    )


if __name__ == "__main__":
    main()
