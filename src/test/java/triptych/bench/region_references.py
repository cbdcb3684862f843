"""Scores of the first class of a taught model of regions: MODEL IMAGE OUTPUT, float32, row after row.
The image must have a whole number of the model's steps of 16 pixels."""
import sys

import numpy as np
import onnxruntime
from PIL import Image

model, image, output = sys.argv[1:]
pixels = np.asarray(Image.open(image).convert("L"), np.float32)[None, None] / 255
session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
session.run(["scores"], {"image": pixels})[0][0, 0].astype("<f4").tofile(output)
