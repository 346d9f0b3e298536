"""Where things are: the medium of a culture dish, and the places of one cell."""

from igf1r_model.dsl import assumed, derived, place
from igf1r_model.pathway.sources import ERDEM_2022

PER_CELL = (
    "membrane species are counted per cell volume, as in the models their constants come from, "
    "so that no constant has to be rescaled"
)

medium = place(
    "medium", "medium", "GO:0005576",
    derived(2.1, "nL", why="0.25 mL of medium per cm2 over 1.2e5 cells per cm2, so the share of one cell"),
)  # fmt: skip
cytosol = place(
    "cytosol", "cytosol", "GO:0005829",
    assumed(2, "pL", why="usual for MCF7; the volume with which copies per cell became concentrations", low=1, high=8),
)  # fmt: skip
plasma_membrane = place(
    "plasma_membrane", "plasma membrane", "GO:0005886", derived(2, "pL", why=PER_CELL), membrane=True
)
endosome_membrane = place(
    "endosome_membrane", "endosome membrane", "GO:0010008", derived(2, "pL", why=PER_CELL), membrane=True, tag="endo"
)
lysosomal_membrane = place(
    "lysosomal_membrane", "lysosomal membrane", "GO:0005765", derived(2, "pL", why=PER_CELL), membrane=True
)
endoplasmic_reticulum = place(
    "endoplasmic_reticulum", "endoplasmic reticulum", "GO:0005783",
    assumed(0.2, "pL", why="about a tenth of the cell", low=0.1, high=0.4),
)  # fmt: skip
nucleus = place(
    "nucleus", "nucleus", "GO:0005634",
    derived(0.67, "pL", why="a third of the cell, as 1.75 of 5.25 pL in MCF10A", source=ERDEM_2022, at="compartments"),
    tag="nuc",
)  # fmt: skip
