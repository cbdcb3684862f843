"""The boxes of a YOLOv8 in a folder of photographs, the opponent of FolderBeside:
python folder_references.py MODEL FOLDER OUT WORKERS THREADS

OpenCV reads, resizes, packs and suppresses, ONNX Runtime infers, numpy decodes; no loop over pixels or boxes.
WORKERS threads take an image after the other (all of the above leaves Python's lock), each inference on THREADS
threads. A table for each image and one of all, as the folder run writes them, though without outlines or summary."""
import ast
import os
import queue
import sys
import threading

import cv2
import numpy as np
import onnxruntime as ort

EDGE, CONFIDENCE, OVERLAP, FILL = 640, 0.25, 0.7, 114
HEAD = "File,Class,Score,BX,BY,Width,Height\n"

model, folder, out = sys.argv[1:4]
workers, threads = int(sys.argv[4]), int(sys.argv[5])
cv2.setNumThreads(threads)
options = ort.SessionOptions()
options.intra_op_num_threads = threads
session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
name = session.get_inputs()[0].name
classes = ast.literal_eval(session.get_modelmeta().custom_metadata_map["names"])
classes = np.array([classes[i] for i in range(len(classes))])


def prepared(image):
    h, w = image.shape[:2]
    scale = min(EDGE / w, EDGE / h)
    width, height = max(1, round(w * scale)), max(1, round(h * scale))
    left, top = round((EDGE - width) / 2 - 0.1), round((EDGE - height) / 2 - 0.1)
    if (width, height) != (w, h):
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR)
    image = cv2.copyMakeBorder(image, top, EDGE - height - top, left, EDGE - width - left, cv2.BORDER_CONSTANT,
                               value=(FILL, FILL, FILL))
    return cv2.dnn.blobFromImage(image, 1 / 255, swapRB=True), scale, left, top


def boxes(output, scale, left, top, w, h):
    best = output[4:].max(0)
    keep = np.flatnonzero(best > CONFIDENCE)
    output = output[:, keep]
    score, number = best[keep], output[4:].argmax(0)
    size = output[2:4] / scale
    corner = (output[:2] - [[left], [top]]) / scale - size / 2
    end = np.clip(corner + size, 0, [[w], [h]])
    corner = np.clip(corner, 0, [[w], [h]])
    box = np.concatenate([corner, end - corner]).T
    chosen = cv2.dnn.NMSBoxesBatched(box, score, number, CONFIDENCE, OVERLAP)
    return box[chosen], score[chosen], classes[number[chosen]]


def table(file):
    image = cv2.imread(os.path.join(folder, file))
    blob, scale, left, top = prepared(image)
    found = boxes(session.run(None, {name: blob})[0][0], scale, left, top, image.shape[1], image.shape[0])
    lines = "".join([f"{file},{c},{s:.6g},{x:.6g},{y:.6g},{w:.6g},{h:.6g}\n"
                     for (x, y, w, h), s, c in zip(*(a.tolist() for a in found))])
    with open(os.path.join(out, os.path.splitext(file)[0] + ".csv"), "w") as stream:
        stream.write(HEAD + lines)
    return lines


def work():
    while True:
        try:
            i = left_over.get_nowait()
        except queue.Empty:
            return
        tables[i] = table(files[i])


files = sorted(os.listdir(folder))
tables = [""] * len(files)
left_over = queue.SimpleQueue()
for n in range(len(files)):
    left_over.put(n)
os.makedirs(out)
team = [threading.Thread(target=work) for _ in range(workers)]
for t in team:
    t.start()
for t in team:
    t.join()
with open(os.path.join(out, "all.csv"), "w") as stream:
    stream.write(HEAD + "".join(tables))
