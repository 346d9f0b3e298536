"""Pictures in a real browser: headless Chromium draws SVG files and measures their texts.

As a program it makes a PNG of one file: ``python tests/browser.py picture.svg picture.png``.
"""

from __future__ import annotations

import base64
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).with_name("browser.js")
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
OPTIONS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
)  # fmt: skip
SECONDS: Final = 300
WIDTH: Final = 1400  # of a picture, in pixels
PREVIEW: Final = 900  # of the page that a PNG is cut from


class NoBrowserError(RuntimeError):
    """There is no Chromium."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the browser made of a file: why it could not read it, the share of pixels with ink, bad texts, a PNG."""

    error: str
    ink: float
    faults: tuple[str, ...]
    texts: int
    png: bytes


def chromium() -> str:
    """The browser's program; CHROMIUM in the environment names another one.

    Raises:
        NoBrowserError: when there is none.
    """
    wanted = os.environ.get("CHROMIUM")
    for name in (wanted,) if wanted else NAMES:
        if found := shutil.which(name):
            return found
    raise NoBrowserError("no Chromium: install it (apt-get install chromium) or name it in CHROMIUM")


def seen(pictures: Mapping[str, str], width: int = WIDTH, trim: bool = False) -> dict[str, Seen]:
    """Have all pictures drawn; `trim` cuts off white margins of the PNG."""
    page = _page(pictures, width, trim)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [chromium(), *OPTIONS, f"--user-data-dir={folder}/profile", "--dump-dom", path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, encoding="utf-8")
    found = re.search(r'<pre id="result">(.*?)</pre>', done.stdout, re.DOTALL)
    if not found:
        raise RuntimeError(f"Chromium gave no answer (exit code {done.returncode}): {done.stderr[-2000:]}")
    return {name: _seen(told) for name, told in json.loads(html.unescape(found[1])).items()}


def _page(pictures: Mapping[str, str], width: int, trim: bool) -> str:
    """A page with each picture as an image, which loads nothing else, and as text for the script to measure."""
    images = "".join(
        f'<img alt="{html.escape(name)}" src="data:image/svg+xml;base64,{base64.b64encode(text.encode()).decode()}">'
        for name, text in pictures.items()
    )
    asked = json.dumps({"pictures": dict(pictures), "width": width, "trim": trim}).replace("</", "<\\/")
    script = SCRIPT.read_text(encoding="utf-8")
    head = '<!doctype html><meta charset="utf-8"><title>pictures</title>'
    return f'{head}{images}<pre id="result"></pre><script>const asked = {asked};\n{script}</script>'


def _seen(told: Mapping[str, object]) -> Seen:
    png = base64.b64decode(str(told["png"]).partition(",")[2])
    faults = told["faults"]
    assert isinstance(faults, list)
    return Seen(str(told["error"]), float(str(told["ink"])), tuple(faults), int(str(told["texts"])), png)


def main() -> None:
    """Make a PNG without white margins."""
    source, target = map(Path, sys.argv[1:3])
    found = seen({source.name: source.read_text(encoding="utf-8")}, PREVIEW, trim=True)[source.name]
    if found.error:
        sys.exit(f"{source}: {found.error}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(found.png)


if __name__ == "__main__":
    main()
