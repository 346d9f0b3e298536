"""As pymetadata wrote ECO, a few terms."""

_terms = {
    "ECO_0000269": "experimental evidence used in manual assertion",
    "ECO_0000037": "obsolete not_recorded",
}
