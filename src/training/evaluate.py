"""Evaluates a bundled model on its validation part (and on images never used for any choice):
figures a kind of image.

Intervals hold 95 % of 2000 means (or medians) over images drawn again with replacement.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy import ndimage

import data
import instances
from description import Model
from train_nuclei import nuclei_split


def interval(values, statistic=np.mean, draws=2000):
    values = np.asarray(values, float)
    rng = np.random.default_rng(0)
    repeated = statistic(values[rng.integers(0, len(values), (draws, len(values)))], axis=1)
    low, high = np.percentile(repeated, (2.5, 97.5))
    return f"{statistic(values):.3f} [{low:.3f}, {high:.3f}]"


def touching(labels):
    """Numbers of objects that have another one within two pixels."""
    lowest = -ndimage.maximum_filter(np.where(labels > 0, -labels, -(10**6)), 5)
    highest = ndimage.maximum_filter(labels, 5)
    return np.unique(labels[(labels > 0) & (lowest != highest)])


class Row:
    """The figures of one image."""

    def __init__(self, item, model):
        outputs = model.outputs(item.grey)
        maps, found = outputs[0], model.objects_of(outputs)
        iou, _ = instances.overlaps(item.labels, found)
        self.name, self.kind = item.name, item.kind
        self.true, self.found = iou.shape
        self.precision = instances.average_precision(iou)
        self.strict = instances.average_precision(iou, 0.7)
        hit = (iou > 0.5).any(1) if self.found else np.zeros(self.true, bool)
        self.hits = int(hit.sum())
        ids = np.unique(item.labels[item.labels > 0])
        near = np.isin(ids, touching(item.labels))
        self.touching, self.touching_hits = int(near.sum()), int(hit[near].sum())
        self.count_error = abs(self.found - self.true) / max(self.true, 1)
        self.foreground = iou_of(item.labels > 0, found > 0)
        self.region = iou_of(item.labels > 0, maps[model.decoder.get("foreground", 0)] > 0.5)


def iou_of(a, b):
    return (a & b).sum() / max((a | b).sum(), 1)


def table(title, rows):
    print(
        f"\n{title}\n| kind | images | AP50 | AP at 0.7 | median error of the count "
        "| found / true | touching found |"
        " IoU of all objects | IoU of the foreground map |\n|---|---|---|---|---|---|---|---|---|"
    )
    for kind in sorted({r.kind for r in rows}):
        r = [row for row in rows if row.kind == kind]
        near, near_hits = sum(x.touching for x in r), sum(x.touching_hits for x in r)
        print(
            f"| {kind} | {len(r)} | {interval([x.precision for x in r])} "
            f"| {interval([x.strict for x in r])} "
            f"| {interval([x.count_error for x in r], np.median)} "
            f"| {sum(x.found for x in r)} / {sum(x.true for x in r)} | "
            f"{near_hits} of {near} | {interval([x.foreground for x in r])} "
            f"| {interval([x.region for x in r])} |"
        )
    crowded = max(rows, key=lambda r: r.true)
    print(
        f"most crowded: {crowded.name} ({crowded.kind}): {crowded.true} true, "
        f"{crowded.found} found, {crowded.hits} of the "
        f"true ones matched; {crowded.touching_hits} of {crowded.touching} touching ones"
    )


def black_frame(item, model):
    """The picture in a black frame of a quarter of its size on each side: count and IoU of each
    pair of objects."""
    h, w = item.grey.shape
    black = np.zeros((h + h // 2, w + w // 2), np.float32)
    inner = slice(h // 4, h // 4 + h), slice(w // 4, w // 4 + w)
    black[inner] = item.grey
    plain, framed = model.objects(item.grey), model.objects(black)[inner]
    return same(plain, framed)


def turned(item, model, degrees=20):
    """Objects of the turned picture, turned back, against those of the picture, away from the
    rim."""
    grey = ndimage.rotate(item.grey, degrees, reshape=True, order=1, mode="mirror")
    back = ndimage.rotate(model.objects(grey), -degrees, reshape=False, order=0)
    h, w = item.grey.shape
    y, x = (back.shape[0] - h) // 2, (back.shape[1] - w) // 2
    return same(model.objects(item.grey), back[y : y + h, x : x + w], 0.7)


def same(a, b, threshold=0.95):
    iou, _ = instances.overlaps(a, b)
    return iou.shape[0], iou.shape[1], int((iou > threshold).sum())


def shuffled(boxes, rng):
    return [boxes[i] for i in rng.permutation(len(boxes)) if boxes[i] is not None]


def count(labels):
    return len(np.unique(labels[labels > 0]))


def alone(item, rng, size=1024):
    """One whole nucleus of the picture in a large field of the picture's own background; None
    where it has none."""
    free = item.grey[~ndimage.binary_dilation(item.labels > 0, iterations=8)]
    if free.size < 2000:
        return None
    for box in shuffled(ndimage.find_objects(item.labels), rng):
        y, x = (slice(max(b.start - 6, 0), b.stop + 6) for b in box)
        part = item.labels[y, x]
        ids = np.unique(part[part > 0])
        inside = (
            y.start > 0
            and x.start > 0
            and y.stop < item.labels.shape[0]
            and x.stop < item.labels.shape[1]
        )
        if len(ids) == 1 and inside and (part > 0).sum() >= 60:
            field = rng.choice(free, (size, size))
            field[size // 2 : size // 2 + part.shape[0], size // 2 : size // 2 + part.shape[1]] = (
                item.grey[y, x]
            )
            return field, rng.choice(free, (size, size))
    return None


def sturdy(items, model):
    """Figures on pictures that were changed where the answer should not change."""
    print("\n| changed | pictures | objects before | after | same object |\n|---|---|---|---|---|")
    for name, change in (
        ("in a black frame (IoU > 0.95)", black_frame),
        ("turned by 20 degrees (IoU > 0.7)", turned),
    ):
        results = np.array([change(item, model) for item in items])
        print(f"| {name} | {len(items)} | " + " | ".join(map(str, results.sum(0))) + " |")
    rng, one, none = np.random.default_rng(0), [], []
    for item in items:
        if item.kind in ("fluorescence", "bbbc039") and (made := alone(item, rng)) is not None:
            one.append(count(model.objects(made[0])))
            none.append(count(model.objects(made[1])))
    print(
        f"one nucleus in 1024 x 1024: {sum(n == 1 for n in one)} of {len(one)} fields give one "
        f"object (counts {sorted(one)})"
    )
    print(
        f"empty 1024 x 1024: {sum(n == 0 for n in none)} of {len(none)} fields give none "
        f"(counts {sorted(none)})"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds nuclei and nuclei-bbbc039"
    )
    parser.add_argument(
        "--holdout",
        required=True,
        type=Path,
        help="folder with test images never used for any choice",
    )
    parser.add_argument(
        "--model", required=True, type=Path, help="nuclei.onnx, its description beside it"
    )
    parser.add_argument(
        "--changed",
        type=int,
        default=0,
        help="also judge every so many-th validation picture, changed",
    )
    args = parser.parse_args()
    _, validation = nuclei_split(args.data, args.holdout)
    holdout, model = data.load_holdout(args.holdout), Model(args.model)
    rows = [Row(item, model) for item in validation]
    table("Validation part", rows)
    for kind in sorted({r.kind for r in rows}):
        ordered = sorted((r for r in rows if r.kind == kind), key=lambda r: r.precision)
        print(
            f"{kind}: "
            + ", ".join(
                f"{word} {r.name} {r.precision:.3f}"
                for word, r in (
                    ("worst", ordered[0]),
                    ("median", ordered[len(ordered) // 2]),
                    ("best", ordered[-1]),
                )
            )
        )
    rows = [Row(item, model) for item in holdout]
    table("Held out: no part in any choice", rows)
    print(
        "mean over its images: AP50 "
        + interval([r.precision for r in rows])
        + ", error of the count "
        + interval([r.count_error for r in rows])
        + ", IoU of all objects "
        + interval([r.foreground for r in rows])
    )
    for r in rows:
        print(
            f"  {r.name} {r.kind}: AP50 {r.precision:.3f}, {r.found} found, {r.true} true, "
            f"{r.hits} matched"
        )
    if args.changed:
        sturdy(validation[:: args.changed], model)


if __name__ == "__main__":
    main()
