"""Which tabs a screen has room for: a phone five, a desk eight. The rest stands behind "More"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crm_portal.extensions import PORTAL_SECTIONS, PortalSection
from crm_portal.permissions import PORTAL
from guanxi import Text, _, current_company

PHONE, DESK = 5, 8
"""places of a bar; where not all fit, "More" takes one of them"""


@dataclass(frozen=True, slots=True)
class Tab:
    href: str
    title: Text
    icon: str
    main: bool = False
    phone: bool = False
    """has a place in the bar of a phone, and so at a desk"""
    desk: bool = False
    also: tuple[str, ...] = ()
    """pages of it that stand elsewhere"""

    def holds(self, path: str) -> bool:
        pages = (self.href, *self.also)
        return path in pages or (self.href != PORTAL.path and path.startswith(tuple(f"{page}/" for page in pages)))


def sections() -> list[PortalSection]:
    """In the order of the tabs."""
    return sorted(current_company().catalog.extensions(PORTAL_SECTIONS), key=lambda section: section.order)


def tabs() -> list[Tab]:
    """For the frame of a page of somebody who is signed in."""
    return placed(
        [
            Tab(PORTAL.path, _("Home"), "home", main=True),
            *(
                Tab(f"{PORTAL.path}/{section.name}", section.title, section.icon, section.main, also=section.pages)
                for section in sections()
            ),
            Tab(f"{PORTAL.path}/my-data", _("My data"), "user", also=(f"{PORTAL.path}/password",)),
        ]
    )


def placed(all: list[Tab]) -> list[Tab]:
    """In their order; the main ones have a place first."""
    ranked = sorted(range(len(all)), key=lambda at: (not all[at].main, at))
    phone, desk = (ranked if len(all) <= places else ranked[: places - 1] for places in (PHONE, DESK))
    return [replace(tab, phone=at in phone, desk=at in desk) for at, tab in enumerate(all)]
