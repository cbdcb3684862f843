"""Evaluates a model of train_regions.py on its validation part: IoU and Dice of each class, error
of the covered area; with --out also pictures of the worst, the median and the best.

Intervals hold 95 % of 2000 means over images drawn again with replacement.
"""

import argparse
from pathlib import Path

import numpy as np
from skimage.io import imsave

import data
from description import Model
from evaluate import interval
from train_regions import FAMILIES, add_family

COLOURS = np.array([[0, 0, 0], [255, 170, 0], [0, 150, 255]])


def figures(truth, found, k):
    """IoU, Dice and the error of the share of the area, of one class in one image; IoU and Dice
    are nan where the class is in neither."""
    a, b = truth == k, found == k
    both, either = (a & b).sum(), (a | b).sum()
    iou = both / either if either else np.nan
    return iou, 2 * iou / (1 + iou), abs(a.mean() - b.mean())


def panel(item, found):
    grey = np.repeat((data.normalise(item.grey).clip(0, 1) * 255)[..., None], 3, 2)
    drawn = [grey] + [
        np.where(labels[..., None] > 0, 0.55 * grey + 0.45 * COLOURS[labels], grey)
        for labels in (item.labels, found)
    ]
    return np.concatenate(drawn, 1).astype(np.uint8)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_family(parser)
    parser.add_argument("--model", required=True, type=Path, help="its .onnx, description beside")
    parser.add_argument("--out", type=Path, help="folder for pictures")
    args = parser.parse_args()
    family, model = FAMILIES[args.family], Model(args.model)
    training, validation = family.split(args.data)
    print(
        f"validation: {len(validation)} images of {len({i.group for i in validation})} groups; "
        f"training: {len(training)} of {len({i.group for i in training})}"
    )
    found = [model.classes(item.grey) for item in validation]
    print("| class | images | IoU | Dice | error of the covered area | IoU of all pixels |")
    print("|---|---|---|---|---|---|")
    means = np.zeros(len(validation))
    for k, name in enumerate(family.classes, 1):
        rows = np.array([figures(i.labels, f, k) for i, f in zip(validation, found)])
        means += np.nan_to_num(rows[:, 0], nan=1)
        there = rows[~np.isnan(rows[:, 0])]
        truth = np.concatenate([i.labels.ravel() for i in validation])
        pooled = figures(truth, np.concatenate([f.ravel() for f in found]), k)[0]
        print(
            f"| {name} | {len(there)} | {interval(there[:, 0])} | {interval(there[:, 1])} "
            f"| {interval(rows[:, 2])} | {pooled:.3f} |"
        )
    order = np.argsort(means)
    for word, n in (("worst", order[0]), ("median", order[len(order) // 2]), ("best", order[-1])):
        print(f"{word}: {validation[n].name} {means[n] / len(family.classes):.3f}")
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            picture = panel(validation[n], found[n])
            imsave(args.out / f"{word}-{validation[n].name}.png", picture, check_contrast=False)


if __name__ == "__main__":
    main()
