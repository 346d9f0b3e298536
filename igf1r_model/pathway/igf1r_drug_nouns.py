"""Drugs on IGF1R and on its ligands, and the papers about them."""

from igf1r_model.dsl import antibody, doi, drug, paper

# Antibodies on IGF1R, and on IGF1 and IGF2.
FIGITUMUMAB = antibody("figitumumab", "drugbank:DB11685", "figitumumab", "mesh:C525021")
CIXUTUMUMAB = antibody("cixutumumab", "drugbank:DB12250", "cixutumumab", "mesh:C557414")
GANITUMAB = antibody("ganitumab", "drugbank:DB12205", "ganitumab", "mesh:C545764")
DALOTUZUMAB = antibody("dalotuzumab", "drugbank:DB11840", "dalotuzumab", "mesh:C569480")
XENTUZUMAB = antibody("xentuzumab", "drugbank:DB14871", "xentuzumab", "mesh:C588089")
DUSIGITUMAB = antibody("dusigitumab", "drugbank:DB12363", "dusigitumab", "mesh:C000601324")

# Kinase inhibitors.
LINSITINIB = drug(
    "linsitinib", "drugbank:DB06075", "linsitinib", "chembl.compound:CHEMBL1091644", "pubchem.compound:11640390"
)
BMS_754807 = drug("BMS_754807", "CHEBI:88339", "BMS-754807", "drugbank:DB15399", "pubchem.compound:24785538")
BMS_536924 = drug("BMS_536924", "pubchem.compound:135440466", "BMS-536924", "chembl.compound:CHEMBL401930")
BMS_554417 = drug("BMS_554417", "chembl.compound:CHEMBL564417", "BMS-554417", "mesh:C507943")
NVP_AEW541 = drug("NVP_AEW541", "pubchem.compound:11476171", "NVP-AEW541", "mesh:C501177")
NVP_ADW742 = drug("NVP_ADW742", "pubchem.compound:9825149", "NVP-ADW742", "chembl.compound:CHEMBL399021")
PICROPODOPHYLLIN = drug(
    "picropodophyllin", "CHEBI:75251", "picropodophyllin", "drugbank:DB12802", "pubchem.compound:72435"
)

LI_2009 = doi("LI_2009", "10.1021/jm9002395")
MULVIHILL_2010 = doi("MULVIHILL_2010", "10.1039/9781849731980-00071")
GOMBOS_2012 = paper("GOMBOS_2012", 22415797)
DI_COSIMO_2015 = paper("DI_COSIMO_2015", 25320355)
QU_2017 = paper("QU_2017", 28427155)
SCALIA_2020 = doi("SCALIA_2020", "10.3390/cancers12020366")
CAO_2021 = paper("CAO_2021", 33429867)
