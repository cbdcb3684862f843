#!/usr/bin/env python3
"""Writes the reference values of Triptych's pipeline tests beside this script: python make_golden.py

resample.txt     for each case a line `name source_width source_height output_width output_height`, a line with the source
                 and one with the output, row after row:
                 pil       Pillow, mode F, BILINEAR (antialiased when shrinking)
                 torch     torch.nn.functional.interpolate, bilinear, antialias=False, align_corners=False
                 torchaa   the same with antialias=True
                 crop      torchvision's way: the short side to the output's size, antialiased; the centre is cut out
filters.txt      likewise: bicubic, lanczos, box and hamming of Pillow, mode F; cubic is torch's bicubic, antialias=False
percentiles.txt  for each case a line `name percent percent`, a line with the values and one with numpy's percentiles
letterbox.txt    image width, height, then width, height, left, top of the image in a 640 x 640 input, as Ultralytics'
                 LetterBox computes them (ultralytics/data/augment.py)

Made with Pillow 12.3.0, torch 2.13.0 and numpy 2.4.6.
"""
from pathlib import Path

import numpy as np
import torch
from PIL import Image

HERE = Path(__file__).resolve().parent
SIZES = [(7, 5, 4, 3), (13, 9, 5, 4), (23, 17, 7, 2), (6, 4, 11, 9), (5, 3, 5, 3), (3, 9, 8, 4), (9, 1, 4, 1), (1, 1, 3, 2)]
CROPS = [(13, 9, 4, 4), (9, 20, 5, 5), (24, 16, 7, 7), (5, 4, 6, 6)]


def numbers(values):
    return " ".join(repr(float(v)) for v in np.asarray(values).ravel())


def pil(source, width, height):
    return np.asarray(Image.fromarray(source, "F").resize((width, height), Image.Resampling.BILINEAR))


def torch_resize(source, width, height, antialias):
    tensor = torch.from_numpy(source)[None, None].double()
    return torch.nn.functional.interpolate(tensor, (height, width), mode="bilinear", antialias=antialias,
                                           align_corners=False)[0, 0].numpy()


def crop(source, width, height):
    """Square outputs only, as torchvision's Resize(size) and CenterCrop(size)."""
    h, w = source.shape
    size = (width, int(width * h / w)) if w <= h else (int(width * w / h), width)
    resized = pil(source, *size)
    left, top = int(round((size[0] - width) / 2.0)), int(round((size[1] - height) / 2.0))
    return resized[top:top + height, left:left + width]


def resample(rng):
    ways = {"pil": pil, "torch": lambda s, w, h: torch_resize(s, w, h, False),
            "torchaa": lambda s, w, h: torch_resize(s, w, h, True)}
    cases = [(name, way, size) for name, way in ways.items() for size in SIZES] + [("crop", crop, s) for s in CROPS]
    for name, way, (w, h, ow, oh) in cases:
        source = rng.integers(0, 256, (h, w)).astype(np.float32)
        yield f"{name} {w} {h} {ow} {oh}"
        yield numbers(source)
        yield numbers(way(source, ow, oh))


def filters(rng):
    ways = {name: getattr(Image.Resampling, name.upper()) for name in ("bicubic", "lanczos", "box", "hamming")}
    for name in [*ways, "cubic"]:
        for w, h, ow, oh in SIZES:
            source = rng.integers(0, 256, (h, w)).astype(np.float32)
            if name == "cubic":
                out = torch.nn.functional.interpolate(torch.from_numpy(source)[None, None].double(), (oh, ow), mode="bicubic",
                                                      antialias=False, align_corners=False)[0, 0].numpy()
            else:
                out = np.asarray(Image.fromarray(source, "F").resize((ow, oh), ways[name]))
            yield f"{name} {w} {h} {ow} {oh}"
            yield numbers(source)
            yield numbers(np.clip(out, 0, 255))


def percentiles(rng):
    bytes_, shorts = rng.integers(0, 256, 143), rng.integers(0, 65536, 143)
    floats = np.round(rng.normal(0, 300, 143), 3).astype(np.float32)
    cases = {"bytes": bytes_, "shorts": shorts, "floats": floats, "negatives": -np.abs(floats), "equal": np.full(12, 7),
             "two": np.array([3, 8]), "one": np.array([42])}
    for name, values in cases.items():
        for percents in ((1, 99.8), (0, 100), (2.5, 50)):
            yield f"{name} {percents[0]} {percents[1]}"
            yield numbers(values)
            yield numbers(np.percentile(values.astype(np.float64), percents))


def letterbox():
    for w, h in [(157, 211), (641, 479), (333, 640), (640, 333), (640, 640), (1, 1), (3, 2), (1000, 1), (1, 999), (1280, 719),
                 (720, 1281), (639, 640), (4000, 3001), (97, 96), (512, 333), (213, 640)]:
        r = min(640 / h, 640 / w)
        width, height = round(w * r), round(h * r)
        dw, dh = (640 - width) / 2, (640 - height) / 2
        yield f"{w} {h} {width} {height} {round(dw - 0.1)} {round(dh - 0.1)}"


def main():
    rng = np.random.default_rng(7)
    for name, lines in {"resample": resample(rng), "percentiles": percentiles(rng), "letterbox": letterbox(),
                        "filters": filters(rng)}.items():
        (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
