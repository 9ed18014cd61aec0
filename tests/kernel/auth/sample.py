"""A small company for these tests: the kernel's offer, and an add-on with permissions, roles and a realm."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from guanxi.auth import KernelPermission, LoadedSession, load_session, open_session
from guanxi.auth.declare import RESOURCES
from guanxi.context import Actor, Company
from guanxi.db import Context, fetch_value
from guanxi.declare.access import Permission, Realm, RolePreset
from guanxi.declare.catalog import Catalog, Offer
from guanxi.i18n import _

MODELS = ["guanxi.records.models", "guanxi.auth.models", "guanxi.company.models", "guanxi.desk.models"]


class ShopPermission(Permission):
    READ = "shop.read", _("See the shop")
    SELL = "shop.sell", _("Sell")
    PRICE = "shop.price", _("Set prices")


SELLER = RolePreset(key="seller", label=_("Seller"), permissions=(ShopPermission.READ, ShopPermission.SELL))
CLERK = RolePreset(key="clerk", label=_("Clerk"), permissions=(KernelPermission.USERS_MANAGE, ShopPermission.READ))
GUESTS = Realm("guests", "/guests/sign-in")


def kernel_offer() -> Offer:
    offer = Offer("guanxi", _("Guanxi"), Path("."))
    offer.permissions.append(KernelPermission)
    offer.resources.extend(RESOURCES)
    return offer


def shop_offer() -> Offer:
    offer = Offer("shop", _("Shop"), Path("."))
    offer.permissions.append(ShopPermission)
    offer.roles.extend((SELLER, CLERK))
    offer.realms.append(GUESTS)
    return offer


def make_company(url: str, context: Context, folder: Path) -> Company:
    return Company(
        name="test",
        title="Test",
        hosts=("test.localhost",),
        zone=ZoneInfo("Asia/Shanghai"),
        currency="CNY",
        locale="en",
        database_url=url,
        tortoise=context,
        catalog=Catalog([kernel_offer(), shop_offer()]),
        files=folder,
        revision=1,
    )


def acting_as(user_id: int, *permissions: str, session_id: int | None = None) -> Actor:
    return Actor(kind="user", id=user_id, permissions=frozenset(permissions), session_id=session_id)


async def role_id(key: str) -> int:
    return int(await fetch_value("SELECT id FROM guanxi_role WHERE key = $1", key))


async def sign_in_without_password(user_id: int) -> LoadedSession:
    """A fresh session of the user, loaded by its cookie."""
    session = await load_session((await open_session(user_id)).cookie)
    assert session is not None
    return session
