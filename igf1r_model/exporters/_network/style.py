"""How Cytoscape shows the networks: one look for each type of node and each kind of edge.

The colours are told apart by colour-blind readers, and each sign has a shape of its own besides its colour.
"""

from __future__ import annotations

from typing import Any, Final

from igf1r_model.exporters._network.cx2 import Json, mapped, passed

SHAPES: Final = {
    "protein": "round-rectangle",
    "antibody": "octagon",
    "proteinfamily": "round-rectangle",
    "complex": "rectangle",
    "smallmolecule": "ellipse",
    "drug": "hexagon",
    "process": "rectangle",
    "source": "ellipse",
    "sink": "ellipse",
}
COLOURS: Final = {
    "protein": "#CFE2F3",
    "antibody": "#F9CB9C",
    "proteinfamily": "#D9D2E9",
    "complex": "#D9EAD3",
    "smallmolecule": "#FFF2CC",
    "drug": "#F4B183",
    "process": "#FFFFFF",
    "source": "#FFFFFF",
    "sink": "#FFFFFF",
}
PLUS, MINUS, UNKNOWN = "#00695C", "#B71C1C", "#616161"
GREY: Final = "#424242"
# Lines and arrow heads of SBGN, as near as CX2 comes to them.
PROCESS_ARROWS: Final = {
    "consumption": "none",
    "production": "triangle",
    "catalysis": "circle",
    "stimulation": "triangle",
    "necessary-stimulation": "triangle-cross",
    "inhibition": "tee",
}
PROCESS_LINES: Final = {
    "consumption": GREY,
    "production": GREY,
    "catalysis": PLUS,
    "stimulation": PLUS,
    "necessary-stimulation": PLUS,
    "inhibition": MINUS,
}
ACTIVITY_ARROWS: Final = {"activates": "triangle", "inhibits": "tee", "influences": "diamond"}
ACTIVITY_LINES: Final = {"activates": PLUS, "inhibits": MINUS, "influences": UNKNOWN}
SMALL: Final = {"process": 14, "source": 14, "sink": 14}


def of_processes() -> Json:
    """The style of the network of forms and processes; a process is a small square with a small label."""
    nodes = {
        "NODE_WIDTH": _sizes(SMALL),
        "NODE_HEIGHT": _sizes(SMALL),
        "NODE_LABEL_FONT_SIZE": _sizes({"process": 5}),
    }
    return _style(nodes, PROCESS_ARROWS, PROCESS_LINES)


def of_activities() -> Json:
    """The style of the activity flow; what is contested is dashed."""
    style = _style({}, ACTIVITY_ARROWS, ACTIVITY_LINES)
    dashed = {"attribute": "contested", "type": "boolean", "map": [{"v": True, "vp": "dashed"}]}
    return {
        **style,
        "edgeMapping": {**style["edgeMapping"], "EDGE_LINE_STYLE": {"type": "DISCRETE", "definition": dashed}},
    }


def _sizes(looks: dict[str, int]) -> Json:
    pairs = [{"v": value, "vp": look} for value, look in looks.items()]
    return {"type": "DISCRETE", "definition": {"attribute": "type", "type": "string", "map": pairs}}


def _style(nodes: Json, arrows: dict[str, str], lines: dict[str, str]) -> dict[str, Any]:
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {
                "NODE_SHAPE": "round-rectangle",
                "NODE_WIDTH": 90,
                "NODE_HEIGHT": 32,
                "NODE_BACKGROUND_COLOR": "#FFFFFF",
                "NODE_BORDER_WIDTH": 1,
                "NODE_BORDER_COLOR": GREY,
                "NODE_LABEL_FONT_SIZE": 10,
                "NODE_LABEL_COLOR": "#000000",
            },
            "edge": {
                "EDGE_WIDTH": 1.5,
                "EDGE_LINE_COLOR": GREY,
                "EDGE_TARGET_ARROW_COLOR": GREY,
                "EDGE_TARGET_ARROW_SHAPE": "none",
            },
        },
        "nodeMapping": {
            "NODE_LABEL": passed("name", "string"),
            "NODE_SHAPE": mapped("type", SHAPES),
            "NODE_BACKGROUND_COLOR": mapped("type", COLOURS),
            **nodes,
        },
        "edgeMapping": {
            "EDGE_TARGET_ARROW_SHAPE": mapped("interaction", arrows),
            "EDGE_TARGET_ARROW_COLOR": mapped("interaction", lines),
            "EDGE_LINE_COLOR": mapped("interaction", lines),
        },
    }
