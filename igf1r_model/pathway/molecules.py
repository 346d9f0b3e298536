"""The molecules: HGNC symbol, UniProt accession, HGNC and NCBI gene numbers, phosphosites in UniProt numbering."""

from igf1r_model.dsl import family, protein, small_molecule

# Ligands, carriers and the receptor.
IGF1 = protein("IGF1", "P05019", hgnc=5464, gene=3479)
IGF2 = protein("IGF2", "P01344", hgnc=5466, gene=3481)
IGFBP3 = protein("IGFBP3", "P17936", hgnc=5472, gene=3486)
IGFALS = protein("IGFALS", "P35858", hgnc=5468, gene=3483)
IGF1R = protein("IGF1R", "P08069", hgnc=5465, gene=3480, phospho="Y980 Y1161 Y1165 Y1166")
PTPN1 = protein("PTPN1", "P18031", hgnc=9642, gene=5770)

# Adaptors.
IRS1 = protein(
    "IRS1", "P35568", hgnc=6125, gene=3667,
    phospho="Y612 Y632 Y896 Y941 Y989 Y1179 Y1229 S270 S307 S636 S1101",
)  # fmt: skip
IRS2 = protein("IRS2", "Q9Y4H2", hgnc=6126, gene=8660, phospho="S306 S577")
SHC1 = protein("SHC1", "P29353", hgnc=10840, gene=6464, phospho="Y349 Y350 Y427")
GAB1 = protein("GAB1", "Q13480", hgnc=4066, gene=2549, phospho="Y447 Y472 Y589")
GRB2 = protein("GRB2", "P62993", hgnc=4566, gene=2885)
SOS1 = protein("SOS1", "Q07889", hgnc=11187, gene=6654, phospho="S1132 S1167 S1178 S1193")

# RAS and ERK.
HRAS = protein("HRAS", "P01112", hgnc=5173, gene=3265)
KRAS = protein("KRAS", "P01116", hgnc=6407, gene=3845)
NRAS = protein("NRAS", "P01111", hgnc=7989, gene=4893)
RAS = family("RAS", "RAS", "RAS", HRAS, KRAS, NRAS)
RASA1 = protein("RASA1", "P20936", hgnc=9871, gene=5921)
RAF1 = protein("RAF1", "P04049", hgnc=9829, gene=5894, phospho="S29 S289 S296 S301 S338 Y341 S642")
BRAF = protein("BRAF", "P15056", hgnc=1097, gene=673)
MAP2K1 = protein("MAP2K1", "Q02750", hgnc=6840, gene=5604, phospho="S218 S222")
MAP2K2 = protein("MAP2K2", "P36507", hgnc=6842, gene=5605, phospho="S222 S226")
MAPK1 = protein("MAPK1", "P28482", hgnc=6871, gene=5594, phospho="T185 Y187")
MAPK3 = protein("MAPK3", "P27361", hgnc=6877, gene=5595, phospho="T202 Y204")
DUSP6 = protein("DUSP6", "Q16828", hgnc=3072, gene=1848)
RPS6KA1 = protein("RPS6KA1", "Q15418", hgnc=10430, gene=6195, phospho="S221 S380 T573")

# PI3K and AKT.
PIK3R1 = protein("PIK3R1", "P27986", hgnc=8979, gene=5295)
PIK3CA = protein("PIK3CA", "P42336", hgnc=8975, gene=5290)
PIP2 = small_molecule("PIP2", "CHEBI:58456", "PtdIns(4,5)P2")
PIP3 = small_molecule("PIP3", "CHEBI:57836", "PtdIns(3,4,5)P3")
PTEN = protein("PTEN", "P60484", hgnc=9588, gene=5728)
PDPK1 = protein("PDPK1", "O15530", hgnc=8816, gene=5170)
AKT1 = protein("AKT1", "P31749", hgnc=391, gene=207, phospho="T308 S473")
PHLPP1 = protein("PHLPP1", "O60346", hgnc=20610, gene=23239)
FOXO1 = protein("FOXO1", "Q12778", hgnc=3819, gene=2308, phospho="T24 S256 S319")
FOXO3 = protein("FOXO3", "O43524", hgnc=3821, gene=2309, phospho="T32 S253 S315")
GSK3B = protein("GSK3B", "P49841", hgnc=4617, gene=2932, phospho="S9")

# mTOR.
MTOR = protein("MTOR", "P42345", hgnc=3942, gene=2475)
RICTOR = protein("RICTOR", "Q6R327", hgnc=28611, gene=253260)
MAPKAP1 = protein("MAPKAP1", "Q9BPZ7", hgnc=18752, gene=79109)
RPTOR = protein("RPTOR", "Q8N122", hgnc=30287, gene=57521)
MLST8 = protein("MLST8", "Q9BVC4", hgnc=24825, gene=64223)
TSC1 = protein("TSC1", "Q92574", hgnc=12362, gene=7248)
TSC2 = protein("TSC2", "P49815", hgnc=12363, gene=7249, phospho="S664 S939 S981 T1462 S1798")
RHEB = protein("RHEB", "Q15382", hgnc=10011, gene=6009)
RPS6KB1 = protein("RPS6KB1", "P23443", hgnc=10436, gene=6198, phospho="T252 T412")
RPS6 = protein("RPS6", "P62753", hgnc=10429, gene=6194, phospho="S235 S236 S240 S244")
EIF4EBP1 = protein("EIF4EBP1", "Q13541", hgnc=3288, gene=1978, phospho="T37 T46 S65 T70")
EIF4E = protein("EIF4E", "P06730", hgnc=3287, gene=1977)
EIF4G1 = protein("EIF4G1", "Q04637", hgnc=3296, gene=1981)
