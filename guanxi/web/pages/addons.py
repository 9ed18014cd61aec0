"""Add-ons: enabling, disabling, and removing with their data."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.addons import AvailableAddons, Manifest
from guanxi.company import disable, enable, kept_rows, plan_removal, removable, remove
from guanxi.context import current_company
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.records.values import number_from
from guanxi.views.addons import AddonView, addon_view, by_category
from guanxi.web.flash import go_to
from guanxi.web.state import form_of, state_of
from guanxi.web.templating import render

_READS = ("GET", "HEAD")


def _available(request: Request) -> AvailableAddons:
    return state_of(request).directory.available


def _manifest(request: Request) -> Manifest:
    found = _available(request).manifests.get(str(request.path_params["name"]))
    if found is None:
        raise NotFound()
    return found


def summary_of(request: Request, addon: str) -> str:
    """What its manifest says of it in a sentence."""
    manifest = _available(request).manifests.get(addon)
    return manifest.shown_summary() if manifest is not None else ""


async def _view(request: Request, manifest: Manifest) -> AddonView:
    available, catalog = _available(request), current_company().catalog
    rows = await kept_rows(available)
    out = manifest.name in await removable(available)
    return addon_view(available, catalog, manifest, removable=out, rows=rows.get(manifest.name, 0))


async def show(request: Request) -> Response:
    available, catalog = _available(request), current_company().catalog
    out, rows = await removable(available), await kept_rows(available)
    views = [
        addon_view(available, catalog, manifest, removable=name in out, rows=rows.get(name, 0))
        for name, manifest in available.manifests.items()
    ]
    return render(request, "guanxi/addons.html", groups=by_category(available, views))


async def turn_on(request: Request) -> Response:
    """GET says what it brings; POST enables it and what it needs."""
    manifest = _manifest(request)
    if request.method in _READS:
        return render(request, "guanxi/addon_change.html", addon=await _view(request, manifest), enabling=True)
    await enable(_available(request), manifest.name)
    return go_to(request, "/addons", _("{name} is enabled.", name=manifest.shown_title()))


async def turn_off(request: Request) -> Response:
    """GET says what goes and what stays; POST disables it."""
    manifest = _manifest(request)
    if request.method in _READS:
        return render(request, "guanxi/addon_change.html", addon=await _view(request, manifest), enabling=False)
    await disable(_available(request), manifest.name)
    return go_to(request, "/addons", _("{name} is disabled. Its data stays.", name=manifest.shown_title()))


async def take_out(request: Request) -> Response:
    """GET is the dry run; POST removes exactly what that showed, or nothing."""
    manifest, available = _manifest(request), _available(request)
    if manifest.name not in await removable(available):
        raise NotFound()
    if request.method != "POST":
        plan = await plan_removal(available, manifest.name)
        return render(request, "guanxi/remove_addon.html", manifest=manifest, plan=plan)
    rows = number_from((await form_of(request)).get("rows", ""))
    if rows is None:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    archive = await remove(available, manifest.name, expected_rows=rows)
    message = _("{name} was removed. Its data is in the archive {file}.")
    return go_to(request, "/addons", message.format(name=manifest.shown_title(), file=archive.name))
