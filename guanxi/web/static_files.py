"""Our own style sheet, script and pictures: read once, addressed with a hash, kept by browsers for a year."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import Company
from guanxi.errors import NotFound
from guanxi.web.brand import brand_sheet

FOLDER = Path(__file__).resolve().parent / "static"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
_LARGEST = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StaticFile:
    content: bytes
    packed: bytes
    media_type: str
    hash: str


def _file(content: bytes, name: str) -> StaticFile:
    suffix = Path(name).suffix
    media_type = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return StaticFile(content, gzip.compress(content, 9, mtime=0), media_type, hashlib.sha256(content).hexdigest()[:12])


@cache
def own_file(name: str) -> StaticFile | None:
    """A file of the kernel. `guanxi.css` and `guanxi.js` are all files of the folders `css` and `js` in order."""
    if name in ("guanxi.css", "guanxi.js"):
        kind = name.rpartition(".")[2]
        return _file(b"".join(part.read_bytes() for part in sorted((FOLDER / kind).iterdir())), name)
    names = {path.name: path for path in FOLDER.iterdir() if path.is_file()}
    return _file(names[name].read_bytes(), name) if name in names else None


@lru_cache(maxsize=256)
def _brand_file(sheet: bytes) -> StaticFile:
    return _file(sheet, "brand.css")


@lru_cache(maxsize=512)
def addon_file(folder: Path, name: str) -> StaticFile | None:
    """A file below an add-on's folder `static`."""
    root = folder / "static"
    try:
        path = (root / name).resolve()
    except (OSError, ValueError):
        return None
    if not path.is_relative_to(root.resolve()) or not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    return _file(path.read_bytes(), path.name)


def find(company: Company, path: str) -> StaticFile | None:
    """`guanxi.css`, or `crm_loyalty/card.svg` of an enabled add-on."""
    addon, slash, rest = path.partition("/")
    if not slash:
        sheet = brand_sheet(company, path)
        return own_file(path) if sheet is None else _brand_file(sheet)
    offer = next((offer for offer in company.catalog.offers if offer.addon == addon), None)
    return addon_file(offer.folder, rest) if offer is not None and "\x00" not in rest else None


def static_href(company: Company, path: str) -> str:
    """The address of a static file with its hash. Raises LookupError for a file that is not there."""
    found = find(company, path)
    if found is None:
        raise LookupError(f"no static file {path!r}")
    return f"/static/{path}?v={found.hash}"


def serve(request: Request, company: Company, path: str) -> Response:
    found = find(company, path)
    if found is None:
        raise NotFound()
    headers = {"ETag": f'"{found.hash}"', "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    fresh = request.query_params.get("v") == found.hash
    headers["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "public, max-age=300"
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", "") and len(found.packed) < len(found.content):
        headers["Content-Encoding"] = "gzip"
        return Response(found.packed, media_type=found.media_type, headers=headers)
    return Response(found.content, media_type=found.media_type, headers=headers)
