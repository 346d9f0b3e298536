"""What every format must do, tested on each format that there is, for each model."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import helpers
import pytest
import verb_models as v
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from igf1r_model import exporters
from igf1r_model.activity import influences
from igf1r_model.drawing import Shows
from igf1r_model.dsl import Module, Switch, assumed, ev, place, protein
from igf1r_model.exporters import _xml, formats, unknown_verbs
from igf1r_model.loading import assembled
from igf1r_model.model import Model

WRITTEN = [(format, model) for format in helpers.texts() for model in helpers.models()]
XML = [(format, model) for format, model in WRITTEN if formats()[format].SUFFIX in (".xml", ".owl", ".graphml")]
AWKWARD = "a<b & \"c\" > 'd' αβ–µ 中"  # 23 characters
FINE_FORMAT = (
    '"""For nobody."""\nSUFFIX, LOSES, VERBS = ".none", (), ("bind",)\ndef export(model):\n    return model.id\n'
)
PLAIN = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


def test_the_formats_are_there() -> None:
    assert {"sbml", "biopax", "manifest"} <= formats().keys()
    assert len({form.SUFFIX for form in formats().values()}) == len(formats())


@pytest.mark.parametrize("format", formats())
def test_a_format_says_what_it_is_for_and_what_it_loses(format: str) -> None:
    form = formats()[format]
    assert form.__doc__
    assert len(form.__doc__.splitlines()[0]) > 30
    assert form.SUFFIX.startswith(".")
    assert form.LOSES
    assert all(isinstance(line, str) and len(line) > 10 for line in form.LOSES)


@pytest.mark.parametrize(("format", "model"), WRITTEN)
def test_a_format_holds_every_form_and_process_under_its_id(format: str, model: str) -> None:
    text = helpers.exported(format, model)
    words = set(re.findall(r"\w+", text))
    assert [id for id in held(format, helpers.models()[model]) if id not in words] == []
    assert text.endswith("\n") or (format in ("petab", "sedml") and not text)
    assert "\r" not in text


@pytest.mark.parametrize(("format", "model"), XML)
def test_what_is_called_xml_is_xml(format: str, model: str) -> None:
    assert len(etree.fromstring(helpers.exported(format, model).encode())) > 0


@pytest.mark.parametrize("model", helpers.models())
def test_things_are_called_the_same_in_every_format(model: str) -> None:
    own = names(helpers.models()[model])
    texts = {format: helpers.exported(format, model) for format in formats()}
    assert {id: name for id, name in sbml_names(texts["sbml"]) if id in own} == own
    assert {id: name for id, name in biopax_names(texts["biopax"]) if id in own} == own
    assert {id: name for id, name in cx2_names(texts["cx2"]) if id in own} == own
    manifest = json.loads(texts["manifest"])
    assert {thing["id"]: thing["name"] for kind in ("forms", "processes") for thing in manifest[kind]} == own


def held(format: str, model: Model) -> list[str]:
    """The ids that a format must hold: all but where it says only what can be set and read, or what is done."""
    if format == "petab":
        return [f"obs_{datum.read}" for one in model.experiments for datum in one.data if not datum.scale]
    if format == "experiments":
        return [one.id for one in model.experiments]
    if format == "sedml":
        return [read for one in model.experiments for read in one.reads]
    if format == "activity":
        return [end for one in influences(model) for end in (one.source, one.target)]
    if format in ("sbgn", "svg"):
        assert model.layout
        return [glyph.of for glyph in model.layout.whole.glyphs if glyph.shows in (Shows.FORM, Shows.PROCESS)]
    if format == "interface":
        return [form.id for form in model.forms if form.input] + [one.id for one in model.observables]
    return list(names(model))


def names(model: Model) -> dict[str, str]:
    """The name of each form and process, by id."""
    return {form.id: form.name for form in model.forms} | {process.id: process.name for process in model.processes}


def sbml_names(text: str) -> Iterator[tuple[str, str]]:
    """Id and name of every species and reaction."""
    for element in etree.fromstring(text.encode()).iter("{*}species", "{*}reaction"):
        yield element.get("id", ""), element.get("name", "")


def biopax_names(text: str) -> Iterator[tuple[str, str]]:
    """Id and displayName of every individual."""
    for element in etree.fromstring(text.encode()):
        found = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
        yield found.get("ID", ""), element.findtext("{*}displayName") or ""


def cx2_names(text: str) -> Iterator[tuple[str, str]]:
    """Id and name of every node."""
    nodes = next(block["nodes"] for block in json.loads(text) if "nodes" in block)
    yield from ((node["v"]["model_id"], node["v"]["name"]) for node in nodes)


# A new format is one file.


@pytest.fixture
def new_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place where a format is found."""
    monkeypatch.setattr(exporters, "__path__", [*exporters.__path__, str(tmp_path)])
    yield tmp_path / "none.py"
    sys.modules.pop(f"{exporters.__name__}.none", None)
    vars(exporters).pop("none", None)


def test_a_new_file_is_a_new_format(new_format: Path) -> None:
    new_format.write_text(FINE_FORMAT)
    assert formats()["none"].export(helpers.models()["tiny"]) == "tiny"


def test_a_helper_is_no_format(new_format: Path) -> None:
    new_format.with_name("_helper.py").write_text("raise RuntimeError")
    assert "_helper" not in formats()


@pytest.mark.parametrize("missing", exporters.REQUIRED)
def test_a_file_that_lacks_something_is_named_with_it(new_format: Path, missing: str) -> None:
    new_format.write_text(f"{FINE_FORMAT}del {missing}\n")
    with pytest.raises(ImportError, match=rf"exporters/none is no format: it lacks {missing}$"):
        formats()


def test_every_process_whose_verb_a_format_does_not_know_is_named(new_format: Path) -> None:
    new_format.write_text(FINE_FORMAT)
    issues = unknown_verbs(helpers.models()["tiny"])
    assert [issue.where for issue in issues] == ["receptor.IGF1R_activates", "receptor.IGF1R_phosphorylates_IRS1"]
    assert issues[0].message == "the format none does not know the verb 'autophosphorylate'; it knows bind"
    assert issues[0].origin.startswith("tests/tiny.py:")


# Escaping.


@pytest.fixture
def awkward() -> Model:
    """A model in which everything that is free text has characters that XML and JSON must escape."""
    module = Module("example", AWKWARD, go=v.GO)
    kinase = protein("IGF1R", "P08069", name=AWKWARD, phospho="Y1161")
    why = assumed(3, "nM", why=AWKWARD)
    form = module.form("form", kinase, at=place("here", AWKWARD, "GO:0005886", v.number(1, "pL")), initial=why,
                       shown=f"1 {AWKWARD}")  # fmt: skip
    module.autophosphorylate(
        "it", form, "Y1161", gives="form_p", k=assumed(1, "1/s", why=AWKWARD), evidence=[ev(v.PAPER, note=AWKWARD)],
        name=f"2 {AWKWARD}", switch=Switch("contested", AWKWARD, True, AWKWARD),
    )  # fmt: skip
    return assembled(replace(v.plan("awkward", module), name=AWKWARD, description=AWKWARD))


def test_free_text_arrives_as_it_was_written(awkward: Model, tmp_path: Path) -> None:
    helpers.write(awkward, tmp_path)
    assert helpers.objections(tmp_path, "awkward") == {}
    assert dict(sbml_names((tmp_path / "awkward.xml").read_text("utf-8")))["form"] == f"1 {AWKWARD}"
    assert dict(biopax_names((tmp_path / "awkward.owl").read_text("utf-8")))["it"] == f"2 {AWKWARD}"
    for name, number in (("awkward.xml", 12), ("awkward.owl", 5)):
        tree = etree.parse(tmp_path / name)
        said = [*tree.getroot().itertext(), *(str(value) for one in tree.iter() for value in one.attrib.values())]
        assert sum(AWKWARD in text for text in said) >= number, name
    assert dict(cx2_names((tmp_path / "awkward.cx2").read_text("utf-8")))["it"] == f"2 {AWKWARD}"
    assert (tmp_path / "awkward.model.json").read_text("utf-8").count(json.dumps(AWKWARD, ensure_ascii=False)) >= 6


@given(st.text(PLAIN))
@example("&amp;<![CDATA[]]>&#10;")
def test_any_text_survives_in_an_attribute(text: str) -> None:
    assert etree.fromstring(_xml.element("a", {"b": text})).get("b") == text


@given(st.text(PLAIN | st.sampled_from("\n\t"), min_size=1))
@example("]]>")
def test_any_text_survives_between_tags(text: str) -> None:
    assert etree.fromstring(_xml.leaf("a", text)).text == text


@given(st.floats(-1e300, 1e300))
def test_a_number_is_read_back_to_15_digits(value: float) -> None:
    assert float(_xml.number(value)) == pytest.approx(value, rel=1e-14, abs=0)
    assert _xml.number(float(_xml.number(value))) == _xml.number(value)
