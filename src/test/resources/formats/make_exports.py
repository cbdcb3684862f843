#!/usr/bin/env python3
"""Makes tiny exports of Hugging Face's and torchvision's model families, and what the library itself answers.

    python make_exports.py [NAME ...]      writes the folders beside this script

Each folder holds what Optimum exports (config.json, preprocessor_config.json, model.onnx with all axes open), but with
few and random weights, and expected.json: what the library's own preparation, network and post-processing give for the
images, which are made here too. Made with torch 2.13, torchvision 0.29, transformers 5.18, timm 1.0.29, onnx 1.23.

The torchvision wheel at hand is built for CUDA and cannot load its operators beside a CPU torch, so nms and roi_align
are declared here: plain Python where the library runs, ONNX's own operators in an export.
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper
import onnxruntime as ort
import torch
from PIL import Image, ImageFilter

HERE = Path(__file__).resolve().parent

LIBRARY = torch.library.Library("torchvision", "DEF")
LIBRARY.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
LIBRARY.define("qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
LIBRARY.define("roi_align(Tensor input, Tensor rois, float spatial_scale, SymInt pooled_height, SymInt pooled_width, "
               "int sampling_ratio, bool aligned) -> Tensor")

import transformers as hf  # noqa: E402

CLASSES = ["cell", "debris", "dust", "fibre", "bead"]


def images():
    """Two photographs of nothing: coloured, with soft and hard edges and fine grain; odd sizes, one upright."""
    rng = np.random.default_rng(5)
    for name, (w, h) in {"wide": (157, 101), "upright": (90, 143)}.items():
        soft = Image.fromarray(rng.integers(0, 256, (h // 6, w // 6, 3), dtype=np.uint8)).resize((w, h), Image.BICUBIC)
        pixels = np.asarray(soft).astype(int)
        for _ in range(12):
            x, y, r = rng.integers(0, w), rng.integers(0, h), rng.integers(4, 20)
            yy, xx = np.mgrid[:h, :w]
            pixels[(xx - x) ** 2 + (yy - y) ** 2 < r * r] = rng.integers(0, 256, 3)
        pixels = np.clip(pixels + rng.normal(0, 9, pixels.shape), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(0.5)).save(HERE / f"{name}.png", optimize=True)


def export(model, folder, example, outputs, opset=17):
    model.eval()
    axes = {"pixel_values": {0: "batch", 1: "channels", 2: "height", 3: "width"}}
    axes.update({o: {0: "batch"} for o in outputs})
    if "logits" in outputs and example.dim() == 4:
        axes["logits"] = {i: f"d{i}" for i in range(4)} if "Segmentation" in type(model).__name__ else {0: "batch"}

    class Wrapped(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, pixel_values):
            found = self.model(pixel_values)
            return tuple(found[o] for o in outputs)

    torch.onnx.export(Wrapped(), (example,), str(folder / "model.onnx"), input_names=["pixel_values"],
                      output_names=outputs, dynamic_axes=axes, opset_version=opset, dynamo=False)


def single(path):
    """Positions as float: ONNX Runtime's sine and cosine know no double."""
    model = onnx.load(path)
    for node in model.graph.node:
        for a in node.attribute:
            if node.op_type == "Cast" and a.name == "to" and a.i == onnx.TensorProto.DOUBLE:
                a.i = onnx.TensorProto.FLOAT
            if a.name == "value" and a.t.data_type == onnx.TensorProto.DOUBLE:
                a.t.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(a.t).astype(np.float32), a.t.name))
    for i, t in enumerate(model.graph.initializer):
        if t.data_type == onnx.TensorProto.DOUBLE:
            t.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(t).astype(np.float32), t.name))
    onnx.save(model, path)


def labels(**more):
    return dict(id2label=dict(enumerate(CLASSES)), label2id={c: i for i, c in enumerate(CLASSES)}, **more)


def louder(layer, factor):
    """Random weights answer alike everywhere; a louder last layer makes up its mind."""
    with torch.no_grad():
        layer.weight.mul_(factor)
        if layer.bias is not None:
            layer.bias.normal_(0, 0.5)


def sampled(values):
    """Every 61st number of what the network gets, and how it is shaped."""
    flat = values.numpy().ravel()
    return {"shape": list(values.shape), "values": [round(float(v), 5) for v in flat[::61]]}


def prepared(processor, image):
    return processor(images=image, return_tensors="pt")["pixel_values"]


def write(name, model, processor, outputs, answer, exported=False):
    """`exported`: the export answers, not the library (RT-DETR's choice among equal queries is not the same in both)."""
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    model.eval()
    model.config.architectures = [type(model).__name__]
    model.config.save_pretrained(folder)
    processor.save_pretrained(folder)
    if (folder / "processor_config.json").exists():
        (folder / "processor_config.json").rename(folder / "preprocessor_config.json")
    path = folder / "model.onnx"
    export(model, folder, prepared(processor, Image.open(HERE / "wide.png").convert("RGB")), outputs)
    # The exporter leaves it training, where dropout changes the answer.
    model.eval()
    if exported:
        single(path)
        session = ort.InferenceSession(path)
    expected = {}
    for file in ("wide", "upright"):
        image = Image.open(HERE / f"{file}.png").convert("RGB")
        with torch.no_grad():
            values = prepared(processor, image)
            found = model(values)
            if exported:
                found = type(found)(**dict(zip(outputs, map(torch.from_numpy, session.run(outputs, {"pixel_values": values.numpy()})))))
            expected[file] = {"input": sampled(values), **answer(found, processor, image)}
    (folder / "expected.json").write_text(json.dumps(expected))


def scores(sigmoid=False):
    def answer(found, processor, image):
        logits = found.logits[0]
        return {"scores": (logits.sigmoid() if sigmoid else logits.softmax(0)).tolist()}
    return answer


def boxes(threshold):
    def answer(found, processor, image):
        post = processor.post_process_object_detection(found, threshold, [(image.height, image.width)])[0]
        return {"threshold": threshold, "boxes": [[*b.tolist(), s.item(), c.item()] for b, s, c in
                                                  zip(post["boxes"], post["scores"], post["labels"])]}
    return answer


def classes(found, processor, image):
    post = processor.post_process_semantic_segmentation(found, [(image.height, image.width)])[0]
    runs, last = [], None
    for v in post.numpy().ravel().tolist():
        if v == last:
            runs[-1][1] += 1
        else:
            runs.append([v, 1])
            last = v
    return {"runs": runs}


def vit():
    model = hf.ViTForImageClassification(hf.ViTConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, image_size=32, patch_size=8, initializer_range=0.1, **labels()))
    louder(model.classifier, 5)
    write("hf-vit", model, hf.ViTImageProcessor(size={"height": 32, "width": 32}), ["logits"], scores())


def convnext():
    model = hf.ConvNextForImageClassification(hf.ConvNextConfig(hidden_sizes=[8, 12, 16, 24], depths=[1, 1, 1, 1], **labels()))
    louder(model.classifier, 60)
    write("hf-convnext", model, hf.ConvNextImageProcessor(size={"shortest_edge": 56}, crop_pct=0.875,
        image_mean=[0.485, 0.456, 0.406], image_std=[0.229, 0.224, 0.225]), ["logits"], scores())


def deit():
    model = hf.DeiTForImageClassification(hf.DeiTConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, image_size=28, patch_size=7, problem_type="multi_label_classification", **labels()))
    louder(model.classifier, 40)
    write("hf-deit", model, hf.DeiTImageProcessor(size={"height": 33, "width": 33}, crop_size={"height": 28, "width": 28},
        resample=1), ["logits"], scores(sigmoid=True))


def mobilenet():
    model = hf.MobileNetV2ForImageClassification(hf.MobileNetV2Config(depth_multiplier=0.1, depth_divisible_by=4, min_depth=4,
        image_size=48, finegrained_output=False, initializer_range=0.3, **labels()))
    louder(model.classifier, 8)
    write("hf-mobilenet", model, hf.MobileNetV2ImageProcessor(size={"shortest_edge": 55}, crop_size={"height": 48, "width": 48}),
          ["logits"], scores())


def efficientnet():
    model = hf.ResNetForImageClassification(hf.ResNetConfig(embedding_size=8, hidden_sizes=[8, 12], depths=[1, 1],
        layer_type="basic", **labels()))
    louder(model.classifier[1], 4)
    write("hf-resnet-efficientnet", model, hf.EfficientNetImageProcessor(size={"height": 40, "width": 48}, resample=0,
        rescale_factor=1 / 127.5, rescale_offset=True, include_top=True, image_mean=[0.1, 0.2, 0.3],
        image_std=[0.5, 0.6, 0.7]), ["logits"], scores())


def mobilevit():
    model = hf.ResNetForImageClassification(hf.ResNetConfig(embedding_size=8, hidden_sizes=[8, 12], depths=[1, 1],
        layer_type="basic", **labels()))
    louder(model.classifier[1], 4)
    write("hf-resnet-mobilevit", model, hf.MobileViTImageProcessor(size={"shortest_edge": 40},
        crop_size={"height": 48, "width": 48}), ["logits"], scores())


def swin():
    model = hf.SwinForImageClassification(hf.SwinConfig(image_size=32, patch_size=4, embed_dim=8, depths=[1, 1], num_heads=[1, 2],
        window_size=4, **labels()))
    louder(model.classifier, 40)
    write("hf-swin", model, hf.ViTImageProcessor(size={"height": 32, "width": 32}, resample=3), ["logits"], scores())


def timm():
    """As timm's hub and its wrapper have them: config.json tells the preparation."""
    torchvision()
    import timm as library
    import timm.data
    torch.manual_seed(11)
    for name, told in {"hf-timm-centre": dict(input_size=[3, 40, 40], crop_pct=0.9, interpolation="bicubic", mean=[0.5] * 3, std=[0.5] * 3),
                       "hf-timm-squash": dict(input_size=[3, 48, 32], crop_pct=1.0, crop_mode="squash", interpolation="bilinear")}.items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        model = library.models.resnet.ResNet(library.models.resnet.BasicBlock, [1, 1, 1, 1], num_classes=5, stem_width=8,
                                             channels=(8, 8, 16, 16)).eval()
        louder(model.fc, 8)
        (folder / "config.json").write_text(json.dumps(dict(architecture="resnet", num_classes=5, label_names=CLASSES, pretrained_cfg=told)))
        transform = library.data.create_transform(**library.data.resolve_data_config(pretrained_cfg=told), is_training=False)
        expected = {}
        for file in ("wide", "upright"):
            values = transform(Image.open(HERE / f"{file}.png").convert("RGB"))[None]
            with torch.no_grad():
                expected[file] = {"input": sampled(values), "scores": model(values)[0].softmax(0).tolist()}
        torch.onnx.export(model, (values,), str(folder / "model.onnx"), input_names=["pixel_values"], output_names=["logits"], opset_version=17,
                          dynamic_axes={"pixel_values": {i: f"d{i}" for i in range(4)}, "logits": {0: "batch"}}, dynamo=False)
        (folder / "expected.json").write_text(json.dumps(expected))


def backbone():
    return hf.ResNetConfig(embedding_size=8, hidden_sizes=[8, 12, 16, 24], depths=[1, 1, 1, 1], layer_type="basic",
                           out_features=["stage4"])


def detr():
    model = hf.DetrForObjectDetection(hf.DetrConfig(use_timm_backbone=False, use_pretrained_backbone=False, backbone=None,
        backbone_config=backbone(), d_model=16, encoder_layers=1, decoder_layers=2, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=48, decoder_ffn_dim=48, num_queries=12, init_std=0.25, init_xavier_std=2.0, **labels()))
    model.model.query_position_embeddings.weight.data.mul_(6)
    louder(model.class_labels_classifier, 3)
    louder(model.bbox_predictor.layers[-1], 3)
    write("hf-detr", model, hf.DetrImageProcessor(size={"shortest_edge": 96, "longest_edge": 140}),
          ["logits", "pred_boxes"], boxes(0.3))


def yolos():
    model = hf.YolosForObjectDetection(hf.YolosConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, image_size=[64, 96], patch_size=16, num_detection_tokens=10, initializer_range=0.15, **labels()))
    model.vit.embeddings.detection_tokens.data.normal_(0, 2)
    louder(model.class_labels_classifier.layers[-1], 20)
    louder(model.bbox_predictor.layers[-1], 8)
    write("hf-yolos", model, hf.YolosImageProcessor(size={"height": 64, "width": 96}), ["logits", "pred_boxes"], boxes(0.3))


def yolos_scaled():
    """Its published form: the short side decides, both are pressed to a multiple of 16."""
    model = hf.YolosForObjectDetection(hf.YolosConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, image_size=[64, 96], patch_size=16, num_detection_tokens=10, initializer_range=0.15, **labels()))
    model.vit.embeddings.detection_tokens.data.normal_(0, 2)
    louder(model.class_labels_classifier.layers[-1], 20)
    louder(model.bbox_predictor.layers[-1], 8)
    write("hf-yolos-scaled", model, hf.YolosImageProcessor(size={"shortest_edge": 72, "longest_edge": 110}),
          ["logits", "pred_boxes"], boxes(0.3))


def dab():
    """Its processor gives at most 100 boxes, more than there are queries."""
    model = hf.DabDetrForObjectDetection(hf.DabDetrConfig(use_timm_backbone=False, use_pretrained_backbone=False, backbone=None,
        backbone_config=backbone(), hidden_size=16, encoder_layers=1, decoder_layers=2, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=48, decoder_ffn_dim=48, num_queries=40, init_std=0.25, **labels()))
    louder(model.class_embed, 4)
    write("hf-dab", model, hf.ConditionalDetrImageProcessor(size={"shortest_edge": 96, "longest_edge": 140}),
          ["logits", "pred_boxes"], boxes(0.5))


def rtdetr():
    config = hf.RTDetrConfig(backbone_config=hf.RTDetrResNetConfig(embedding_size=8, hidden_sizes=[8, 12, 16, 24],
        depths=[1, 1, 1, 1], layer_type="basic", out_features=["stage2", "stage3", "stage4"]), use_timm_backbone=False,
        encoder_hidden_dim=16, encoder_in_channels=[12, 16, 24], feat_strides=[8, 16, 32], encoder_ffn_dim=24, d_model=16,
        encoder_attention_heads=2, decoder_attention_heads=2, decoder_in_channels=[16, 16, 16], decoder_ffn_dim=24,
        decoder_layers=2, num_queries=15, num_denoising=0, hidden_expansion=0.5, anchor_image_size=None, eval_size=None, **labels())
    model = hf.RTDetrForObjectDetection(config)
    louder(model.model.enc_score_head, 30)
    for head in model.model.decoder.class_embed:
        louder(head, 4)
    for head in [model.model.enc_bbox_head, *model.model.decoder.bbox_embed]:
        louder(head.layers[-1], 8)
    write("hf-rtdetr", model, hf.RTDetrImageProcessor(size={"height": 96, "width": 96}), ["logits", "pred_boxes"], boxes(0.5),
          exported=True)


def segformer():
    model = hf.SegformerForSemanticSegmentation(hf.SegformerConfig(hidden_sizes=[8, 8, 16, 16], depths=[1, 1, 1, 1],
        num_attention_heads=[1, 1, 2, 2], decoder_hidden_size=16, initializer_range=0.2, **labels()))
    louder(model.decode_head.classifier, 30)
    write("hf-segformer", model, hf.SegformerImageProcessor(size={"height": 64, "width": 96}), ["logits"], classes)


def least():
    """DPT's processor keeps the aspect, and both sides become the nearest multiple of 32. The network is a SegFormer, which
    takes any size: transformers' own DPT for segmentation ends with an error where the image is not square."""
    model = hf.SegformerForSemanticSegmentation(hf.SegformerConfig(hidden_sizes=[8, 8, 16, 16], depths=[1, 1, 1, 1],
        num_attention_heads=[1, 1, 2, 2], decoder_hidden_size=16, initializer_range=0.2, **labels()))
    louder(model.decode_head.classifier, 30)
    processor = hf.DPTImageProcessor(size={"height": 96, "width": 96}, keep_aspect_ratio=True, ensure_multiple_of=32)
    write("hf-segformer-dpt", model, processor, ["logits"], classes)


def suppressed(boxes_, scores_, overlap):
    order, keep = scores_.argsort(descending=True, stable=True), []
    area = (boxes_[:, 2] - boxes_[:, 0]) * (boxes_[:, 3] - boxes_[:, 1])
    while order.numel():
        i, rest = order[0], order[1:]
        keep.append(i)
        low, high = torch.maximum(boxes_[i, :2], boxes_[rest, :2]), torch.minimum(boxes_[i, 2:], boxes_[rest, 2:])
        shared = (high - low).clamp(min=0).prod(1)
        order = rest[shared / (area[i] + area[rest] - shared) <= overlap]
    return torch.stack(keep) if keep else torch.zeros(0, dtype=torch.int64)


def aligned(features, rois, scale, rows, columns, samples, half):
    """RoIAlign (He et al. 2017): the mean of bilinear samples in each cell."""
    out, (height, width) = [], features.shape[-2:]
    for roi in rois:
        x1, y1, x2, y2 = (roi[1:] * scale - (0.5 if half else 0)).unbind()
        w, h = (x2 - x1, y2 - y1) if half else ((x2 - x1).clamp(min=1), (y2 - y1).clamp(min=1))
        n = samples if samples > 0 else 2
        ys = y1 + h * (torch.arange(rows * n) + 0.5) / (rows * n)
        xs = x1 + w * (torch.arange(columns * n) + 0.5) / (columns * n)

        def taps(at, size):
            inside, at = (at >= -1) & (at <= size), at.clamp(min=0)
            low = at.floor().long().clamp(max=size - 1)
            return inside, low, (low + 1).clamp(max=size - 1), torch.where(low >= size - 1, 0, at - low)
        (iy, y0, y9, wy), (ix, x0, x9, wx) = taps(ys, height), taps(xs, width)
        f = features[int(roi[0])]
        top = f[:, y0][:, :, x0] * (1 - wx) + f[:, y0][:, :, x9] * wx
        low = f[:, y9][:, :, x0] * (1 - wx) + f[:, y9][:, :, x9] * wx
        values = (top * (1 - wy)[:, None] + low * wy[:, None]) * iy[:, None] * ix
        out.append(values.reshape(-1, rows, n, columns, n).mean((2, 4)))
    return torch.stack(out) if out else features.new_zeros((0, features.shape[1], rows, columns))


def nothing():
    pass


def yes():
    return True


def torchvision():
    import torchvision as tv
    import torchvision.extension
    if not hasattr(torchvision, "ready"):
        LIBRARY.impl("nms", suppressed, "CPU")
        LIBRARY.impl("roi_align", aligned, "CPU")
        torchvision.ready = True
        for name in ("extension", "ops.boxes", "ops.roi_align"):
            sys.modules[f"torchvision.{name}"]._assert_has_ops = nothing
            sys.modules[f"torchvision.{name}"]._has_ops = yes
    return tv


class Tiny(torch.nn.Module):
    out_channels = 16

    def __init__(self):
        super().__init__()
        self.layers = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 5, 4, 2), torch.nn.ReLU(), torch.nn.Conv2d(8, 16, 3, 2, 1))

    def forward(self, x):
        return {"0": self.layers(x)}


def write_vision(name, model, size, threshold, masks=False):
    """As torchvision documents it: a list of one image [3, height, width] in 0..1, without names of classes."""
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    model.eval()
    w, h = size
    outputs = None
    expected = {}
    for file in ("wide", "upright"):
        image = Image.open(HERE / f"{file}.png").convert("RGB").crop((0, 0, *size))
        values = torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1).float() / 255
        with torch.no_grad():
            found = model([values])[0]
        outputs = list(found)
        keep = found["scores"] >= threshold
        expected[file] = {"threshold": threshold, "size": [w, h],
                          "boxes": [[*b.tolist(), s.item(), c.item()] for b, s, c in
                                    zip(found["boxes"][keep], found["scores"][keep], found["labels"][keep])]}
        if masks:
            expected[file]["areas"] = (found["masks"][keep] > 0.5).sum((1, 2, 3)).tolist()
            expected[file]["centres"] = [[float(v) for v in np.argwhere(m[0].numpy() > 0.5).mean(0)[::-1]] if (m > 0.5).any() else []
                                         for m in found["masks"][keep]]

    class Wrapped(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, image):
            return tuple(self.model([image])[0].values())

    torch.onnx.export(Wrapped(), (values,), str(folder / "model.onnx"), input_names=["image"], output_names=outputs,
                      opset_version=17, dynamo=False, dynamic_axes={"image": {1: "height", 2: "width"}})
    (folder / "expected.json").write_text(json.dumps(expected))
    print(name, outputs, [len(e["boxes"]) for e in expected.values()], expected["wide"]["boxes"][:3])


def loud(model, factor):
    with torch.no_grad():
        for n, p in model.named_parameters():
            if p.dim() > 1:
                p.mul_(factor)


def fasterrcnn():
    tv = torchvision()
    anchors = tv.models.detection.anchor_utils.AnchorGenerator(((16, 32, 48),), ((0.5, 1.0, 2.0),))
    pool = tv.ops.MultiScaleRoIAlign(["0"], 4, 2)
    model = tv.models.detection.FasterRCNN(Tiny(), min_size=90, max_size=90, rpn_anchor_generator=anchors, rpn_post_nms_top_n_test=40, box_roi_pool=pool,
        box_head=tv.models.detection.faster_rcnn.TwoMLPHead(16 * 16, 24),
        box_predictor=tv.models.detection.faster_rcnn.FastRCNNPredictor(24, 6), box_detections_per_img=20)
    louder(model.roi_heads.box_predictor.cls_score, 30)
    louder(model.rpn.head.cls_logits, 20)
    write_vision("tv-fasterrcnn", model, (90, 90), 0.3)


def retinanet():
    tv = torchvision()
    anchors = tv.models.detection.anchor_utils.AnchorGenerator(((16, 32, 48),), ((0.5, 1.0, 2.0),))
    model = tv.models.detection.RetinaNet(Tiny(), 6, min_size=90, max_size=90, anchor_generator=anchors, detections_per_img=20)
    louder(model.head.classification_head.cls_logits, 300)
    write_vision("tv-retinanet", model, (90, 90), 0.3)


def ssd():
    tv = torchvision()
    anchors = tv.models.detection.anchor_utils.DefaultBoxGenerator([[2]], scales=[0.2, 0.5])

    class Backbone(Tiny):
        out_channels = [16]
    model = tv.models.detection.ssd.SSD(Backbone(), anchors, (90, 90), 6, detections_per_img=20)
    for layer in model.head.classification_head.module_list:
        louder(layer, 30)
    write_vision("tv-ssd", model, (90, 90), 0.3)


def maskrcnn():
    tv = torchvision()
    anchors = tv.models.detection.anchor_utils.AnchorGenerator(((16, 32, 48),), ((0.5, 1.0, 2.0),))
    d = tv.models.detection
    model = d.MaskRCNN(Tiny(), min_size=90, max_size=90, rpn_anchor_generator=anchors, rpn_post_nms_top_n_test=40,
        box_roi_pool=tv.ops.MultiScaleRoIAlign(["0"], 4, 2), box_head=d.faster_rcnn.TwoMLPHead(16 * 16, 24),
        box_predictor=d.faster_rcnn.FastRCNNPredictor(24, 6), mask_roi_pool=tv.ops.MultiScaleRoIAlign(["0"], 6, 2),
        mask_head=d.mask_rcnn.MaskRCNNHeads(16, (8,), 1), mask_predictor=d.mask_rcnn.MaskRCNNPredictor(8, 8, 6),
        box_detections_per_img=12)
    louder(model.roi_heads.box_predictor.cls_score, 30)
    louder(model.rpn.head.cls_logits, 20)
    louder(model.roi_heads.mask_predictor.mask_fcn_logits, 60)
    write_vision("tv-maskrcnn", model, (90, 90), 0.3, masks=True)


def keypointrcnn():
    tv = torchvision()
    d = tv.models.detection
    anchors = d.anchor_utils.AnchorGenerator(((16, 32, 48),), ((0.5, 1.0, 2.0),))
    model = d.KeypointRCNN(Tiny(), min_size=90, max_size=90, rpn_anchor_generator=anchors, rpn_post_nms_top_n_test=40,
        box_roi_pool=tv.ops.MultiScaleRoIAlign(["0"], 4, 2), box_head=d.faster_rcnn.TwoMLPHead(16 * 16, 24),
        box_predictor=d.faster_rcnn.FastRCNNPredictor(24, 2), keypoint_roi_pool=tv.ops.MultiScaleRoIAlign(["0"], 6, 2),
        keypoint_head=d.keypoint_rcnn.KeypointRCNNHeads(16, (8,)), keypoint_predictor=d.keypoint_rcnn.KeypointRCNNPredictor(8, 17),
        box_detections_per_img=12)
    louder(model.roi_heads.box_predictor.cls_score, 60)
    louder(model.rpn.head.cls_logits, 20)
    write_vision("tv-keypointrcnn", model, (90, 90), 0.05)


MAKERS = [vit, convnext, deit, mobilenet, efficientnet, mobilevit, swin, timm, detr, yolos, yolos_scaled, dab, rtdetr, segformer, least, fasterrcnn, retinanet, ssd, maskrcnn, keypointrcnn]


def main():
    images()
    wanted = sys.argv[1:]
    for maker in MAKERS:
        if not wanted or maker.__name__ in wanted:
            torch.manual_seed(11)
            maker()
            print(maker.__name__)


if __name__ == "__main__":
    main()
