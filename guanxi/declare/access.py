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
    """People who are not users, signed in on pages of their own: the customers of a portal."""

    name: str
    sign_in_path: str


Access = Permission | Anyone | Realm


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePreset:
    """A role that enabling the add-on makes; presets of one key from several add-ons are one role."""

    key: str
    label: Text
    permissions: tuple[Permission, ...]
