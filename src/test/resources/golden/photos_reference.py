#!/usr/bin/env python3
"""What PIL and torchvision make of photographs: resize filters, crops and normalisation, every 997th number of the input.

    python photos_reference.py TESTDATA > photos_reference.tsv

One case a line: photograph, how (as a description says it, keys separated by ;), width, height, the numbers. Made with Pillow 12.3
and torch 2.13; the resize of tensors of torchvision is torch.nn.functional.interpolate.
"""
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image

DATA = Path(sys.argv[1]) / "images"
PHOTOS = ["skimage_a/astronaut.png", "skimage_a/chelsea.png", "skimage_a/ihc.png"]
FILTERS = {"antialias": Image.BILINEAR, "bicubic": Image.BICUBIC, "lanczos": Image.LANCZOS, "box": Image.BOX, "hamming": Image.HAMMING,
           "nearest": Image.NEAREST}
MEAN, STD = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])


def told(photo, how, pixels):
    planes = np.asarray(pixels, float).transpose(2, 0, 1)
    flat = planes.ravel()[::997]
    print("\t".join([photo, how, str(planes.shape[2]), str(planes.shape[1]), " ".join(f"{v:.5f}" for v in flat)]))


def normalised(image):
    return (np.asarray(image) / 255 - MEAN) / STD


def main():
    for photo in PHOTOS:
        image = Image.open(DATA / photo).convert("RGB")
        for name, kind in FILTERS.items():
            told(photo, f"fit: stretch; size: [224, 320]; resize: {name}", normalised(image.resize((320, 224), kind)))
        w, h = image.size
        side = 256
        size = (side, int(side * h / w)) if w <= h else (int(side * w / h), side)
        small = image.resize(size, Image.BILINEAR)
        left, top = int(round((size[0] - 224) / 2)), int(round((size[1] - 224) / 2))
        told(photo, "fit: crop; size: [224, 224]; short-side: 256; resize: antialias", normalised(small.crop((left, top, left + 224, top + 224))))
        tensor = torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)[None].float()
        for name, mode in (("bilinear", "bilinear"), ("cubic", "bicubic")):
            out = torch.nn.functional.interpolate(tensor, (224, 320), mode=mode, align_corners=False, antialias=False)
            told(photo, f"fit: stretch; size: [224, 320]; resize: {name}", normalised(out[0].permute(1, 2, 0).numpy().clip(0, 255)))


main()
