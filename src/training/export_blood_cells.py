"""Writes blood-cells.onnx from a checkpoint of train_blood_cells.py and checks it against torch."""

import argparse
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import detector
import loop
import onnx_file
from train_blood_cells import CLASSES

SHRUNK = 2


class Exported(nn.Module):
    """[1, 4 + classes, cells]: middle, width and height in pixels, then the scores, as YOLO's
    `columns`.

    The detector was trained at half the resolution of the fields, so it sees a mean of 2 x 2 pixels.
    """

    def __init__(self, net):
        super().__init__()
        self.net = onnx_file.rounded(onnx_file.folded(net))

    def forward(self, image):
        logits = self.net(F.avg_pool2d(image, SHRUNK))
        low, high = (detector.boxes_of(logits, len(CLASSES)) * SHRUNK).split(2, 1)
        return torch.cat(
            [(low + high) / 2, high - low, torch.sigmoid(logits[:, : len(CLASSES)])], 1
        ).flatten(2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    model = Exported(loop.load_average(detector.Detector(len(CLASSES)), args.checkpoint))
    torch.manual_seed(0)
    examples = [torch.rand(1, 3, 512, 640), torch.rand(1, 3, 256, 320)]
    onnx_file.export(
        model,
        examples[0],
        args.out,
        ["image"],
        ["cells"],
        {"image": {2: "height", 3: "width"}, "cells": {2: "n"}},
    )
    onnx_file.check(model, args.out, examples)


if __name__ == "__main__":
    main()
