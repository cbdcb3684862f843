"""Draws the worst, median and best picture of each kind: the image, the truth and what was
found, for looking at."""

import argparse
from pathlib import Path

import numpy as np
from skimage.io import imsave
from skimage.segmentation import find_boundaries

import data
import instances
from description import Model
from train_nuclei import nuclei_split

ALONE, MATCHED = (255, 60, 60), (0, 220, 90)


def outlined(grey, labels, good):
    """Outlines: green for objects that have a partner (their ids are `good`), red for those
    without."""
    picture = np.repeat(grey[..., None], 3, 2)
    rim = find_boundaries(labels, mode="inner")
    matched = np.isin(labels, good)
    picture[rim & matched] = MATCHED
    picture[rim & ~matched] = ALONE
    return picture


def panel(item, found):
    x = data.normalise(item.grey, (0.5, 99.5)).clip(0, 1)
    grey = (255 * x**0.7).astype(np.uint8)
    truth, found = instances.compact(item.labels), instances.compact(found)
    pairs = np.argwhere(instances.overlaps(truth, found)[0] > 0.5) + 1
    return np.concatenate(
        [
            np.repeat(grey[..., None], 3, 2),
            outlined(grey, truth, pairs[:, 0]),
            outlined(grey, found, pairs[:, 1]),
        ],
        1,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds nuclei and nuclei-bbbc039"
    )
    parser.add_argument(
        "--holdout", required=True, type=Path, help="folder with the test images, drawn too"
    )
    parser.add_argument(
        "--model", required=True, type=Path, help="nuclei.onnx, its description beside it"
    )
    parser.add_argument("--out", required=True, type=Path, help="folder for the pictures")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    _, validation = nuclei_split(args.data, args.holdout)
    model = Model(args.model)
    for part, items in (("validation", validation), ("holdout", data.load_holdout(args.holdout))):
        for kind in sorted({item.kind for item in items}):
            scored = []
            for item in (i for i in items if i.kind == kind):
                found = model.objects(item.grey)
                scored.append(
                    (
                        instances.average_precision(instances.overlaps(item.labels, found)[0]),
                        item,
                        found,
                    )
                )
            scored.sort(key=lambda s: s[0])
            for word, i in (
                ("worst", 0),
                ("second-worst", 1),
                ("median", len(scored) // 2),
                ("best", -1),
            ):
                if i < len(scored):
                    precision, item, found = scored[i]
                    imsave(
                        args.out / f"{part}-{kind}-{word}-{item.name}-{precision:.2f}.png",
                        panel(item, found),
                        check_contrast=False,
                    )


if __name__ == "__main__":
    main()
