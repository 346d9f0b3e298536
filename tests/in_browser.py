"""The pictures in Chromium: it reads, draws and measures each; ``make test-browser`` runs this, plain pytest does not.

What it drew is in build/screenshots/.
"""

from __future__ import annotations

from pathlib import Path

import browser
import helpers
import pytest
from browser import Seen

BUILD = helpers.ROOT / "build"
SCREENSHOTS = BUILD / "screenshots"
LITTLE = 0.004  # of a page; a picture with less ink is empty
FOLDERS = [BUILD, BUILD / "variants"]
PICTURES = {
    model.stem: [model, *sorted(model.with_suffix("").rglob("*.svg"))]
    for folder in FOLDERS
    for model in sorted(folder.glob("*.svg"))
}
GOOD = helpers.exported("svg", "tiny").partition("</svg>")[0] + "</svg>"


def seen(text: str) -> Seen:
    return browser.seen({"one": text})["one"]


def test_there_is_a_browser_and_there_are_pictures() -> None:
    assert browser.chromium()
    assert len(PICTURES) == len(helpers.models()) - 1  # all but the tiny one
    assert all(len(paths) > 3 for paths in PICTURES.values())


@pytest.mark.parametrize("model", PICTURES)
def test_chromium_reads_and_draws_every_picture_and_all_texts_fit(model: str) -> None:
    found = browser.seen({path.relative_to(BUILD).as_posix(): path.read_text("utf-8") for path in PICTURES[model]})
    assert len(found) == len(PICTURES[model])
    for name, one in found.items():
        _keep(name, one)
    wrong = {name: one.error or one.faults or one.ink for name, one in found.items() if _is_wrong(one)}
    assert wrong == {}


def _is_wrong(one: Seen) -> bool:
    return bool(one.error or one.faults) or one.ink < LITTLE or one.texts < 5


def _keep(name: str, one: Seen) -> None:
    path = (SCREENSHOTS / name).with_suffix(".png")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(one.png)


# Faults that it must find.


def test_a_good_picture_has_no_fault() -> None:
    one = seen(GOOD)
    assert not _is_wrong(one)
    assert one.png.startswith(b"\x89PNG")


def test_a_file_that_is_no_xml_is_found() -> None:
    assert "error" in seen(GOOD.replace("</g>", "", 1)).error


def test_a_file_that_is_no_svg_is_found() -> None:
    assert seen(GOOD.replace("http://www.w3.org/2000/svg", "http://example.org/")).error == "is no SVG"


def test_an_empty_picture_is_found() -> None:
    head = GOOD[: GOOD.index("<title>")]
    one = seen(f"{head}</svg>")
    assert one.ink < LITTLE
    assert _is_wrong(one)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (">IGF1:IGF1R<", 'textLength="400"', "wider than its outline"),
        (">IRS1<", 'y="-3000"', "above or below its outline"),
        (">IRS1<", 'textLength="8"', "squeezed"),
    ],
)
def test_a_text_that_does_not_fit_is_found(old: str, new: str, fault: str) -> None:
    name = new.partition("=")[0]
    lines = GOOD.splitlines()
    n = next(n for n, line in enumerate(lines) if line.startswith("<text") and old.strip("<>") in line)
    lines[n] = _with(lines[n], name, new)
    assert [one for one in seen("\n".join(lines)).faults if fault in one]


def _with(line: str, name: str, new: str) -> str:
    start = line.index(f' {name}="') + 1
    return line[:start] + new + line[line.index('"', start + len(name) + 2) + 1 :]


def test_without_a_browser_there_is_a_clear_message(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(browser.NoBrowserError, match="apt-get install chromium"):
        browser.chromium()
