"""Writes nuclei.onnx from a checkpoint of train_nuclei.py and checks it against torch."""

import argparse
from pathlib import Path

import torch
import torch.nn as nn

import loop
import onnx_file
from network import UNet
from train_nuclei import MAPS


class Exported(nn.Module):
    """Two maps in [0, 1]: foreground, and the landscape whose heights are the middles of nuclei."""

    def __init__(self, net):
        super().__init__()
        self.net = onnx_file.rounded(onnx_file.folded(net))

    def forward(self, image):
        foreground, boundary, distance = torch.sigmoid(self.net(image)).split(1, 1)
        return torch.cat([foreground, landscape(foreground, boundary, distance)], 1)


def landscape(foreground, boundary, distance):
    """Where two nuclei meet, all three say so: this is better than any one of them
    (tune_nuclei.py)."""
    return (1 + foreground - boundary + distance) / 3


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    net = loop.load_average(UNet(len(MAPS)), args.checkpoint)
    model = Exported(net)
    torch.manual_seed(0)
    examples = [torch.rand(1, 1, 256, 256), torch.rand(1, 1, 304, 192) * 3 - 1]
    size = {2: "height", 3: "width"}
    onnx_file.export(
        model, examples[0], args.out, ["image"], ["maps"], {"image": size, "maps": size}
    )
    onnx_file.check(model, args.out, examples)


if __name__ == "__main__":
    main()
