"""What the classifiers of the test data give for photographs, each prepared by the libraries of its own family.

Independent of Triptych: OpenCV's and PIL's own resize, torchvision's rules for Resize(256) and CenterCrop(224) (see
src/test/resources/descriptions for what each family does).

    python classifiers_reference.py TESTDATA > classifiers_reference.tsv

Columns: model, image, then class:score of the ten best classes. Made with onnxruntime 1.30.0, opencv 5.0.0, numpy
2.4.6, pillow 12.3.0.
"""
import sys
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
from PIL import Image

PHOTOS = ["imagenet_a/%s.JPEG" % n for n in (
    "n01440764_tench", "n01843383_toucan", "n02099601_golden_retriever", "n02124075_Egyptian_cat", "n02391049_zebra",
    "n02690373_airliner", "n02892201_brass", "n02951358_canoe", "n03063599_coffee_mug", "n03445777_golf_ball",
    "n04146614_school_bus", "n04285008_sports_car", "n04507155_umbrella", "n07747607_orange", "n07873807_pizza")]


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


def short_side_256(w, h):
    """torchvision.transforms.functional._compute_resized_output_size: the long side is cut off, not rounded."""
    return (256, int(256 * h / w)) if w <= h else (int(256 * w / h), 256)


def centre_224(a):
    top, left = int(round((a.shape[0] - 224) / 2)), int(round((a.shape[1] - 224) / 2))
    return a[top:top + 224, left:left + 224].astype(np.float64)


def mobilenet(image):
    a = centre_224(np.asarray(image.resize(short_side_256(*image.size), Image.BILINEAR)))
    return ((a / 255 - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]).transpose(2, 0, 1)


def caffe(image):
    a = cv2.resize(np.asarray(image), short_side_256(*image.size), interpolation=cv2.INTER_LINEAR)
    return (centre_224(a)[..., ::-1] - [103.939, 116.779, 123.68]).transpose(2, 0, 1)


MODELS = {"cls_squeezenet1_fp16": ("", caffe, np.asarray),
          "cls_mobilenetv2_int8_b07": ("", mobilenet, softmax),
          "cls_cifar_winml_tutorial": ("", cifar, softmax),
          "cls_pneumoniamnist_extdata": ("/pneumoniamnist_cnn", pneumonia, softmax),
          "cls_mobilenetv2_035_128_st": ("", flowers, np.asarray),
          "cls_ppocr_textangle_v2": ("", direction, np.asarray)}


def main(data):
    for name, (inside, prepare, activate) in MODELS.items():
        session = onnxruntime.InferenceSession(str(data / "models" / (name + inside + ".onnx")))
        for path in PHOTOS:
            image = Image.open(data / "images" / path).convert("RGB")
            slot = session.get_inputs()[0]
            tensor = prepare(image)[None].astype(np.float16 if "float16" in slot.type else np.float32)
            scores = activate(session.run(None, {slot.name: tensor})[0].ravel().astype(np.float64))
            print(name, path, *("%d:%.5f" % (i, scores[i]) for i in np.argsort(-scores)[:10]), sep="\t")


main(Path(sys.argv[1]))
