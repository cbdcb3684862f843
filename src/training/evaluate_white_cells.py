"""Evaluates white-cells.onnx on its validation part: balanced accuracy, recall and precision of
each class, calibration, what is taken for what."""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime as ort

from train_white_cells import CLASSES, class_of, white_cell_split

BINS = 10


def session_of(path):
    return ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def scores_of(session, grey):
    logits = session.run(None, {"image": grey[None]})[0][0].astype(float)
    p = np.exp(logits - logits.max())
    return p / p.sum()


def balanced(true, found):
    return np.mean([(found[true == k] == k).mean() for k in np.unique(true)])


def calibration_error(confidence, right):
    """Expected calibration error: the mean distance of confidence and accuracy over ten equal
    bins, weighted by their numbers (Naeini et al. 2015)."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return sum(
        abs(confidence[bins == b].sum() - right[bins == b].sum()) for b in range(BINS)
    ) / len(right)


def interval(true, found, draws=2000):
    rng = np.random.default_rng(0)
    rows = [rng.integers(0, len(true), len(true)) for _ in range(draws)]
    low, high = np.percentile([balanced(true[r], found[r]) for r in rows], (2.5, 97.5))
    return f"{balanced(true, found):.3f} [{low:.3f}, {high:.3f}]"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder that holds white-cells")
    parser.add_argument("--model", required=True, type=Path, help="white-cells.onnx")
    args = parser.parse_args()
    session = session_of(args.model)
    _, validation = white_cell_split(args.data)
    scores = np.array([scores_of(session, item.grey) for item in validation])
    true, found = np.array([class_of(i) for i in validation]), scores.argmax(1)
    print(f"{len(true)} crops: balanced accuracy {interval(true, found)}")
    print(f"calibration error {calibration_error(scores.max(1), found == true):.3f}")
    print("\n| class | crops | recall | precision | taken for |\n|---|---|---|---|---|")
    for k, name in enumerate(CLASSES):
        mine, called = true == k, found == k
        wrong = np.bincount(found[mine], minlength=len(CLASSES))
        wrong[k] = 0
        taken = ", ".join(f"{CLASSES[j]} {wrong[j]}" for j in np.argsort(-wrong) if wrong[j])
        print(
            f"| {name} | {mine.sum()} | {called[mine].mean():.3f} "
            f"| {mine[called].mean() if called.any() else 0:.3f} | {taken} |"
        )
    for item, p in zip(validation, scores):
        if p.argmax() != class_of(item):
            print(f"  {item.name}: {CLASSES[p.argmax()]} {p.max():.2f}, true {p[class_of(item)]:.2f}")


if __name__ == "__main__":
    main()
