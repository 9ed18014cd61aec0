"""QR codes as SVG, for screens and for paper."""

from __future__ import annotations

from io import BytesIO

import segno


def code_of(content: str) -> str:
    """On white in the dark, too: cameras need it."""
    out = BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", scale=5, border=4, light="#fff", xmldecl=False, svgns=True
    )
    return out.getvalue().decode()


def printed_code(content: str) -> bytes:
    """Without a margin; the paper around it is white."""
    out = BytesIO()
    segno.make(content, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, svgns=True)
    return out.getvalue()
