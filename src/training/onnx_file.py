"""Writes a trained network as ONNX, checks it against torch, and reads its weights back as the
start of a further run."""

import copy
import os
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
import torch.nn as nn
from onnx import helper, numpy_helper

MOST_DIFFERENCE = 1e-3

HALF_FROM = 64
"""Weights of fewer numbers stay float32: rounding them saves nothing."""


def folded(net):
    """A copy for inference in which each normalisation has become part of the convolution before
    it."""
    net = copy.deepcopy(net).to(memory_format=torch.contiguous_format).eval()
    for part in list(net.modules()):
        if isinstance(part, nn.Sequential):
            for i in range(len(part) - 1):
                if isinstance(part[i], nn.Conv2d) and isinstance(part[i + 1], nn.BatchNorm2d):
                    part[i] = nn.utils.fuse_conv_bn_eval(part[i], part[i + 1])
                    part[i + 1] = nn.Identity()
    return net


def rounded(net):
    """The network with its large weights rounded to float16, as `export` stores them."""
    for weight in net.parameters():
        if weight.numel() >= HALF_FROM:
            weight.data = weight.data.half().float()
    return net


def export(model, example, path, inputs, outputs, axes):
    """Writes `model`, whose `net` is a folded and rounded network, for inputs like `example`.

    Writes beside the target and renames, so that a reader never sees half a file.
    """
    part = Path(str(path) + ".part")
    torch.onnx.export(
        model,
        (example,),
        str(part),
        input_names=inputs,
        output_names=outputs,
        opset_version=17,
        dynamic_axes=axes,
        dynamo=False,
    )
    model = onnx.load(str(part))
    store_half(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(part))
    os.replace(part, path)


def store_half(graph):
    """Large weights become float16 and are cast back when the file is opened: half the bytes,
    the arithmetic is the same."""
    casts = []
    for weight in graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < HALF_FROM:
            continue
        name = weight.name + ".float"
        for node in graph.node:
            for i, source in enumerate(node.input):
                if source == weight.name:
                    node.input[i] = name
        casts.append(helper.make_node("Cast", [weight.name], [name], to=onnx.TensorProto.FLOAT))
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), weight.name))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def check(model, path, examples):
    """Raises where ONNX Runtime and torch (in float32) differ by more than 1e-3 on any of the
    inputs."""
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    for x in examples:
        with torch.no_grad():
            expected = model(x)
        expected = expected if isinstance(expected, tuple) else (expected,)
        found = session.run(None, {name: x.numpy()})
        difference = max(np.abs(f - e.numpy()).max() for f, e in zip(found, expected))
        print(f"onnxruntime against torch, {tuple(x.shape)}: max abs difference {difference:.1e}")
        if difference > MOST_DIFFERENCE:
            raise SystemExit(
                f"{path}: ONNX Runtime and torch differ by {difference}, "
                f"more than {MOST_DIFFERENCE}"
            )
    print(f"{path.name}: {path.stat().st_size} bytes")


@torch.no_grad()
def load_weights(net, path, images):
    """Gives `net` the weights of an exported file, so that training can go on where no checkpoint
    is left.

    The file holds no normalisation layers any more. Each gets the mean and deviation of what it
    sees on `images`, and the scale and shift that undo them: the network answers as the file does,
    and trains on as usual.
    """
    stored = {
        w.name.removeprefix("net."): torch.from_numpy(numpy_helper.to_array(w).astype(np.float32))
        for w in onnx.load(str(path)).graph.initializer
    }
    hooks = []
    for name, part in net.named_modules():
        if not isinstance(part, nn.Sequential):
            if isinstance(part, nn.Conv2d) and part.bias is not None:
                part.weight.copy_(stored[name + ".weight"])
                part.bias.copy_(stored[name + ".bias"])
            continue
        for i in range(len(part) - 1):
            if isinstance(part[i + 1], nn.BatchNorm2d):
                part[i].weight.copy_(stored[f"{name}.{i}.weight"])
                bias = stored[f"{name}.{i}.bias"]
                hooks.append(
                    part[i + 1].register_forward_pre_hook(
                        lambda norm, x, bias=bias: undo(norm, x[0], bias)
                    )
                )
    net.eval()(images)
    for hook in hooks:
        hook.remove()


def undo(norm, x, bias):
    mean, variance = x.mean((0, 2, 3)), x.var((0, 2, 3))
    norm.running_mean.copy_(mean)
    norm.running_var.copy_(variance)
    norm.weight.copy_(torch.sqrt(variance + norm.eps))
    norm.bias.copy_(mean + bias)
