#!/usr/bin/env python3
"""What detectors of anchors and cells find on photographs, decoded in plain numpy after the papers and the models' own code.

    python anchors_reference.py TESTDATA > anchors_reference.tsv

One box a line: model, image, class, score, x1, y1, x2, y2. Photographs are resized by PIL (bilinear), suppression at IoU 0.5.
"""
import sys
from pathlib import Path

import numpy as np
import onnxruntime as ort
from PIL import Image

DATA = Path(sys.argv[1])
PHOTOS = ["ultralytics_a/bus.jpg", "skimage_a/astronaut.png"] + [f"coco_train2017/images/{p.name}" for p in
          sorted((DATA / "images/coco_train2017/images").glob("*.jpg"))[:6]]


def squeezed(image, size, bgr=False):
    pixels = np.asarray(image.resize(size, Image.BILINEAR)).astype(np.float32)
    return pixels[:, :, ::-1] if bgr else pixels


def kept(boxes, scores, overlap=0.5):
    order, keep = list(np.argsort(-scores, kind="stable")), []
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    while order:
        i = order.pop(0)
        keep.append(i)
        low, high = np.maximum(boxes[i, :2], boxes[order, :2]), np.minimum(boxes[i, 2:], boxes[order, 2:])
        shared = np.clip(high - low, 0, None).prod(1)
        order = [j for j, s in zip(order, shared) if s <= overlap * (area[i] + area[j] - s)]
    return keep


def st_ssd(run, image):
    classes, offsets, anchors = run((squeezed(image, (256, 256)) / 127.5 - 1).transpose(2, 0, 1))
    size = np.tile(anchors[0, :, 2:] - anchors[0, :, :2], 2)
    return (anchors[0] + offsets[0] * size) * np.tile(image.size, 2), classes[0, :, 1]


def blazeface(run, image):
    raw, scores = run(squeezed(image, (128, 128)) / 127.5 - 1)
    centres = [((c + 0.5) * stride, (r + 0.5) * stride) for stride, many in ((8, 2), (16, 6))
               for r in range(128 // stride) for c in range(128 // stride) for _ in range(many)]
    xy, wh = raw[0, :, :2] + np.array(centres), raw[0, :, 2:4]
    boxes = np.concatenate([xy - wh / 2, xy + wh / 2], 1) / 128 * np.tile(image.size, 2)
    return boxes, 1 / (1 + np.exp(-scores[0, :, 0].astype(float)))


def yunet(run, image):
    out = run(squeezed(image, (320, 320), bgr=True).transpose(2, 0, 1))
    boxes, scores = [], []
    for k, stride in enumerate((8, 16, 32)):
        cls, obj, box = out[k][0, :, 0], out[3 + k][0, :, 0], out[6 + k][0]
        n = 320 // stride
        x, y = np.tile(np.arange(n), n), np.repeat(np.arange(n), n)
        c = np.stack([x + box[:, 0], y + box[:, 1]], 1) * stride
        wh = np.exp(box[:, 2:4]) * stride
        boxes.append(np.concatenate([c - wh / 2, c + wh / 2], 1))
        scores.append(np.sqrt(np.clip(cls, 0, 1) * np.clip(obj, 0, 1)))
    return np.concatenate(boxes) / 320 * np.tile(image.size, 2), np.concatenate(scores)


def scrfd(run, image):
    scale = 640 / max(image.size)
    w, h = round(image.width * scale), round(image.height * scale)
    pixels = np.zeros((640, 640, 3), np.float32)
    pixels[:h, :w] = squeezed(image, (w, h))
    out = run(((pixels - 127.5) / 128).transpose(2, 0, 1))
    boxes, scores = [], []
    for k, stride in enumerate((8, 16, 32)):
        n = 640 // stride
        cells = np.stack(np.mgrid[:n, :n][::-1], -1).reshape(-1, 2)
        at = np.repeat(cells, 2, 0) * stride
        d = out[3 + k][0] * stride
        boxes.append(np.concatenate([at - d[:, :2], at + d[:, 2:]], 1))
        scores.append(out[k][0, :, 0])
    return np.concatenate(boxes) / np.array([w / image.width, h / image.height] * 2), np.concatenate(scores)


MODELS = {"det_st_ssd_mnv1_025_256": st_ssd, "face_blazeface": blazeface, "face_yunet_n_320": yunet, "face_scrfd_500m_kps": scrfd}


def main():
    options = ort.SessionOptions()
    options.log_severity_level = 3
    for name, decode in MODELS.items():
        session = ort.InferenceSession(DATA / "models" / f"{name}.onnx", options)

        def run(pixels):
            return session.run(None, {session.get_inputs()[0].name: np.ascontiguousarray(pixels[None], np.float32)})
        for photo in PHOTOS:
            boxes, scores = decode(run, Image.open(DATA / "images" / photo).convert("RGB"))
            passed = scores >= 0.3
            boxes, scores = boxes[passed], scores[passed]
            for i in kept(boxes, scores):
                print("\t".join([name, photo, "0", f"{scores[i]:.4f}", *(f"{v:.2f}" for v in boxes[i])]))


main()
