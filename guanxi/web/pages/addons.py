"""Add-ons: enabling, disabling, and removing with their data."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from guanxi.addons import AvailableAddons, Manifest
from guanxi.company import disable, enable, plan_removal, removable, remove
from guanxi.context import current_company
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.web.flash import go_to
from guanxi.web.state import form_of, state_of
from guanxi.web.templating import render


@dataclass(slots=True)
class AddonRow:
    manifest: Manifest
    enabled: bool
    removable: bool
    needs: list[str]
    needed_by: list[str]


def _available(request: Request) -> AvailableAddons:
    return state_of(request).directory.available


def _manifest(request: Request) -> Manifest:
    found = _available(request).manifests.get(str(request.path_params["name"]))
    if found is None:
        raise NotFound()
    return found


async def show(request: Request) -> Response:
    available, catalog = _available(request), current_company().catalog
    out = await removable(available)
    titles = {name: manifest.shown_title() for name, manifest in available.manifests.items()}
    rows = [
        AddonRow(
            manifest,
            catalog.has(name),
            name in out,
            [titles[need] for need in manifest.depends],
            [titles[other] for other in available.dependents(name) if catalog.has(other)],
        )
        for name, manifest in available.manifests.items()
    ]
    return render(request, "guanxi/addons.html", rows=rows)


async def turn_on(request: Request) -> Response:
    manifest = _manifest(request)
    await enable(_available(request), manifest.name)
    await state_of(request).directory.refresh(current_company().name)
    return go_to(request, "/addons", _("{name} is enabled.", name=manifest.shown_title()))


async def turn_off(request: Request) -> Response:
    manifest = _manifest(request)
    await disable(_available(request), manifest.name)
    await state_of(request).directory.refresh(current_company().name)
    return go_to(request, "/addons", _("{name} is disabled. Its data stays.", name=manifest.shown_title()))


async def take_out(request: Request) -> Response:
    """GET is the dry run; POST removes exactly what that showed, or nothing."""
    manifest, available = _manifest(request), _available(request)
    if manifest.name not in await removable(available):
        raise NotFound()
    if request.method != "POST":
        plan = await plan_removal(available, manifest.name)
        return render(request, "guanxi/remove_addon.html", manifest=manifest, plan=plan)
    rows = (await form_of(request)).get("rows", "")
    if not rows.isascii() or not rows.isdigit() or len(rows) > 18:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    archive = await remove(available, manifest.name, expected_rows=int(rows))
    await state_of(request).directory.refresh(current_company().name)
    message = _("{name} was removed. Its data is in the archive {file}.")
    return go_to(request, "/addons", message.format(name=manifest.shown_title(), file=archive.name))
