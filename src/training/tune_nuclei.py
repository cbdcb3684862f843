"""Compares ways to tell touching nuclei apart, and their seed thresholds, on the validation part.

One network with three maps was trained; what differs is the landscape that the watershed floods.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

import data
import instances
import loop
from export_nuclei import landscape
from network import UNet
from train_nuclei import MAPS, SHARE, nuclei_split

MULTIPLE = 16
LANDSCAPES = {
    "foreground - boundary": lambda f, b, d: f - b,
    "distance": lambda f, b, d: d,
    "distance * (1 - boundary)": lambda f, b, d: d * (1 - b),
    "(1 + foreground - boundary + distance) / 3": lambda f, b, d: (1 + f - b + d) / 3,
    "the same, mean of 5 x 5 pixels": landscape,
}


def padded(x):
    """Mirrored at the right and the bottom up to a multiple of 16, as the plugin does."""
    return np.pad(x, ((0, -x.shape[0] % MULTIPLE), (0, -x.shape[1] % MULTIPLE)), mode="reflect")


@torch.no_grad()
def maps_of(net, grey):
    h, w = grey.shape
    x = torch.from_numpy(padded(data.normalise(grey)))[None, None]
    return torch.sigmoid(net(x))[0, :, None, :h, :w]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds nuclei and nuclei-bbbc039"
    )
    parser.add_argument(
        "--holdout", required=True, type=Path, help="folder with the test images, left out"
    )
    parser.add_argument("--checkpoint", required=True, type=Path, help="of train_nuclei.py")
    parser.add_argument(
        "--cutoffs", default="0.5", help="foreground cutoffs to try, such as 0.4,0.5,0.6"
    )
    args = parser.parse_args()
    _, validation = nuclei_split(args.data, args.holdout)
    net = loop.load_average(UNet(len(MAPS)), args.checkpoint)
    maps = [maps_of(net, item.grey) for item in validation]
    kinds = list(SHARE)
    print("AP50 by kind and their mean: " + ", ".join(kinds))
    for name, heights in LANDSCAPES.items():
        for cutoff in map(float, args.cutoffs.split(",")):
            for seed in np.arange(0.2, 0.86, 0.05):
                scores = {kind: [] for kind in kinds}
                for item, m in zip(validation, maps):
                    foreground, level = m[0, 0].numpy(), heights(*m)[0].numpy()
                    found = instances.decode(foreground, level, seed, cutoff)
                    scores[item.kind].append(
                        instances.average_precision(instances.overlaps(item.labels, found)[0])
                    )
                means = [np.mean(scores[kind]) for kind in kinds]
                print(
                    f"{name:42s} cutoff {cutoff:.2f} seed {seed:.2f}  "
                    + " ".join(f"{m:.3f}" for m in means)
                    + f"  mean {np.mean(means):.4f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
