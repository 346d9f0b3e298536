"""Molecules and papers of the insulin receptors and of the circulation."""

from dataclasses import replace

from igf1r_model.dsl import Molecule, doi, paper, protein

INS = protein("INS", "P01308", hgnc=6081, gene=3630)
KLK3 = protein("KLK3", "P07288", hgnc=6364, gene=354)
IGF2R = protein("IGF2R", "P11717", hgnc=5467, gene=3482)


def insulin_receptor(id: str, isoform: str, phospho: str) -> Molecule:
    """One of the two isoforms of INSR, by its UniProt isoform number."""
    plain = protein("INSR", "P06213", id, hgnc=6091, gene=3643, phospho=phospho, id=id)
    return replace(plain, identity=f"uniprot.isoform:{isoform}")


# Exon 11 is in B only; behind it, residues of A have numbers lower by 12.
INSR_A = insulin_receptor("INSR_A", "P06213-2", "Y987 Y1173 Y1177 Y1178")
INSR_B = insulin_receptor("INSR_B", "P06213-1", "Y999 Y1185 Y1189 Y1190")

COHEN_1992 = paper("COHEN_1992", 1383255)
SEELY_1996 = paper("SEELY_1996", 8826975)
HUBBARD_1997 = doi("HUBBARD_1997", "10.1093/emboj/16.18.5572")
BRAULKE_1999 = paper("BRAULKE_1999", 10226808)
PANDINI_2002 = paper("PANDINI_2002", 12138094)
DENLEY_2004 = paper("DENLEY_2004", 15205474)
PATEL_2008 = doi("PATEL_2008", "10.1371/journal.pone.0002578")
MORCAVALLO_2012 = paper("MORCAVALLO_2012", 22318726)
TIAN_2016 = paper("TIAN_2016", 26861122)
BELFIORE_2017 = doi("BELFIORE_2017", "10.1210/er.2017-00073")
