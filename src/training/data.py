"""Reads the image sets, leaves out test images, and splits by group."""

import csv
import hashlib
import xml.etree.ElementTree
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from skimage.io import imread


@dataclass
class Item:
    """One image with its instance labels: grey [H, W] float32 in the file's own units, labels
    [H, W] int32, 0 background."""

    name: str
    kind: str
    group: str
    grey: np.ndarray
    labels: np.ndarray
    extra: dict = field(default_factory=dict)


def read_grey(path):
    """Plain mean of R, G, B, as the plugin makes grey of colour for a model of one channel."""
    image = imread(path).astype(np.float32)
    return image if image.ndim == 2 else image[..., :3].mean(axis=2)


def normalise(grey, percentiles=(1, 99.8)):
    """The plugin's `percentiles`: the low one becomes 0, the high one 1, over the whole plane,
    without clipping."""
    low, high = np.percentile(grey, percentiles)
    return ((grey - low) / max(high - low, 1e-6)).astype(np.float32)


def read_index(folder):
    with open(Path(folder) / "index.tsv", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t"))


def load_dsb(folder):
    folder = Path(folder)
    items = [
        Item(
            row["image"],
            row["kind"],
            row["image"],
            read_grey(folder / "images" / (row["image"] + ".png")),
            imread(folder / "labels" / (row["image"] + ".png")).astype(np.int32),
        )
        for row in read_index(folder)
    ]
    group_mosaics(items)
    return items


def load_bbbc039(folder):
    folder = Path(folder)
    suffix = next((folder / "images").iterdir()).suffix
    return [
        Item(
            row["file"],
            "bbbc039",
            row["group"],
            read_grey(folder / "images" / (row["file"] + suffix)),
            imread(next((folder / "labels").glob(row["file"] + ".*"))).astype(np.int32),
        )
        for row in read_index(folder)
    ]


def load_holdout(folder):
    """The test images: never trained on, never chosen by."""
    folder = Path(folder)
    names = {"fluo": "fluorescence", "color": "histology", "brightgray": "brightfield"}
    return [
        Item(
            row["id"],
            names[row["kind"].split()[0]],
            row["kaggle_id"],
            read_grey(folder / "images" / (row["id"] + ".png")),
            imread(folder / "labels" / (row["id"] + ".tif")).astype(np.int32),
        )
        for row in read_index(folder)
    ]


def load_boxes(folder, classes, kind):
    """Pascal VOC: items whose `grey` is [3, H, W] in 0..1 and whose `extra` holds boxes [n, 4] and
    classes [n].

    Sides count pixels from 0, so that the first pixel's box is 0, 0, 1, 1; the files count from 1.
    """
    folder, groups = Path(folder), {}
    if (folder / "index.tsv").exists():
        groups = {row["file"]: row["group"] for row in read_index(folder)}
    items = []
    for path in sorted((folder / "annotations").glob("*.xml")):
        image = (
            imread(next((folder / "images").glob(path.stem + ".*")))[..., :3].astype(np.float32)
            / 255
        )
        objects = xml.etree.ElementTree.parse(path).getroot().findall("object")
        boxes = np.array(
            [
                [float(o.find("bndbox/" + side).text) for side in ("xmin", "ymin", "xmax", "ymax")]
                for o in objects
            ]
        ).reshape(-1, 4) - [1, 1, 0, 0]
        ids = np.array([classes.index(o.find("name").text) for o in objects], int)
        good = (boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])
        items.append(
            Item(
                path.stem,
                kind,
                groups.get(path.stem, path.stem),
                image.transpose(2, 0, 1),
                None,
                dict(boxes=boxes[good], classes=ids[good]),
            )
        )
    return items


def load_crops(folder):
    """Crops of one object each: items whose `kind` is the class and whose `grey` is [3, H, W] in
    0..1."""
    folder = Path(folder)
    return [
        Item(
            row["file"],
            row["class"].replace("_", " "),
            row["group"],
            (imread(image_of(folder, row["file"]))[..., :3] / np.float32(255)).transpose(2, 0, 1),
            None,
        )
        for row in read_index(folder)
    ]


def load_regions(folder, kind):
    """Images whose labels are classes, 0 background."""
    folder = Path(folder)
    return [
        Item(
            row["file"],
            kind,
            row["group"],
            read_grey(image_of(folder, row["file"])),
            imread(image_of(folder, row["file"], "labels")).astype(np.int32),
        )
        for row in read_index(folder)
    ]


def image_of(folder, name, part="images"):
    return next((folder / part).glob(name + ".*"))


def without(items, holdout):
    """By id and by pixels, so that a renamed copy is caught too."""

    def held(item):
        return any(
            h.group.startswith(item.name)
            or (h.grey.shape == item.grey.shape and np.abs(h.grey - item.grey).max() <= 1)
            for h in holdout
        )

    return [item for item in items if not held(item)]


def group_mosaics(items):
    """Tiles of one field become one group.

    The set tells no groups, but some images are tiles cut from one larger field. Two images of one
    size are neighbours where the last line of one continues in the first line of the other about as
    smoothly as inside an image.
    """
    parent = list(range(len(items)))

    def root(i):
        while parent[i] != i:
            i = parent[i]
        return i

    sizes = {}
    for i, item in enumerate(items):
        sizes.setdefault((item.kind, item.grey.shape), []).append(i)
    for members in sizes.values():
        for turn in (lambda a: a, lambda a: a.T):
            views = [turn(items[i].grey) for i in members]
            first, last = np.stack([v[0] for v in views]), np.stack([v[-1] for v in views])
            step = np.array([np.abs(v[-1] - v[-2]).mean() for v in views])
            for a, i in enumerate(members):
                jump = np.abs(first - last[a]).mean(1)
                likeness = correlation(first, last[a])
                for b in np.flatnonzero((jump <= 1.5 * step[a] + 1e-3) & (likeness > 0.9)):
                    if b != a and step[a] > 0.2:
                        parent[root(members[b])] = root(i)
    for i, item in enumerate(items):
        item.group = items[root(i)].name


def correlation(rows, row):
    rows, row = rows - rows.mean(1, keepdims=True), row - row.mean()
    return (rows * row).sum(1) / np.sqrt((rows * rows).sum(1) * (row * row).sum() + 1e-9)


def split(items, share, seed):
    """Training and validation items, by kind and whole groups; the order of groups is drawn by a
    hash of their names."""
    training, validation = [], []
    for kind in sorted({item.kind for item in items}):
        groups = {}
        for item in items:
            if item.kind == kind:
                groups.setdefault(item.group, []).append(item)
        wanted = share * sum(map(len, groups.values()))
        taken = 0
        for name in sorted(groups, key=lambda g: hashlib.sha256(f"{seed} {g}".encode()).digest()):
            into = validation if taken < wanted else training
            taken += len(groups[name])
            into += groups[name]
    return training, validation
