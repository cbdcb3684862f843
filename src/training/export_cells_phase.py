"""Writes cells-phase.onnx from a checkpoint of train_cells_phase.py and checks it against torch."""

import argparse
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import loop
import onnx_file
from network import UNet
from train_cells_phase import MAPS

MEAN = 9
"""Edge of the square over which the middles are averaged, in pixels: a large cell keeps one
summit."""


class Exported(nn.Module):
    """Two maps in [0, 1]: foreground, and the landscape whose heights are the middles of cells."""

    def __init__(self, net):
        super().__init__()
        self.net = onnx_file.rounded(onnx_file.folded(net))

    def forward(self, image):
        foreground, _, middle = torch.sigmoid(self.net(image)).split(1, 1)
        middle = F.pad(middle, (MEAN // 2,) * 4, mode="replicate")
        return torch.cat([foreground, F.avg_pool2d(middle, MEAN, 1)], 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    model = Exported(loop.load_average(UNet(len(MAPS)), args.checkpoint))
    torch.manual_seed(0)
    examples = [torch.rand(1, 1, 256, 256), torch.rand(1, 1, 304, 192) * 3 - 1]
    size = {2: "height", 3: "width"}
    onnx_file.export(
        model, examples[0], args.out, ["image"], ["maps"], {"image": size, "maps": size}
    )
    onnx_file.check(model, args.out, examples)


if __name__ == "__main__":
    main()
