"""The only resources of a document: `data:` URLs and its own assets, and of these only images."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import unquote
from urllib.request import DataHandler, Request as UrlRequest

from PIL import Image
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from guanxi.documents.errors import DocumentError, DocumentRefused, DocumentTooLarge

MAX_PIXELS = 40_000_000
RASTER_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


class ResourceRefused(FatalURLFetchingError):  # type: ignore[misc]
    """Carries a document error out through WeasyPrint, which swallows other exceptions."""

    def __init__(self, error: DocumentError) -> None:
        super().__init__(str(error))
        self.error = error


class DocumentFetcher(URLFetcher):  # type: ignore[misc]
    """Gives `data:` and `asset:<name>` images; anything else ends the rendering with ResourceRefused."""

    def __init__(self, assets: dict[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data", "asset"), allow_redirects=False, fail_on_errors=True)
        self._assets = assets
        self.refusal: DocumentError | None = None
        """The last refusal: WeasyPrint's SVG part swallows even BaseException."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        try:
            content = self._content(url)
            return URLFetcherResponse(url, content, {"Content-Type": _image_type(content, url)})
        except (ValueError, KeyError, OSError):
            self.refusal = DocumentRefused("broken_resource", url[:80])
        except DocumentError as error:
            self.refusal = error
        raise ResourceRefused(self.refusal)

    def _content(self, url: str) -> bytes:
        scheme, _, rest = url.partition(":")
        match scheme.lower():
            case "asset":
                return self._assets[unquote(rest)]
            case "data":
                return DataHandler().data_open(UrlRequest(url)).read()
            case _:
                raise DocumentRefused("outside_resource", url[:80])


def _image_type(content: bytes, url: str) -> str:
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<svg", b"<?xml")):
        return "image/svg+xml"
    try:
        with Image.open(BytesIO(content), formats=RASTER_FORMATS) as image:
            pixels, kind = image.width * image.height, image.format
    except Image.DecompressionBombError:
        raise DocumentTooLarge("image_size") from None
    except Exception:
        raise DocumentRefused("broken_resource", url[:80]) from None
    if pixels > MAX_PIXELS:
        raise DocumentTooLarge("image_size", f"{pixels} pixels")
    return f"image/{str(kind).lower()}"


def keep_raster_formats() -> None:
    """Make Pillow forget all other formats: its EPS plug-in would start Ghostscript."""
    Image.init()
    for name in list(Image.OPEN):
        if name not in RASTER_FORMATS:
            del Image.OPEN[name]
    Image.ID[:] = [name for name in Image.ID if name in RASTER_FORMATS]  # those that Pillow tries in turn
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
