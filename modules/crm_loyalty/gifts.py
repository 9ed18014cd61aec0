"""What a reward gives, as it is written into its form and shown there."""

from __future__ import annotations

from crm_loyalty.choices import RewardKind
from crm_loyalty.extensions import REWARD_GIVERS
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.rewards import giver_of
from guanxi import Change, Figure, InvalidInput, Panel, PanelData, Tone, _, current_company, fetch_row, fetch_value

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
    giver = giver_of(kind)
    if giver is None:
        raise InvalidInput({"kind": _OFF})
    if not text:
        raise InvalidInput({"gift": giver.help})
    try:
        what = await giver.read(text)
    except InvalidInput as error:
        raise InvalidInput({"gift": error.text}) from error
    change.values.update(what=what, gift=(await giver.show(what))[:160])


async def refuse_currency(_code: str) -> None:
    """Amounts of rewards are in the company's currency. Raises InvalidInput."""
    if await fetch_value("SELECT EXISTS (SELECT 1 FROM crm_loyalty_reward WHERE kind = 'cash_back' AND active)"):
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
