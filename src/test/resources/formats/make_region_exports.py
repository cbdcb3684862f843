#!/usr/bin/env python3
"""Makes the classes of pixels that Hugging Face's library finds with the exports of make_scene_exports.py.

    python make_region_exports.py      writes regions.json beside each of them, and the folder hf-eomt-regions

The stored exports answer, the library prepares and reads them. hf-eomt-regions is an export of its own, whose images are cut
into squares. As make_exports.py, whose versions these are.
"""
import json
from types import SimpleNamespace

import onnxruntime as ort
import torch

import make_exports as m
import make_scene_exports as s
import make_vision_exports as v

hf = m.hf


def write(name, processor):
    session = ort.InferenceSession(m.HERE / name / "model.onnx")
    names = [o.name for o in session.get_outputs()]
    expected = {}
    for file in ("wide", "upright"):
        image = v.opened(file)
        given = processor(images=image, return_tensors="pt")
        values = given["pixel_values"]
        found = SimpleNamespace(**dict(zip(names, map(torch.from_numpy, session.run(names, {"pixel_values": values.numpy()})))),
                                patch_offsets=given.get("patch_offsets"))
        if "pred_masks" not in names:
            found.logits = found.class_queries_logits
        classes = processor.post_process_semantic_segmentation(found, target_sizes=[(image.height, image.width)])[0]
        expected[file] = {"input": m.sampled(values), "runs": v.runs(classes.numpy())}
        print(name, file, list(values.shape), {int(k): int((classes == k).sum()) for k in classes.unique()})
    (m.HERE / name / "regions.json").write_text(json.dumps(expected))


def eomt():
    model, _, outputs = s.eomt(3)
    with torch.no_grad():
        model.mask_head.fc3.weight.mul_(10)
        model.mask_head.fc3.bias.mul_(10)
    processor = hf.EomtImageProcessor(size={"shortest_edge": 64, "longest_edge": None}, do_pad=False, do_split_image=True)
    folder = m.HERE / "hf-eomt-regions"
    folder.mkdir(exist_ok=True)
    model.config.architectures = [type(model).__name__]
    model.config.save_pretrained(folder)
    processor.save_pretrained(folder)
    if (folder / "processor_config.json").exists():
        (folder / "processor_config.json").rename(folder / "preprocessor_config.json")
    m.export(model, folder, m.prepared(processor, v.opened("wide")), outputs)
    return processor


def main():
    square = dict(size={"height": 64, "width": 96}, size_divisor=32, ignore_index=255)
    write("hf-mask2former", hf.Mask2FormerImageProcessor(**square))
    write("hf-maskformer", hf.MaskFormerImageProcessor(**square))
    write("hf-detr-masks", hf.DetrImageProcessor(size={"height": 64, "width": 96}, do_pad=False))
    write("hf-eomt-regions", eomt())


if __name__ == "__main__":
    main()
