"""What this room adds to the kernel's offer."""

from __future__ import annotations

from guanxi.auth.permissions import KernelPermission
from guanxi.custom.resources import CUSTOM_FIELDS
from guanxi.declare.routes import Menu
from guanxi.i18n import _

RESOURCES = (CUSTOM_FIELDS,)
MENUS = (
    Menu(
        label=_("Custom fields"),
        href=CUSTOM_FIELDS.path,
        access=KernelPermission.FIELDS_MANAGE,
        section=_("System"),
        order=915,
        icon="tag",
    ),
)
