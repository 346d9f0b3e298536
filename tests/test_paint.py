"""The command `paint`: colours that follow amounts, and a column in the CX2 file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from igf1r_model.cli import main
from igf1r_model.paint_command import COLUMN, shade, with_column

BUILD = Path(__file__).parents[1] / "build"


def test_a_shade_goes_from_white_to_red() -> None:
    assert (shade(0.0), shade(1.0)) == ("#ffffff", "#b2182b")
    assert shade(-1.0) == shade(0.0)
    assert shade(7.0) == shade(1.0)
    greens = [int(shade(step / 10)[3:5], 16) for step in range(11)]
    assert greens == sorted(greens, reverse=True)
    assert len(set(greens)) == 11


def test_a_column_is_declared_and_holds_the_amounts() -> None:
    nodes = [{"id": 0, "v": {"model_id": "A"}}, {"id": 1, "v": {"model_id": "B"}}]
    cx2 = [
        {"CXVersion": "2.0"},
        {"attributeDeclarations": [{"nodes": {"model_id": {"d": "string"}}}]},
        {"nodes": nodes},
    ]
    painted = json.loads(with_column(json.dumps(cx2), {"A": 1.23456789}))
    assert painted[1]["attributeDeclarations"][0]["nodes"][COLUMN] == {"d": "double"}
    assert painted[2]["nodes"] == [{"id": 0, "v": {"model_id": "A", COLUMN: 1.23457}}, nodes[1]]


def test_the_map_of_the_trunk_is_painted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["paint", "igf1r_core", "igf1_time_course", "--at", "10min", "--out", str(BUILD), "--to", str(tmp_path)]
    assert main(command) == 0
    picture, network = sorted(tmp_path.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert (picture.suffix, network.suffix) == (".svg", ".cx2")
    text = picture.read_text(encoding="utf-8")
    assert 'id="IGF1R_IGF1"' in text
    assert shade(1.0) in text  # something is at its most
    nodes = next(aspect["nodes"] for aspect in json.loads(network.read_text(encoding="utf-8")) if "nodes" in aspect)
    amounts = {node["v"]["model_id"]: node["v"].get(COLUMN) for node in nodes}
    assert amounts["IGF1"] == pytest.approx(10, rel=0.1)
    assert "written" in capsys.readouterr().out


def test_what_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paint", "igf1r_core", "nonsense", "--at", "1h", "--out", str(BUILD), "--to", str(tmp_path)]) == 2
    assert "igf1_time_course" in capsys.readouterr().err
