"""Contours of a label image and back with OpenCV, the opponent of ObjectRois: python roi_references.py LABELS.tif

One thread, no loop over pixels; boxes of all objects by scipy in one pass."""
import statistics
import sys
import time

import cv2
import numpy as np
from scipy import ndimage

cv2.setNumThreads(1)
labels = cv2.imread(sys.argv[1], cv2.IMREAD_UNCHANGED).astype(np.int32)


def to_rois():
    rois = []
    for number, box in enumerate(ndimage.find_objects(labels), 1):
        if box is None:
            continue
        mask = (labels[box] == number).view(np.uint8)
        contours, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE,
                                       offset=(box[1].start, box[0].start))
        rois.append({"contours": contours, "name": f"object-{number:04d}", "group": 1,
                     "properties": {"id": str(number), "class": "object", "classId": "0", "score": ""}})
    return rois


def to_labels(rois):
    image = np.zeros(labels.shape, np.float32)
    for roi in rois:
        cv2.drawContours(image, roi["contours"], -1, int(roi["properties"]["id"]), cv2.FILLED)
    return image


def timed(work, rounds=9):
    clock, processor = [], []
    for _ in range(rounds):
        c, p = time.perf_counter(), time.process_time()
        result = work()
        clock.append(time.perf_counter() - c)
        processor.append(time.process_time() - p)
    print(f"{1000 * statistics.median(clock):.1f} ms (processor {1000 * statistics.median(processor):.1f})", end=" ")
    return result


print("OpenCV:", end=" ")
found = timed(to_rois)
again = timed(lambda: to_labels(found))
print("same" if np.array_equal(again, labels) else f"{np.mean(again != labels):.4f} of the pixels differ")
