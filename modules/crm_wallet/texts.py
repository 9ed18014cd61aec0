"""Stored value in words: figures and movements for people, in their language."""

from __future__ import annotations

from crm_wallet.services import Balance, Movement
from guanxi import Figure, Kind, Table, Tone, _, current_company, show_date, show_money


def figures(balances: list[Balance], *, staff: bool) -> list[Figure]:
    """The same for a panel and for the portal; with `staff`, links to the wallet."""
    found = []
    for each in balances:
        href = f"/crm_wallet/wallets/{each.wallet_id}" if staff else None
        found.append(Figure(_("Principal"), show_money(each.principal, each.currency), href=href))
        found.append(Figure(_("Bonus"), show_money(each.bonus, each.currency), href=href))
        if each.held:
            found.append(Figure(_("Held"), show_money(each.held, each.currency), Tone.INFO))
        if each.expiring_soon:
            soon = show_money(each.expiring_soon, each.currency)
            found.append(Figure(_("Bonus that expires soon"), soon, Tone.WARN))
    return found


def signed(amount: int, currency: str) -> str:
    if not amount:
        return ""
    return f"+{show_money(amount, currency)}" if amount > 0 else show_money(amount, currency)


def movements_table(movements: list[Movement]) -> Table:
    zone = current_company().zone
    return Table(
        columns=(_("Date"), _("Reason"), _("Principal"), _("Bonus"), _("Balance")),
        rows=[
            (
                show_date(each.at.astimezone(zone).date()),
                " · ".join(filter(None, (str(each.kind.label), each.reason))),
                signed(each.principal, each.currency),
                signed(each.bonus, each.currency),
                show_money(each.principal_after + each.bonus_after, each.currency),
            )
            for each in movements
        ],
        kinds=(Kind.DATE, Kind.TEXT, Kind.MONEY, Kind.MONEY, Kind.MONEY),
    )
