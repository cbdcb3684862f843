"""Writes nuclei.onnx from a checkpoint of train_nuclei.py and checks it against torch."""

import argparse
import math
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import loop
import onnx_file
import stars
from network import UNet
from train_nuclei import MAPS

CUTOFF = 0.4
"""Best foreground cutoff on the validation part. The exported foreground is 0.5 there, the plugin's
own cutoff."""


class Exported(nn.Module):
    """Two maps in [0, 1]: foreground, and the landscape whose heights are the middles of nuclei.
    Star-convex shapes of cells of 2 x 2 pixels: probability, 0 but at its summits, and rays in
    pixels."""

    def __init__(self, net):
        super().__init__()
        self.net = onnx_file.rounded(onnx_file.folded(net))

    def forward(self, image):
        logits, rays = self.net(image)
        distance = torch.sigmoid(logits[:, 2:, :: stars.GRID, :: stars.GRID])
        heights = landscape(*torch.sigmoid(logits).split(1, 1))
        foreground = torch.sigmoid(logits[:, :1] + math.log((1 - CUTOFF) / CUTOFF))
        shapes = torch.cat([summits(distance), stars.distances(rays)], 1)
        return torch.cat([foreground, heights], 1), shapes


def summits(probability):
    """The probability where its mean of 3 x 3 cells is the highest of 5 x 5, else 0: shapes of all
    other cells would be dropped anyway, after the time to draw them."""
    mean = F.avg_pool2d(F.pad(probability, (1, 1, 1, 1), mode="replicate"), 3, 1)
    highest = F.max_pool2d(mean, 5, 1, 2)
    return torch.where(mean >= highest, probability, torch.zeros(()))


def landscape(foreground, boundary, distance):
    """The middles of nuclei are high and the lines between two are low: what the three maps say
    together, as a mean of 5 x 5 pixels, so that a grainy nucleus has one summit."""
    heights = (1 + foreground - boundary + distance) / 3
    # the image's last pixels go on beyond it, so that a nucleus that is cut there keeps its summit
    return F.avg_pool2d(F.pad(heights, (2, 2, 2, 2), mode="replicate"), 5, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    net = loop.load_average(UNet(len(MAPS), rays=stars.RAYS), args.checkpoint)
    model = Exported(net)
    torch.manual_seed(0)
    examples = [torch.rand(1, 1, 256, 256), torch.rand(1, 1, 304, 192) * 3 - 1]
    size = {2: "height", 3: "width"}
    cells = {2: "rows", 3: "columns"}
    onnx_file.export(
        model,
        examples[0],
        args.out,
        ["image"],
        ["maps", "stars"],
        {"image": size, "maps": size, "stars": cells},
    )
    onnx_file.check(model, args.out, examples)


if __name__ == "__main__":
    main()
