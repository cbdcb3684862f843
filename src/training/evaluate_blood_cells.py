"""Evaluates blood-cells.onnx on its validation part and on the test images: average precision and
count of each class; with --out also pictures of the worst, the median and the best."""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime as ort
import yaml
from skimage.io import imsave

import data
from train_blood_cells import CLASSES, blood_split

FAINTEST = 0.01
COLOURS = ((255, 40, 40), (60, 60, 255), (0, 170, 0))


class Detections:
    """The model as the plugin runs it: padded at the right and bottom with grey, boxes of one class
    that overlap more than `overlap` but for the best dropped."""

    def __init__(self, path):
        told = yaml.safe_load(path.with_suffix(".triptych.yaml").read_text())
        self.multiple, self.fill = told["input"]["multiple"], told["input"]["fill"] / 255
        self.confidence = told["thresholds"]["confidence"]
        self.overlap = told["thresholds"]["overlap"]
        self.session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])

    def of(self, image):
        """Boxes [n, 4], classes [n] and scores [n] >= FAINTEST."""
        c, h, w = image.shape
        pad = ((0, 0), (0, -h % self.multiple), (0, -w % self.multiple))
        x = np.pad(image, pad, constant_values=self.fill)
        rows = self.session.run(None, {"image": x[None].astype(np.float32)})[0][0].T
        scores, classes = rows[:, 4:].max(1), rows[:, 4:].argmax(1)
        rows, classes, scores = (v[scores >= FAINTEST] for v in (rows, classes, scores))
        boxes = np.concatenate(
            [rows[:, :2] - rows[:, 2:4] / 2, rows[:, :2] + rows[:, 2:4] / 2], 1
        ).clip(0, [w, h, w, h])
        kept = best_of(boxes, classes, scores, self.overlap)
        return boxes[kept], classes[kept], scores[kept]


def iou_of(a, b):
    """[n, 4] and [m, 4] -> [n, m]."""
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = (high - low).clip(0).prod(2)
    area = [(x[:, 2:] - x[:, :2]).prod(1) for x in (a, b)]
    return both / np.maximum(area[0][:, None] + area[1][None] - both, 1e-9)


def best_of(boxes, classes, scores, overlap):
    kept, order = [], list(np.argsort(-scores, kind="stable"))
    iou = iou_of(boxes, boxes)
    while order:
        first = order.pop(0)
        kept.append(first)
        order = [i for i in order if classes[i] != classes[first] or iou[first, i] <= overlap]
    return np.array(kept, int)


def hits_of(item, found, k, threshold=0.5):
    """Scores of the boxes of class k, best first, whether each is right, and the number of true
    boxes. A true box is right once."""
    boxes, classes, scores = found
    boxes, scores = boxes[classes == k], scores[classes == k]
    true = item.extra["boxes"][item.extra["classes"] == k]
    iou, taken = iou_of(boxes, true), np.zeros(len(true), bool)
    right = np.zeros(len(boxes), bool)
    for i in np.argsort(-scores, kind="stable"):
        if len(true) and iou[i].max() >= threshold and not taken[iou[i].argmax()]:
            right[i] = taken[iou[i].argmax()] = True
    return scores, right, len(true)


def average_precision(parts):
    """Area under the precision that falls with recall (Everingham et al. 2010, all points)."""
    scores, right = (np.concatenate([p[n] for p in parts]) for n in (0, 1))
    true = sum(p[2] for p in parts)
    if true == 0:
        return np.nan
    right = right[np.argsort(-scores, kind="stable")].cumsum()
    precision = right / np.arange(1, len(right) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    return float((precision * np.diff(right, prepend=0)).sum() / true)


def interval(parts, draws=500):
    rng = np.random.default_rng(0)
    values = [
        average_precision([parts[i] for i in rng.integers(0, len(parts), len(parts))])
        for _ in range(draws)
    ]
    low, high = np.nanpercentile(values, (2.5, 97.5))
    return f"{average_precision(parts):.3f} [{low:.3f}, {high:.3f}]"


def table(title, items, found, confidence):
    print(f"\n{title}: {len(items)} fields\n| class | AP50 | true | found | right | count |")
    print("|---|---|---|---|---|---|")
    means = []
    for k, name in enumerate(CLASSES):
        parts = [hits_of(i, f, k) for i, f in zip(items, found)]
        true = sum(p[2] for p in parts)
        if true == 0:
            continue
        called = sum(int((p[0] >= confidence).sum()) for p in parts)
        right = sum(int(p[1][p[0] >= confidence].sum()) for p in parts)
        means.append(average_precision(parts))
        share = (called - true) / true
        print(f"| {name} | {interval(parts)} | {true} | {called} | {right} | {share:+.1%} |")
    print(f"mean of the classes (mAP50): {np.mean(means):.3f}")


def quality(item, found, confidence):
    """F1 of one field over all classes, at the confidence of the description."""
    right = called = true = 0
    for k in range(len(CLASSES)):
        scores, good, n = hits_of(item, found, k)
        right += int(good[scores >= confidence].sum())
        called += int((scores >= confidence).sum())
        true += n
    return 2 * right / max(called + true, 1)


def framed(image, boxes, classes):
    picture = (image.transpose(1, 2, 0) * 255).astype(np.uint8)
    for (x, y, x2, y2), k in zip(boxes.round().astype(int), classes):
        inner = picture[y + 2 : y2 - 2, x + 2 : x2 - 2].copy()
        picture[y:y2, x:x2] = COLOURS[k]
        picture[y + 2 : y2 - 2, x + 2 : x2 - 2] = inner
    return picture


def draw(items, found, confidence, folder):
    folder.mkdir(parents=True, exist_ok=True)
    scored = sorted((quality(i, f, confidence), n) for n, (i, f) in enumerate(zip(items, found)))
    for word, (f1, n) in (
        ("worst", scored[0]),
        ("second-worst", scored[1]),
        ("median", scored[len(scored) // 2]),
        ("best", scored[-1]),
    ):
        item, (boxes, classes, scores) = items[n], found[n]
        shown = scores >= confidence
        true = framed(item.grey, item.extra["boxes"], item.extra["classes"])
        here = framed(item.grey, boxes[shown], classes[shown])
        name = f"{item.kind.replace(' ', '-')}-{word}-{item.name}-{f1:.2f}.png"
        imsave(folder / name, np.concatenate([true, here], 1), check_contrast=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds bloodcells and bloodcells-aslan"
    )
    parser.add_argument("--holdout", required=True, type=Path, help="folder with the test images")
    parser.add_argument("--model", required=True, type=Path, help="its .onnx, description beside")
    parser.add_argument("--out", type=Path, help="folder for pictures")
    args = parser.parse_args()
    model = Detections(args.model)
    _, validation = blood_split(args.data, args.holdout)
    items = validation + data.load_boxes(args.holdout, CLASSES, "held out")
    found = [model.of(item.grey) for item in items]
    for kind in ("bccd", "aslan", "held out"):
        chosen = [n for n, item in enumerate(items) if item.kind == kind]
        mine, theirs = [items[n] for n in chosen], [found[n] for n in chosen]
        table(kind, mine, theirs, model.confidence)
        if args.out:
            draw(mine, theirs, model.confidence, args.out)
        if kind == "bccd":
            print("confidence: difference of the counts of " + ", ".join(CLASSES))
            for confidence in np.arange(0.2, 0.61, 0.05):
                counts = [
                    sum(int((f[2][f[1] == k] >= confidence).sum()) for f in theirs)
                    / max(sum(int((i.extra["classes"] == k).sum()) for i in mine), 1)
                    - 1
                    for k in range(len(CLASSES))
                ]
                f1 = np.mean([quality(i, f, confidence) for i, f in zip(mine, theirs)])
                shown = ", ".join(f"{c:+.1%}" for c in counts)
                print(f"  {confidence:.2f}: {shown}; mean F1 of a field {f1:.3f}")


if __name__ == "__main__":
    main()
