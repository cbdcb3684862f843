"""Holds what the plugin itself found on the validation part against the truth and against what
Python found with the same file.

First without --results: writes the images into a folder and prints the command for the terminal.
Then with --results, the folder that the command wrote.
"""

import argparse
import csv
import shutil
from pathlib import Path

import numpy as np
from skimage.io import imread

import evaluate_blood_cells as boxes
import evaluate_white_cells as crops
import instances
from description import Model
from train_blood_cells import CLASSES, blood_split
from train_nuclei import nuclei_split
from train_regions import FAMILIES
from train_white_cells import CLASSES as CELLS
from train_white_cells import class_of, white_cell_split


def file_of(folder, sets, item):
    return next(p for s in sets for p in (folder / s / "images").glob(item.name + ".*"))


def plain(item):
    return item.name.replace("/", "-")


def table(results, item, what):
    with open(results / f"{plain(item)}-{what}.csv", newline="") as f:
        return list(csv.DictReader(f))


def nuclei(item, results, model):
    """AP50 of the plugin and of Python, and of the plugin's objects against Python's."""
    mine = imread(results / f"{plain(item)}-labels.tif").astype(np.int32)
    theirs = model.objects(item.grey)
    return [
        instances.average_precision(instances.overlaps(a, b)[0])
        for a, b in ((item.labels, mine), (item.labels, theirs), (theirs, mine))
    ]


def regions(item, results, model):
    """Share of the pixels of the right class, in the plugin and in Python, and of those alike."""
    mine = imread(results / f"{plain(item)}-classes.tif").astype(int)
    theirs = model.classes(item.grey)
    return [(mine == item.labels).mean(), (theirs == item.labels).mean(), (mine == theirs).mean()]


def blood_cells(item, results, model):
    """F1 of the plugin and of Python, and of the plugin's boxes against Python's."""
    rows = table(results, item, "detections")
    corner = np.array([[float(r["BX"]), float(r["BY"])] for r in rows]).reshape(-1, 2)
    size = np.array([[float(r["Width"]), float(r["Height"])] for r in rows]).reshape(-1, 2)
    mine = (
        np.concatenate([corner, corner + size], 1),
        np.array([CLASSES.index(r["Class"]) for r in rows], int),
        np.array([float(r["Score"]) for r in rows]),
    )
    theirs = model.of(item.grey)
    kept = theirs[2] >= model.confidence
    other = type(item)(
        item.name, item.kind, item.group, None, None,
        dict(boxes=theirs[0][kept], classes=theirs[1][kept]),
    )  # fmt: skip
    return [
        boxes.quality(truth, found, model.confidence)
        for truth, found in ((item, mine), (item, theirs), (other, mine))
    ]


def white_cells(item, results, model):
    """1 where the plugin is right, where Python is, and where both say the same."""
    best = next(r for r in table(results, item, "classification") if r["Rank"] == "1")
    scores = crops.scores_of(model, item.grey)
    mine, theirs = CELLS.index(best["Class"]), int(scores.argmax())
    return [mine == class_of(item), theirs == class_of(item), mine == theirs]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--family", required=True)
    parser.add_argument("--data", required=True, type=Path, help="folder of all image sets")
    parser.add_argument("--holdout", type=Path, help="folder with the test images of the family")
    parser.add_argument("--model", required=True, type=Path, help="its .onnx, description beside")
    parser.add_argument("--images", type=Path, help="folder to write the images to")
    parser.add_argument("--results", type=Path, help="folder that the plugin wrote")
    args = parser.parse_args()
    if args.family == "nuclei":
        items = nuclei_split(args.data, args.holdout)[1]
        task, sets, figures = "instance", ("nuclei", "nuclei-bbbc039"), nuclei
        make = Model
    elif args.family == "blood-cells":
        items = blood_split(args.data, args.holdout)[1]
        task, sets, figures = "detection", ("bloodcells", "bloodcells-aslan"), blood_cells
        make = boxes.Detections
    elif args.family == "white-cells":
        items = white_cell_split(args.data)[1]
        task, sets, figures = "classification", ("white-cells",), white_cells
        make = crops.session_of
    else:
        items = FAMILIES[args.family].split(args.data)[1]
        task, sets, figures = "semantic", (args.family,), regions
        make = Model
    if args.results is None:
        args.images.mkdir(parents=True, exist_ok=True)
        for item in items:
            path = file_of(args.data, sets, item)
            shutil.copy(path, args.images / (plain(item) + path.suffix))
        print(
            f"process-folder --task={task} --model={args.family} --input={args.images} "
            "--save=RESULTS" + (" --outputs=table,labels" if task != "detection" else "")
        )
        return
    model = make(args.model)
    rows = np.array([figures(item, args.results, model) for item in items], float)
    print(figures.__doc__)
    print(f"{len(rows)} images, means: " + ", ".join(f"{m:.4f}" for m in rows.mean(0)))
    least = np.argsort(rows[:, 2])[:3]
    print("least alike: " + ", ".join(f"{items[n].name} {rows[n, 2]:.4f}" for n in least))


if __name__ == "__main__":
    main()
