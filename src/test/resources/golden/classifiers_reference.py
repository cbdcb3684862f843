"""What the small classifiers of the test data give for a few photographs, for which nobody published an answer.

Independent of Triptych; each image is prepared as the model's own family does it (see src/test/resources/descriptions).

    python classifiers_reference.py TESTDATA > classifiers_reference.tsv

Columns: model, image, score of each class. Made with onnxruntime 1.30.0, opencv 5.0.0, numpy 2.4.6, pillow 12.3.0.
"""
import sys
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
from PIL import Image

PHOTOS = ["imagenet_a/%s.JPEG" % n for n in
          ("n02690373_airliner", "n04285008_sports_car", "n02124075_Egyptian_cat", "n04507155_umbrella", "n07747607_orange")]


def pil(image, size):
    return np.asarray(image.resize((size, size), Image.BILINEAR)).astype(np.float64)


def half(x):
    return (x / 255 - 0.5) / 0.5


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def cifar(image):
    return half(pil(image, 32)).transpose(2, 0, 1)


def pneumonia(image):
    grey = np.asarray(image).astype(np.float64).mean(2).astype(np.float32)
    return half(np.asarray(Image.fromarray(grey).resize((28, 28), Image.BILINEAR)))[None]


def flowers(image):
    a = np.asarray(image)
    rows = np.floor((np.arange(128) + 0.5) * a.shape[0] / 128).astype(int)
    columns = np.floor((np.arange(128) + 0.5) * a.shape[1] / 128).astype(int)
    return (a[rows][:, columns] / 127.5 - 1).transpose(2, 0, 1)


def direction(image):
    a = np.asarray(image)
    h, w = a.shape[:2]
    width = min(192, round(48 * w / h))
    small = half(cv2.resize(a, (width, 48), interpolation=cv2.INTER_LINEAR).astype(np.float64))
    out = np.zeros((3, 48, 192))
    out[:, :, :width] = small.transpose(2, 0, 1)
    return out


MODELS = {"cls_cifar_winml_tutorial": ("", cifar, softmax),
          "cls_pneumoniamnist_extdata": ("/pneumoniamnist_cnn", pneumonia, softmax),
          "cls_mobilenetv2_035_128_st": ("", flowers, np.asarray),
          "cls_ppocr_textangle_v2": ("", direction, np.asarray)}


def main(data):
    for name, (inside, prepare, activate) in MODELS.items():
        session = onnxruntime.InferenceSession(str(data / "models" / (name + inside + ".onnx")))
        for path in PHOTOS:
            image = Image.open(data / "images" / path).convert("RGB")
            tensor = prepare(image)[None].astype(np.float32)
            scores = activate(session.run(None, {session.get_inputs()[0].name: tensor})[0].ravel().astype(np.float64))
            print(name, path, *("%.5f" % s for s in scores), sep="\t")


main(Path(sys.argv[1]))
