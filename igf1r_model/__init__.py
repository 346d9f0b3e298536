"""IGF1R signalling in cancer, described once and exported to SBML, BioPAX and what modellers expect around them."""
