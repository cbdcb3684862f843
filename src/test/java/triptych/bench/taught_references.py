"""Scores of a taught model of classes: MODEL IMAGE MASKS OUTPUT, a line of scores for each object.
The masks are an image in which each object has its own number, from 1."""
import sys

import numpy as np
import onnxruntime
from PIL import Image

MARGIN = 8
model, image, masks, output = sys.argv[1:]
pixels, numbers = (np.asarray(Image.open(f).convert("L")) for f in (image, masks))
session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
with open(output, "w") as lines:
    for number in range(1, numbers.max() + 1):
        y, x = np.nonzero(numbers == number)
        box = (slice(max(0, y.min() - MARGIN), y.max() + 1 + MARGIN),
               slice(max(0, x.min() - MARGIN), x.max() + 1 + MARGIN))
        scores = session.run(["scores"], {"image": pixels[box].astype(np.float32)[None, None] / 255,
                                          "object_mask": (numbers[box] == number).astype(np.float32)[None]})[0]
        print(*scores[0], sep="\t", file=lines)
