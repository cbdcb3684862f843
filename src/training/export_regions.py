"""Writes the .onnx of a family of train_regions.py from its checkpoint and checks it against
torch."""

import argparse
from pathlib import Path

import torch
import torch.nn as nn

import loop
import onnx_file
from train_regions import FAMILIES


class Exported(nn.Module):
    """Logits [1, 1 + classes, H, W]; the first is the background's."""

    def __init__(self, net):
        super().__init__()
        self.net = onnx_file.rounded(onnx_file.folded(net))

    def forward(self, image):
        return self.net(image)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--family", required=True, choices=list(FAMILIES))
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    model = Exported(loop.load_average(FAMILIES[args.family].net(), args.checkpoint))
    torch.manual_seed(0)
    examples = [torch.rand(1, 1, 256, 256), torch.rand(1, 1, 304, 192) * 3 - 1]
    size = {2: "height", 3: "width"}
    onnx_file.export(
        model, examples[0], args.out, ["image"], ["classes"], {"image": size, "classes": size}
    )
    onnx_file.check(model, args.out, examples)


if __name__ == "__main__":
    main()
