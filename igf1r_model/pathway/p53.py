"""p53 and MDM2: AKT sends MDM2 into the nucleus, where it has p53 destroyed; p53 makes MDM2 and BAX."""

from igf1r_model.dsl import Effect, Module, Total, activator, assumed, catalyst, derived, ev, inferred
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway.pi3k_akt import AKT1_pp, AKT1_pT308
from igf1r_model.pathway.places import cytosol, nucleus
from igf1r_model.pathway.sources import EXPERIMENT
from igf1r_model.pathway.survival import BAX

PROTEASOME, TRANSCRIPTION = "GO:0043161", "GO:0045944"

p53 = Module("p53", "The MDM2-p53 loop", go="GO:0030330")

TP53 = p53.form("TP53", n.TP53, at=nucleus, initial=assumed(30, "nM", why="12,000 copies", low=3, high=300))
MDM2 = p53.form("MDM2", n.MDM2, at=cytosol, initial=assumed(10, "nM", why="12,000 copies, as p53", low=1, high=100))

# MDM2 enters the nucleus when AKT, or a kinase nobody has named, has phosphorylated it.
MDM2_p = p53.phosphorylate(
    "AKT_phosphorylates_MDM2",
    [catalyst(AKT1_pp, k=assumed(1e-5, "1/(nM*s)", why="a third of AKT on BAD")),
     catalyst(AKT1_pT308, k=assumed(2e-6, "1/(nM*s)", why="AKT without S473 has a fifth of the activity"))],
    MDM2, "S166 S186", gives="MDM2_p", go="GO:0018105", ec="2.7.11.1",
    k=assumed(1e-4, "1/s", why="without AKT some MDM2 still enters: p53 stays in check in quiet cells"),
    evidence=[ev(n.ZHOU_2001, EXPERIMENT)],
)  # fmt: skip
MDM2_p_nuc = p53.translocate(
    "MDM2_enters_nucleus", MDM2_p, nucleus, gives="MDM2_p_nuc", go="GO:0006606",
    k=assumed(0.01, "1/s", why="not limiting once phosphorylated"), evidence=[ev(n.ZHOU_2001, EXPERIMENT)],
)  # fmt: skip
p53.change(
    "MDM2_returns", [MDM2_p_nuc], [MDM2], effects={Effect.MARKS, Effect.MOVES}, go="GO:0006611",
    k=assumed(1e-3, "1/s", why="a quarter of an hour"),
    evidence=[inferred("dephosphorylation and export in one step, by phosphatases nobody has settled")],
)  # fmt: skip

# p53 is made all the time and lives as long as MDM2 lets it.
p53.synthesise(
    "TP53_is_made", TP53, k=derived(0.01, "nM/s", why="balances a loss of 3e-4 /s of 30 nM at rest"),
    evidence=[inferred("p53 is made all the time; its amount is decided by its loss")],
)  # fmt: skip
TP53_ub = p53.ubiquitinate(
    "MDM2_ubiquitinates_TP53", MDM2_p_nuc, TP53, gives="TP53_ub", k=assumed(8e-5, "1/(nM*s)", why="2 nM: half an hour"),
    ec="2.3.2.27", evidence=[ev(n.ZHOU_2001, EXPERIMENT), ev(n.WU_1993)],
)  # fmt: skip
p53.degrade(
    "TP53_ub_is_lost", TP53_ub, k=assumed(2e-3, "1/s", why="minutes once ubiquitinated"), go=PROTEASOME,
    evidence=[ev(n.ZHOU_2001, EXPERIMENT)],
)  # fmt: skip
p53.degrade(
    "TP53_is_lost", TP53, k=assumed(5e-5, "1/s", why="hours without MDM2"), go=PROTEASOME,
    evidence=[inferred("p53 has other ligases, and cells without MDM2 activity do not gather it without bound")],
)  # fmt: skip

# p53 makes what destroys it, and what lets cytochrome c out.
k_MDM2_loss = p53.constant("k_MDM2_loss", "k", assumed(4e-4, "1/s", why="half an hour: MDM2 ubiquitinates itself"))
for form in (MDM2, MDM2_p, MDM2_p_nuc):
    p53.degrade(
        f"{form.id}_is_lost", form, k=k_MDM2_loss, go=PROTEASOME, evidence=[inferred("MDM2 ubiquitinates itself")]
    )
p53.synthesise(
    "TP53_makes_MDM2", MDM2, at=cytosol, go=TRANSCRIPTION, k=derived(1e-3, "nM/s", why="a quarter of what is lost"),
    by=[activator(TP53, k=derived(1e-4, "1/s", why="30 nM p53 make the rest of 10 nM MDM2"))],
    evidence=[ev(n.WU_1993, EXPERIMENT)],
)  # fmt: skip
p53.synthesise(
    "TP53_makes_BAX", BAX, go=TRANSCRIPTION, k=derived(2.9e-4, "nM/s", why="half of the loss of 232 nM BAX"),
    by=[activator(TP53, k=derived(1e-5, "1/s", why="30 nM p53 at rest make the other half"))],
    evidence=[inferred("BAX is a target gene of p53; how much of it p53 makes is assumed")],
)  # fmt: skip

p53.observe(Total("p53_level", "p53", n.TP53, "all p53, per volume of the nucleus"))
