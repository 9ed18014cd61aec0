"""Who may do something: a permission, a realm, or one of the two written-out exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from guanxi.declare.labels import Labeled
from guanxi.i18n import Text


class Permission(Labeled):
    """An add-on's permissions: `READ = "crm_loyalty.read", _("See points")`; values start with its name."""


class Anyone(Enum):
    """Access that needs no permission."""

    PUBLIC = "public"
    """everybody, also without signing in"""
    SIGNED_IN = "signed_in"
    """every user who is signed in"""


PUBLIC = Anyone.PUBLIC
SIGNED_IN = Anyone.SIGNED_IN


@dataclass(frozen=True, slots=True)
class Realm:
    """People who are not users, signed in on pages of their own: the customers of a portal.

    Its pages are `/<name>` and all below. Their session is a cookie of these pages alone, so that one browser
    may hold a user's session beside it and neither is good for the other's pages.
    """

    name: str
    sign_in_path: str
    error_template: str = "guanxi/error_plain.html"
    """what its people see instead of a page: gets `error advice request_id`"""

    @property
    def path(self) -> str:
        return f"/{self.name}"

    def owns(self, path: str) -> bool:
        return path == self.path or path.startswith(f"{self.path}/")


Access = Permission | Anyone | Realm


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePreset:
    """A role that enabling the add-on makes; presets of one key from several add-ons are one role."""

    key: str
    label: Text
    permissions: tuple[Permission, ...]
