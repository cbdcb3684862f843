#!/usr/bin/env python3
"""Makes tiny exports of torchvision's classification and segmentation, which say nothing about themselves.

    python make_vision_exports.py [NAME ...]      writes the folders beside this script

As make_exports.py, whose images, exporter and versions these are. What a user has to write is model.triptych.yaml in each folder.
"""
import json
import sys

import numpy as np
import torch
from PIL import Image

import make_exports as m

MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def opened(name):
    return Image.open(m.HERE / f"{name}.png").convert("RGB")


def runs(classes):
    """Values and how often each stands in a row."""
    flat = classes.ravel()
    starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]])
    return np.stack([flat[starts], np.diff(np.r_[starts, len(flat)])], 1).tolist()


def export(model, folder, example, outputs, input_name="input"):
    folder.mkdir(exist_ok=True)
    axes = {input_name: {0: "batch", 2: "height", 3: "width"}}

    class Wrapped(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, image):
            found = self.model(image)
            return found if isinstance(found, torch.Tensor) else tuple(found[o] for o in outputs)

    torch.onnx.export(Wrapped().eval(), (example,), str(folder / "model.onnx"), input_names=[input_name], output_names=outputs,
                      dynamic_axes=axes, opset_version=17, dynamo=False)


def write_vision(name, model, preset, outputs, answer, described):
    folder = m.HERE / name
    model.eval()
    export(model, folder, preset(opened("wide"))[None], outputs)
    expected = {}
    for file in ("wide", "upright"):
        image = opened(file)
        with torch.no_grad():
            expected[file] = answer(model(preset(image)[None]), image)
    (folder / "expected.json").write_text(json.dumps(expected))
    (folder / "model.triptych.yaml").write_text(described)
    print(name, {k: str(v)[:80] for k, v in expected.items()})


def shufflenet():
    tv = m.torchvision()
    model = tv.models.ShuffleNetV2([2, 2, 2], [8, 8, 16, 32, 64], num_classes=5)
    m.louder(model.fc, 40)
    preset = tv.transforms._presets.ImageClassification(crop_size=48, resize_size=56)
    write_vision("tv-shufflenet", model, preset, ["scores"], lambda found, image: {"scores": found[0].softmax(0).tolist()},
                 f"""task: classification
classes: {m.CLASSES}
input:
  size: [48, 48]
  fit: crop
  short-side: 56
  resize: antialias
  scale: 1/255
  mean: {MEAN}
  std: {STD}
decoder:
  name: class-scores
  activation: softmax
""")


class Body(torch.nn.Module):
    """A backbone with the two features that torchvision's heads ask for."""

    def __init__(self):
        super().__init__()
        self.first = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 5, 4, 2), torch.nn.ReLU())
        self.second = torch.nn.Sequential(torch.nn.Conv2d(8, 16, 3, 2, 1), torch.nn.ReLU())

    def forward(self, x):
        low = self.first(x)
        high = self.second(low)
        return {"out": high, "low": low, "high": high}


def segmentation(name, make):
    tv = m.torchvision()
    model = make(tv.models.segmentation)
    with torch.no_grad():
        for n, p in model.named_parameters():
            if p.dim() > 1:
                p.mul_(3)
    preset = tv.transforms._presets.SemanticSegmentation(resize_size=64)

    def classes(found, image):
        logits = torch.nn.functional.interpolate(found["out"], (image.height, image.width), mode="bilinear", align_corners=False)
        return {"runs": runs(logits[0].argmax(0).numpy())}
    write_vision(name, model, preset, ["out"], classes, f"""task: semantic
classes: {["background"] + m.CLASSES}
input:
  fit: scale
  short-side: 64
  resize: antialias
  scale: 1/255
  mean: {MEAN}
  std: {STD}
decoder:
  name: semantic
  activation: softmax
  background: yes
""")


def fcn():
    segmentation("tv-fcn", lambda s: s.FCN(Body(), s.fcn.FCNHead(16, 6)))


def deeplab():
    segmentation("tv-deeplab", lambda s: s.DeepLabV3(Body(), torch.nn.Sequential(
        s.deeplabv3.ASPP(16, [2, 4, 6], 8), torch.nn.Conv2d(8, 6, 1))))


def lraspp():
    segmentation("tv-lraspp", lambda s: s.LRASPP(Body(), 8, 16, 6, inter_channels=8))


MAKERS = [shufflenet, fcn, deeplab, lraspp]


def main():
    wanted = sys.argv[1:]
    for make in MAKERS:
        if not wanted or make.__name__ in wanted:
            torch.manual_seed(1)
            make()


if __name__ == "__main__":
    main()
