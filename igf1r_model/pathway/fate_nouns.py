"""What survival, proliferation, VEGF and their drugs share: molecules, places inside mitochondria, and papers."""

from igf1r_model.dsl import antibody, assumed, derived, doi, drug, paper, place, protein
from igf1r_model.pathway.places import PER_CELL

# BCL2 family, caspases and p53.
BAD = protein("BAD", "Q92934", hgnc=936, gene=572, phospho="S75 S99")
YWHAZ = protein("YWHAZ", "P63104", hgnc=12855, gene=7534)
BCL2L1 = protein("BCL2L1", "Q07817", hgnc=992, gene=598)
BCL2 = protein("BCL2", "P10415", hgnc=990, gene=596)
MCL1 = protein("MCL1", "Q07820", hgnc=6943, gene=4170, phospho="S159")
BCL2L11 = protein("BCL2L11", "O43521", hgnc=994, gene=10018, phospho="S69")
BAX = protein("BAX", "Q07812", hgnc=959, gene=581)
CYCS = protein("CYCS", "P99999", hgnc=19986, gene=54205)
APAF1 = protein("APAF1", "O14727", hgnc=576, gene=317)
CASP9 = protein("CASP9", "P55211", hgnc=1511, gene=842, phospho="S196")
CASP3 = protein("CASP3", "P42574", hgnc=1504, gene=836)
BIRC5 = protein("BIRC5", "O15392", hgnc=593, gene=332)
MDM2 = protein("MDM2", "Q00987", hgnc=6973, gene=4193, phospho="S166 S186")
TP53 = protein("TP53", "P04637", hgnc=11998, gene=7157)

# Cell cycle.
CCND1 = protein("CCND1", "P24385", hgnc=1582, gene=595, phospho="T286")
CDK4 = protein("CDK4", "P11802", hgnc=1773, gene=1019)
CDKN1B = protein("CDKN1B", "P46527", hgnc=1785, gene=1027, phospho="T157")
CCNE1 = protein("CCNE1", "P24864", hgnc=1589, gene=898)
CDK2 = protein("CDK2", "P24941", hgnc=1771, gene=1017)
RB1 = protein("RB1", "P06400", hgnc=9884, gene=5925, phospho="S807 S811")
E2F1 = protein("E2F1", "Q01094", hgnc=3113, gene=1869)

# HIF1A, VEGFA and what endothelial cells have.
HIF1A = protein("HIF1A", "Q16665", hgnc=4910, gene=3091)
ARNT = protein("ARNT", "P27540", hgnc=700, gene=405)
EGLN1 = protein("EGLN1", "Q9GZT9", hgnc=1232, gene=54583)
VHL = protein("VHL", "P40337", hgnc=12687, gene=7428)
VEGFA = protein("VEGFA", "P15692", hgnc=12680, gene=7422)
KDR = protein("KDR", "P35968", hgnc=6307, gene=3791, phospho="Y951 Y1054 Y1059 Y1175 Y1214")
PLCG1 = protein("PLCG1", "P19174", hgnc=9065, gene=5335, phospho="Y771 Y783")

# Drugs.
FKBP1A = protein("FKBP1A", "P62942", hgnc=3711, gene=2280)
SIROLIMUS = drug("sirolimus", "CHEBI:9168", "sirolimus", "drugbank:DB00877", "pubchem.compound:5284616")
EVEROLIMUS = drug("everolimus", "CHEBI:68478", "everolimus", "drugbank:DB01590", "pubchem.compound:6442177")
TEMSIROLIMUS = drug("temsirolimus", "CHEBI:79699", "temsirolimus", "drugbank:DB06287", "pubchem.compound:23724530")
LY294002 = drug("LY294002", "CHEBI:65329", "LY294002")
SELUMETINIB = drug("selumetinib", "CHEBI:90227", "selumetinib")
BEVACIZUMAB = antibody(
    "bevacizumab", "drugbank:DB00112", "bevacizumab", "chembl.compound:CHEMBL1201583", "mesh:D000068258"
)

# Places.
mitochondrial_outer_membrane = place(
    "mitochondrial_outer_membrane", "mitoch. outer membrane", "GO:0005741", derived(2, "pL", why=PER_CELL),
    membrane=True, tag="MOM",
)  # fmt: skip
intermembrane_space = place(
    "intermembrane_space", "intermembrane space", "GO:0005758",
    assumed(0.1, "pL", why="a twentieth of the cell: between the membranes and within the cristae", low=0.02, high=0.2),
    tag="IMS",
)  # fmt: skip

# Papers on survival.
LI_1997 = paper("LI_1997", 9390557)
DATTA_1997 = paper("DATTA_1997", 9346240)
DEL_PESO_1997 = doi("DEL_PESO_1997", "10.1126/science.278.5338.687")
WU_1993 = paper("WU_1993", 8319905)
ZHA_1996 = paper("ZHA_1996", 8929531)
KULIK_1998 = paper("KULIK_1998", 9774684)
CARDONE_1998 = paper("CARDONE_1998", 9812896)
SLEE_1999 = paper("SLEE_1999", 9922454)
BONNI_1999 = paper("BONNI_1999", 10558990)
PERUZZI_1999 = paper("PERUZZI_1999", 10490655)
DIJKERS_2000 = paper("DIJKERS_2000", 11050388)
HARADA_2001 = paper("HARADA_2001", 11493700)
ZHOU_2001 = paper("ZHOU_2001", 11715018)
LUCIANO_2003 = paper("LUCIANO_2003", 14555991)
LEY_2003 = paper("LEY_2003", 12646560)
LEY_2004 = paper("LEY_2004", 14681225)
LUCKEN_2005 = doi("LUCKEN_2005", "10.1016/j.crvi.2005.05.002")
MAURER_2006 = paper("MAURER_2006", 16543145)
MORGILLO_2006 = paper("MORGILLO_2006", 17047074)
ADAMS_2007 = paper("ADAMS_2007", 17200126)

# Papers on the cell cycle.
OHTANI_1995 = paper("OHTANI_1995", 8618861)
CHENG_1999 = paper("CHENG_1999", 10075928)
MEDEMA_2000 = paper("MEDEMA_2000", 10783894)
SHIN_2002 = paper("SHIN_2002", 12244301)
VIGLIETTO_2002 = paper("VIGLIETTO_2002", 12244303)
METASTASIS_REV_2003 = paper("METASTASIS_REV_2003", 12884917)
MOL_CANCER_2007 = doi("MOL_CANCER_2007", "10.1186/1476-4598-6-24")
CDK_INHIBITORS_2008 = paper("CDK_INHIBITORS_2008", 18267085)
GETTING_TO_S_2016 = doi("GETTING_TO_S_2016", "10.12688/f1000research.9463.1")

# Papers on HIF1A and VEGF.
FORSYTHE_1996 = paper("FORSYTHE_1996", 8756616)
TAKAHASHI_1999 = paper("TAKAHASHI_1999", 10327068)
TAKAHASHI_2001 = paper("TAKAHASHI_2001", 11387210)
QI_2001 = paper("QI_2001", 11161716)
IVAN_2001 = paper("IVAN_2001", 11292862)
JAAKKOLA_2001 = paper("JAAKKOLA_2001", 11292861)
LAUGHNER_2001 = paper("LAUGHNER_2001", 11359907)
FUKUDA_2002 = doi("FUKUDA_2002", "10.1074/jbc.M203781200")
SEMIN_CANCER_2003 = paper("SEMIN_CANCER_2003", 12507560)
LAMALICE_2004 = paper("LAMALICE_2004", 14724572)
RAUGHT_2004 = paper("RAUGHT_2004", 15071500)
MABS_2010 = doi("MABS_2010", "10.4161/mabs.2.2.11360")

# Papers on rapalogs.
BROWN_1994 = paper("BROWN_1994", 8008069)
CHOI_1996 = doi("CHOI_1996", "10.1126/science.273.5272.239")
XIE_2016 = paper("XIE_2016", 27635236)
