"""Evaluates a model of train_cells_phase.py on its validation part; with --out also pictures of
the worst, the median and the best beside the truth.

Intervals hold 95 % of 2000 means (or medians) over images drawn again with replacement.
"""

import argparse
from pathlib import Path

import numpy as np
from skimage.io import imsave
from skimage.segmentation import find_boundaries

import data
import instances
from description import Model
from evaluate import interval
from train_cells_phase import cells_split


def panel(item, found):
    grey = (data.normalise(item.grey).clip(0, 1) * 255).astype(np.uint8)
    drawn = [np.stack([grey] * 3, -1) for _ in range(3)]
    for picture, labels in zip(drawn[1:], (item.labels, found)):
        picture[find_boundaries(labels, mode="inner")] = (255, 170, 0)
    return np.concatenate(drawn, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder that holds cells-phase")
    parser.add_argument("--model", required=True, type=Path, help="its .onnx, description beside")
    parser.add_argument("--out", type=Path, help="folder for pictures")
    args = parser.parse_args()
    model, (training, validation) = Model(args.model), cells_split(args.data)
    print(
        f"validation: {len(validation)} images of {len({i.group for i in validation})} groups; "
        f"training: {len(training)} of {len({i.group for i in training})}"
    )
    found = [model.objects(item.grey) for item in validation]
    iou = [instances.overlaps(item.labels, f)[0] for item, f in zip(validation, found)]
    score = np.array([instances.average_precision(i) for i in iou])
    counts = np.array([i.shape for i in iou])
    off = np.abs(counts[:, 1] - counts[:, 0]) / counts[:, 0]
    covered = [((i.labels > 0) & (f > 0)).sum() / ((i.labels > 0) | (f > 0)).sum()
               for i, f in zip(validation, found)]
    print(f"AP50 {interval(score)}")
    print(f"AP at 0.7 {interval([instances.average_precision(i, 0.7) for i in iou])}")
    print(f"median error of the count {interval(off, np.median)}")
    print(f"found / true {counts[:, 1].sum()} / {counts[:, 0].sum()}")
    print(f"IoU of all cells {interval(covered)}")
    for group in sorted({i.group for i in validation}):
        print(group, f"{np.mean([s for s, i in zip(score, validation) if i.group == group]):.3f}")
    order = np.argsort(score)
    for word, i in (("worst", order[0]), ("median", order[len(order) // 2]), ("best", order[-1])):
        print(f"{word}: {validation[i].name} {score[i]:.3f}")
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            imsave(
                args.out / f"{word}-{validation[i].name}.png",
                panel(validation[i], found[i]),
                check_contrast=False,
            )


if __name__ == "__main__":
    main()
