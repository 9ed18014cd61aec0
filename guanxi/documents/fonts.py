"""Embedded fonts without the empty glyphs.

WeasyPrint keeps the glyph numbers of the original font, so that a Chinese font of 63,000 glyphs takes at
least 110 KB however few of them are used. In a CID-keyed CFF font the character set keeps the numbers, so
that the unused glyphs can go; the bare CFF table is then the form of embedding which every viewer knows
(/CIDFontType0C).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

DROPPED_TABLES = (b"BASE", b"DSIG", b"GPOS", b"GSUB", b"VORG", b"cmap", b"hmtx", b"name", b"vhea", b"vmtx")


def compact_fonts(document: Any, pdf: Any) -> None:
    """A WeasyPrint finisher: `document` is a Document, `pdf` a pydyf.PDF before it is written."""
    if not harfbuzz_subset:
        return
    glyphs: dict[str, set[int]] = {}
    faces: dict[str, Any] = {}
    for font in document.fonts.values():
        glyphs.setdefault(font.hash, set()).update(font.to_unicode)
        if font.type == "otf" and not font.used_in_forms:
            faces.setdefault(font.hash, font)
    for key, font in faces.items():
        cff = _cid_table(font.hb_face, glyphs[key]) if not font.missing else None
        stream = _stream_of(pdf, font.file_content)
        if cff is not None and stream is not None:
            stream.stream = [cff]
            stream.extra["Subtype"] = "/CIDFontType0C"


def _stream_of(pdf: Any, content: bytes) -> Any:
    for item in pdf.objects:
        parts = getattr(item, "stream", None)
        if parts and parts[0] is content:
            return item
    return None


def _cid_table(face: Any, glyphs: set[int]) -> bytes | None:
    """The CFF table with these glyphs only, or None if its character numbers are not its glyph numbers."""
    small = _subset(face, sorted(glyphs))
    if not small:
        return None
    with TTFont(BytesIO(small)) as font:
        if "CFF " not in font:
            return None
        top = font["CFF "].cff.topDictIndex[0]
        wanted = {f"cid{glyph:05d}" for glyph in glyphs - {0}}
        if getattr(top, "ROS", ())[:2] != ("Adobe", "Identity") or not wanted.issubset(top.charset):
            return None
        table: bytes = font.reader["CFF "]
        return table


def _subset(face: Any, glyphs: list[int]) -> bytes | None:
    request = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(request), glyphs)
    dropped = sorted(harfbuzz.hb_tag_from_string(name, -1) for name in DROPPED_TABLES)
    _add(harfbuzz_subset.hb_subset_input_set(request, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG), dropped)
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE | harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(request, flags)
    result = harfbuzz_subset.hb_subset_or_fail(face, request)
    if result == ffi.NULL:
        return None
    content: bytes | None = get_hb_object_data(ffi.gc(result, harfbuzz.hb_face_destroy))
    return content


def _add(target: Any, numbers: list[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(target, ffi.new("hb_codepoint_t[]", numbers), len(numbers))
