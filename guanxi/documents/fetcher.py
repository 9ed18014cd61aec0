"""The only resources of a document: `data:` URLs and its own assets, and of these only images."""

from __future__ import annotations

from io import BytesIO
from typing import NoReturn
from urllib.parse import unquote
from urllib.request import DataHandler
from urllib.request import Request as UrlRequest

from PIL import Image
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from guanxi.documents.errors import DocumentError, DocumentRefused, DocumentTooLarge

MAX_PIXELS = 40_000_000
RASTER_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


class ResourceRefused(FatalURLFetchingError):
    """Carries a document error out through WeasyPrint, which swallows every other exception of a fetcher."""

    def __init__(self, error: DocumentError) -> None:
        super().__init__(str(error))
        self.error = error


class DocumentFetcher(URLFetcher):  # type: ignore[misc]
    """Gives `data:` and `asset:<name>` images; anything else ends the rendering with ResourceRefused."""

    def __init__(self, assets: dict[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data", "asset"), allow_redirects=False, fail_on_errors=True)
        self._assets = assets

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        try:
            content = self._content(url)
        except (ValueError, KeyError, OSError):
            refuse(DocumentRefused("broken_resource", url[:80]))
        return URLFetcherResponse(url, content, {"Content-Type": _image_type(content, url)})

    def _content(self, url: str) -> bytes:
        scheme, _, rest = url.partition(":")
        match scheme.lower():
            case "asset":
                return self._assets[unquote(rest)]
            case "data":
                return DataHandler().data_open(UrlRequest(url)).read()
            case _:
                refuse(DocumentRefused("outside_resource", url[:80]))


def refuse(error: DocumentError) -> NoReturn:
    raise ResourceRefused(error)


def _image_type(content: bytes, url: str) -> str:
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<svg", b"<?xml")):
        return "image/svg+xml"
    try:
        with Image.open(BytesIO(content), formats=RASTER_FORMATS) as image:
            pixels, kind = image.width * image.height, image.format
    except Exception:
        refuse(DocumentRefused("broken_resource", url[:80]))
    if pixels > MAX_PIXELS:
        refuse(DocumentTooLarge("image_size", f"{pixels} pixels"))
    return f"image/{str(kind).lower()}"


def keep_raster_formats() -> None:
    """Make Pillow forget all other formats: its EPS plug-in would start Ghostscript."""
    Image.init()
    for name in list(Image.OPEN):
        if name not in RASTER_FORMATS:
            del Image.OPEN[name]
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
