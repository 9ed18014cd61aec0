"""The company's color as a style sheet of its own, and its logo: both without inline style."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import Company, current_company
from guanxi.errors import NotFound
from guanxi.records.blobs import read_blob
from guanxi.web.colors import SHAPE, TEXT, Color, ink_on, readable_on

_LIGHT = (Color.of("#f6f7f9"), Color.of("#ffffff"), Color.of("#eff0f4"), Color.of("#f4f5f8"))
"""the grounds of 1-base.css and of the portal's style sheet"""
_DARK = (Color.of("#1c212b"), Color.of("#0d1016"), Color.of("#171b23"), Color.of("#151920"))
Values = dict[str, str]


def _light(brand: Color) -> Values:
    soft = brand.mixed(_LIGHT[1], 0.9)
    accent = readable_on(brand, _LIGHT, SHAPE)
    link = readable_on(brand, (*_LIGHT, soft), TEXT)
    return _values(accent, soft, link) | {"--head": str(brand), "--head-ink": str(ink_on(brand))}


def _dark(brand: Color) -> Values:
    soft = _DARK[1].mixed(brand, 0.25)
    accent = readable_on(brand, _DARK, TEXT)
    return _values(accent, soft, readable_on(brand, (*_DARK, soft), TEXT))


def _values(accent: Color, soft: Color, link: Color) -> Values:
    return {
        "--accent": str(accent),
        "--accent-ink": str(ink_on(accent)),
        "--accent-soft": str(soft),
        "--link": str(link),
    }


def _rule(selector: str, values: Values) -> str:
    return f"{selector}{{{';'.join(f'{name}:{value}' for name, value in values.items())}}}"


@lru_cache(maxsize=256)
def brand_css(color: str) -> bytes:
    """For the kernel's pages, which follow the theme by `light-dark()` where the browser has it."""
    light, dark = _light(Color.of(color)), _dark(Color.of(color))
    both = {name: f"light-dark({light[name]},{value})" for name, value in dark.items()}
    mark = f".brand-mark{{background:{color};color:{ink_on(Color.of(color))}}}"
    modern = f"@supports (color:light-dark(#fff,#000)){{{_rule(':root', both)}}}"
    return f"{_rule(':root', light)}\n{modern}\n{mark}\n".encode()


@lru_cache(maxsize=256)
def plain_css(color: str) -> bytes:
    """For pages that follow the theme by a media query, so that older browsers show them too."""
    light, dark = _light(Color.of(color)), _dark(Color.of(color))
    system = f"@media (prefers-color-scheme:dark){{{_rule(':root:not([data-theme=light])', dark | _HEAD)}}}"
    chosen = _rule(":root[data-theme=dark]", dark | _HEAD)
    return f"{_rule(':root', light)}\n{system}\n{chosen}\n".encode()


_HEAD = {"--head": "#171b23", "--head-ink": "#eceef4"}
"""of the portal in the dark, whatever the brand"""


def brand_sheet(company: Company, name: str) -> bytes | None:
    """`brand.css` and `brand-plain.css`, where the company has a color; None for any other name."""
    made = {"brand.css": brand_css, "brand-plain.css": plain_css}.get(name)
    return made(company.color) if made is not None and company.color else None


def logo_href(company: Company) -> str:
    """Empty without a logo."""
    return f"/brand/logo?v={company.logo[:12]}" if company.logo else ""


async def logo(request: Request) -> Response:
    """For everybody: the pages before signing in show it."""
    company = current_company()
    if not company.logo:
        raise NotFound()
    etag = f'"{company.logo[:32]}"'
    fresh = request.query_params.get("v") == company.logo[:12]
    headers = {
        "ETag": etag,
        "Cache-Control": "public, max-age=31536000, immutable" if fresh else "public, max-age=300",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(await read_blob(company.logo), media_type="image/png", headers=headers)
