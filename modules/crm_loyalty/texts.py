"""Points in words: figures and movements for people, in their language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from babel.numbers import format_decimal

from crm_loyalty.choices import EntryKind, TierMeasure
from crm_loyalty.services import Balance, Movement
from guanxi import Figure, Kind, Table, Text, Tone, _, current_company, current_locale, format_money, show_date

_PURCHASE = _("Purchase")
_REVERSAL = _("Payment reversed")
_REFUND = _("Refund of a purchase")


def number(points: int) -> str:
    return format_decimal(points, locale=current_locale())


def signed(points: int) -> str:
    return f"+{number(points)}" if points > 0 else number(points)


def day(at: datetime | None) -> str:
    """The local calendar day; empty for none."""
    return "" if at is None else show_date(at.astimezone(current_company().zone).date())


def name_in(name: str, name_zh: str) -> str:
    return (name_zh or name) if current_locale() == "zh_CN" else name


def cause(movement: Movement) -> str:
    """Where points came from or went: a reason given by hand, or what the source is."""
    if movement.reason:
        return movement.reason
    if movement.campaign:
        return name_in(movement.campaign, movement.campaign_zh)
    text: Text = movement.kind.label
    if movement.kind is EntryKind.EARN and movement.source.startswith("payment:"):
        text = _PURCHASE
    elif movement.kind is EntryKind.TAKE_BACK and movement.source.startswith("refund:"):
        text = _REFUND
    elif movement.kind is EntryKind.TAKE_BACK and movement.source.startswith("reversal:"):
        text = _REVERSAL
    return str(text)


def _type_name(balance: Balance) -> Text:
    return Text(name_in(balance.type_name, balance.type_zh))


def figures(balances: Sequence[Balance], *, staff: bool) -> list[Figure]:
    """Of the first type all there is to say, of others the balance; with `staff`, links to the accounts."""
    found = _main_figures(balances[0], staff=staff)
    for other in balances[1:]:
        href = f"/crm_loyalty/accounts/{other.account_id}" if staff else None
        found.append(Figure(_type_name(other), number(other.balance), href=href))
    return found


def _main_figures(balance: Balance, *, staff: bool) -> list[Figure]:
    href = f"/crm_loyalty/accounts/{balance.account_id}" if staff and balance.account_id else None
    tone = Tone.BAD if balance.balance < 0 else Tone.NEUTRAL
    found = [Figure(_type_name(balance), number(balance.balance), tone, href)]
    if balance.held:
        found.append(Figure(_("Held"), number(balance.held), Tone.INFO))
    if balance.pending:
        found.append(Figure(_("Pending", "points"), number(balance.pending), Tone.INFO))
    if balance.debt:
        found.append(Figure(_("Owed points"), number(balance.debt), Tone.BAD))
    if balance.tier:
        found.append(Figure(_("Tier"), name_in(balance.tier, balance.tier_zh)))
    found += _tier_figures(balance)
    if staff and balance.discount:
        found.append(Figure(_("Discount"), _percent(balance.discount)))
    if staff and balance.service_class:
        found.append(Figure(_("Service class"), balance.service_class))
    if balance.expiring_soon:
        found.append(Figure(_("Expiring soon"), number(balance.expiring_soon), Tone.WARN))
    return found


def _tier_figures(balance: Balance) -> list[Figure]:
    found = []
    if balance.kept_until is not None:
        found.append(Figure(_("Tier kept until"), show_date(balance.kept_until)))
    if balance.missing_to_keep:
        tier = name_in(balance.tier, balance.tier_zh)
        found.append(_missing(balance.measure, balance.missing_to_keep, tier, keep=True))
    if balance.missing is not None:
        tier = name_in(balance.next_tier, balance.next_tier_zh)
        found.append(_missing(balance.measure, balance.missing, tier, keep=False))
    return found


def _missing(measure: TierMeasure, figure: int, tier: str, *, keep: bool) -> Figure:
    tone = Tone.WARN if keep else Tone.NEUTRAL
    if measure is TierMeasure.SPEND:
        text = _("Spend to keep {tier}", tier=tier) if keep else _("Spend to {tier}", tier=tier)
        return Figure(text, format_money(figure, current_company().currency, current_locale()), tone)
    if measure is TierMeasure.COUNT:
        text = _("Purchases to keep {tier}", tier=tier) if keep else _("Purchases to {tier}", tier=tier)
        return Figure(text, number(figure), tone)
    text = _("Growth to keep {tier}", tier=tier) if keep else _("Growth to {tier}", tier=tier)
    return Figure(text, number(figure), tone)


def _percent(basis_points: int) -> str:
    return f"{format_decimal(Decimal(basis_points) / 100, locale=current_locale())}%"


def benefits_of(balance: Balance) -> list[tuple[str, ...]]:
    """What the tier in force brings, as (label, text)."""
    text = name_in(balance.benefits, balance.benefits_zh)
    rows: list[tuple[str, ...]] = [(str(_("Benefits")), text)] if text else []
    if balance.service_class:
        rows.append((str(_("Service class")), balance.service_class))
    if balance.multiplier != 100:
        rows.append((str(_("Points for purchases")), f"{balance.multiplier}%"))
    if balance.discount:
        rows.append((str(_("Discount")), _percent(balance.discount)))
    return rows


def movements_table(movements: list[Movement]) -> Table:
    return Table(
        columns=(_("Date"), _("Reason"), _("Points"), _("Balance")),
        rows=[(day(each.at), cause(each), signed(each.points), number(each.balance)) for each in movements],
        kinds=(Kind.DATE, Kind.TEXT, Kind.INTEGER, Kind.INTEGER),
    )
