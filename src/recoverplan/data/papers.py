"""Where people print on Letter, after the measurement data of CLDR; everywhere else it is A4."""

A4, LETTER = "a4", "letter"
PAPERS = (A4, LETTER)
ON_LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)


def paper_of(region: str) -> str:
    """Return the paper of a region's code, or of a part of one; "" (no region): A4."""
    return LETTER if region.partition("-")[0] in ON_LETTER else A4
