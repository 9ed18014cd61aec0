"""What a reward gives, as it is written into its form and shown there."""

from __future__ import annotations

from typing import Any

from crm_loyalty.choices import RewardKind
from crm_loyalty.extensions import REWARD_GIVERS
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.rewards import giver_of
from guanxi import (
    Change,
    Figure,
    InvalidInput,
    Panel,
    PanelData,
    Tone,
    _,
    clock,
    current_company,
    fetch_row,
    fetch_value,
)

_IN_CURRENCY = """
SELECT EXISTS (SELECT FROM crm_loyalty_reward WHERE kind = 'cash_back' AND active)
    OR EXISTS (SELECT FROM crm_loyalty_tier WHERE kind = 'cash_back')
"""
HELP = _("Of a coupon its campaign, of cash-back the amount; a voucher needs nothing.")
_OFF = _("The add-on that gives this is not enabled.")


async def offers() -> list[str]:
    return [text for giver in current_company().catalog.extensions(REWARD_GIVERS) for text in await giver.offers()]


async def prepare(change: Change) -> None:
    """Looks at kind and gift where they change: a reward of an add-on that was disabled can still be put away."""
    kind, text = RewardKind(change.now("kind") or RewardKind.VOUCHER), (change.now("gift") or "").strip()
    before = change.before
    if before is not None and (kind, text) == (before.kind, before.gift):
        return
    if kind is RewardKind.VOUCHER:
        if text:
            raise InvalidInput({"gift": _("A voucher gives what the reward\u2019s name says.")})
        change.values.update(gift="", what=None)
        return
    change.values.update(await _read(kind, text))


async def prepare_tier(change: Change) -> None:
    """Likewise of what members get for reaching a tier: those who reach it from now on."""
    before, points, kind, text = change.before, change.now("gift_points"), change.now("kind"), change.now("gift") or ""
    if before is not None and (points, kind, text.strip()) == (before.gift_points, before.kind, before.gift):
        return
    if kind is None:
        if text.strip():
            raise InvalidInput({"kind": _("This field is required.")})
        change.values.update(gift="", what=None)
    else:
        change.values.update(await _read(RewardKind(kind), text.strip()))
    if points is None and kind is None:
        change.values["gift_since"] = None
    elif before is None or before.gift_since is None:
        change.values["gift_since"] = clock.now()


async def _read(kind: RewardKind, text: str) -> dict[str, Any]:
    """The gift as it is kept. Raises InvalidInput."""
    giver = giver_of(kind)
    if giver is None:
        raise InvalidInput({"kind": _OFF})
    if not text:
        raise InvalidInput({"gift": giver.help})
    try:
        what = await giver.read(text)
    except InvalidInput as error:
        raise InvalidInput({"gift": error.text}) from error
    return {"what": what, "gift": (await giver.show(what))[:160]}


async def refuse_currency(_code: str) -> None:
    """Amounts of rewards and gifts are in the company's currency. Raises InvalidInput."""
    if await fetch_value(_IN_CURRENCY):
        raise InvalidInput({"currency": _("Some rewards give amounts in the present currency.")})


async def _panel(reward_id: int) -> PanelData:
    row = await fetch_row("SELECT kind, gift, what FROM crm_loyalty_reward WHERE id = $1", reward_id)
    if row is None or row["kind"] == RewardKind.VOUCHER:
        return PanelData(empty=_("A voucher with a code that the shop takes once."))
    kind = RewardKind(row["kind"])
    giver = giver_of(kind)
    if giver is None:
        return PanelData(
            figures=[Figure(kind.label, row["gift"]), Figure(_("Cannot be redeemed"), str(_OFF), Tone.BAD)]
        )
    return PanelData(figures=[Figure(kind.label, await giver.show(row["what"]))])


PANEL = Panel(name="gift", title=_("What it gives", "reward"), access=LoyaltyPermission.READ, load=_panel)
