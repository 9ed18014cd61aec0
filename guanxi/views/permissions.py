"""All permissions of the enabled add-ons as boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guanxi.context import current_actor, current_company
from guanxi.i18n import Text
from guanxi.views.parts import Option


@dataclass(slots=True)
class PermissionGroup:
    title: Text
    boxes: list[Option]
    disabled: frozenset[str]
    """what the actor does not have and cannot give"""


def permission_matrix(chosen: Iterable[str]) -> list[PermissionGroup]:
    """One group for each add-on that has permissions, with `chosen` ticked."""
    ticked, actor = set(chosen), current_actor()
    groups = []
    for offer in current_company().catalog.offers:
        boxes = [Option(str(p), str(p.label), str(p) in ticked) for group in offer.permissions for p in group]
        if boxes:
            out_of_reach = frozenset(b.value for b in boxes if not actor.has(b.value) and not b.selected)
            groups.append(PermissionGroup(offer.title, boxes, out_of_reach))
    return groups
