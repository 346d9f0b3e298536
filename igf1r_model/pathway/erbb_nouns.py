"""What the EGFR and HER2 modules share: molecules, the space around the cell, and papers."""

from igf1r_model.dsl import antibody, derived, doi, drug, paper, place, protein

# Ligands, receptors and what acts on them.
EGF = protein("EGF", "P01133", hgnc=3229, gene=1950)
HBEGF = protein("HBEGF", "Q99075", hgnc=3059, gene=1839)
NRG1 = protein("NRG1", "Q02297", hgnc=7997, gene=3084)
EGFR = protein("EGFR", "P00533", hgnc=3236, gene=1956, phospho="Y1016 Y1092 Y1110 Y1172 Y1197")
ERBB2 = protein("ERBB2", "P04626", hgnc=3430, gene=2064, phospho="Y1139 Y1196 Y1221 Y1222 Y1248")
ERBB3 = protein("ERBB3", "P21860", hgnc=3431, gene=2065, phospho="Y1054 Y1197 Y1222 Y1260 Y1276 Y1289")
CBL = protein("CBL", "P22681", hgnc=1541, gene=867)
ADAM17 = protein("ADAM17", "P78536", hgnc=195, gene=6868)

# Drugs.
GEFITINIB = drug("gefitinib", "CHEBI:49668", "gefitinib", "drugbank:DB00317", "pubchem.compound:123631")
ERLOTINIB = drug("erlotinib", "CHEBI:114785", "erlotinib", "drugbank:DB00530", "pubchem.compound:176870")
LAPATINIB = drug("lapatinib", "CHEBI:49603", "lapatinib", "drugbank:DB01259", "pubchem.compound:208908")
CETUXIMAB = antibody("cetuximab", "drugbank:DB00002", "cetuximab", "chembl.compound:CHEMBL1201577", "mesh:D000068818")
TRASTUZUMAB = antibody(
    "trastuzumab", "drugbank:DB00072", "trastuzumab", "chembl.compound:CHEMBL1201585", "mesh:D000068878"
)
PERTUZUMAB = antibody("pertuzumab", "drugbank:DB06366", "pertuzumab", "chembl.compound:CHEMBL2007641", "mesh:C485206")

# Shed HB-EGF is held by heparan sulfate and acts on the cell that shed it.
pericellular = place(
    "pericellular_space", "pericellular space", "GO:0005576",
    derived(2, "pL", why="a shell of about 2 um around a cell of 2 pL"),
)  # fmt: skip

# Papers.
CARTER_1992 = paper("CARTER_1992", 1350088)
OLAYIOYE_2000 = paper("OLAYIOYE_2000", 10880430)
YARDEN_2001 = paper("YARDEN_2001", 11252954)
BURGESS_2003 = paper("BURGESS_2003", 14527402)
CHO_2003 = paper("CHO_2003", 12610629)
FRANKLIN_2004 = paper("FRANKLIN_2004", 15093539)
WOOD_2004 = doi("WOOD_2004", "10.1158/0008-5472.CAN-04-1168")
LI_2005 = doi("LI_2005", "10.1016/j.ccr.2005.03.003")
MORGILLO_2006 = paper("MORGILLO_2006", 17047074)
ENGELMAN_2007 = paper("ENGELMAN_2007", 17463250)
SONG_2007 = paper("SONG_2007", 17525128)
DAVIS_2011 = paper("DAVIS_2011", 22037378)
HUGHES_2012 = doi("HUGHES_2012", "10.3390/ph5070674")
NAHTA_2012 = paper("NAHTA_2012", 22830017)
HER2_TRAFFIC_2014 = paper("HER2_TRAFFIC_2014", 25102001)
LYU_2016 = paper("LYU_2016", 26621843)
