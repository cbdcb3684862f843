"""Compares ways to tell touching nuclei apart, and their limits, on the validation part.

One network was trained; what differs is what its objects start from and where they end.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

import data
import instances
import loop
import stars
from export_nuclei import CUTOFF, landscape, summits
from network import UNet
from train_nuclei import MAPS, SHARE, nuclei_split

MULTIPLE = 16


def padded(x):
    """Mirrored at the right and the bottom up to a multiple of 16, as the plugin does."""
    return np.pad(x, ((0, -x.shape[0] % MULTIPLE), (0, -x.shape[1] % MULTIPLE)), mode="reflect")


@torch.no_grad()
def outputs_of(net, grey):
    """Foreground and landscape [H, W], probability of the summits [h, w] and rays [RAYS, h, w]."""
    h, w = grey.shape
    logits, rays = net(torch.from_numpy(padded(data.normalise(grey)))[None, None])
    maps = torch.sigmoid(logits)
    level = landscape(*maps.split(1, 1))
    shapes = summits(maps[:, 2:, :: stars.GRID, :: stars.GRID])
    return (
        maps[0, 0, :h, :w].numpy(),
        level[0, 0, :h, :w].numpy(),
        shapes[0, 0].numpy(),
        stars.distances(rays)[0].numpy(),
    )


def objects(way, outputs, limit, overlap, cutoff):
    foreground, level, probability, rays = outputs
    mask = foreground > cutoff
    if way == "summits":
        return instances.decode(foreground, level, limit, cutoff)
    shapes = stars.shapes(probability, rays, limit, overlap, *mask.shape)
    if way == "shapes":
        return shapes
    return instances.flood(np.where(mask, shapes, 0), mask, level)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds nuclei and nuclei-bbbc039"
    )
    parser.add_argument(
        "--holdout", required=True, type=Path, help="folder with the test images, left out"
    )
    parser.add_argument("--checkpoint", required=True, type=Path, help="of train_nuclei.py")
    parser.add_argument("--limits", default="0.3,0.4,0.5,0.6,0.65,0.7")
    parser.add_argument("--overlaps", default="0.4")
    parser.add_argument("--cutoffs", default=str(CUTOFF))
    parser.add_argument("--ways", default="summits,shapes,flooded shapes")
    args = parser.parse_args()
    _, validation = nuclei_split(args.data, args.holdout)
    net = loop.load_average(UNet(len(MAPS), rays=stars.RAYS), args.checkpoint)
    outputs = [outputs_of(net, item.grey) for item in validation]
    kinds = list(SHARE)
    print("AP50 by kind and their mean, found / true: " + ", ".join(kinds))
    numbers = [[float(v) for v in t.split(",")] for t in (args.limits, args.overlaps, args.cutoffs)]
    for way in args.ways.split(","):
        for limit in numbers[0]:
            for overlap in numbers[1]:
                for cutoff in numbers[2]:
                    scores = {kind: [] for kind in kinds}
                    for item, given in zip(validation, outputs):
                        found = objects(way, given, limit, overlap, cutoff)
                        iou, _ = instances.overlaps(item.labels, found)
                        scores[item.kind].append((instances.average_precision(iou), *iou.shape))
                    sums = [np.array(scores[kind]) for kind in kinds]
                    means = [s[:, 0].mean() for s in sums]
                    print(
                        f"{way:14s} limit {limit:.2f} overlap {overlap:.2f} cutoff {cutoff:.2f}  "
                        + " ".join(f"{m:.3f}" for m in means)
                        + f"  mean {np.mean(means):.4f}  "
                        + " ".join(f"{s[:, 2].sum() / s[:, 1].sum():.2f}" for s in sums),
                        flush=True,
                    )


if __name__ == "__main__":
    main()
