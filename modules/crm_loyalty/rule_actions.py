"""A new version of the earning rule."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_loyalty.choices import Expiry
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.rules import USUAL_BASIS
from guanxi import (
    Action,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    Text,
    _,
    audit,
    clock,
    current_actor,
    current_company,
    execute,
    exponent,
    fetch_row,
)


def _counts(name: str, label: Text) -> Field:
    usual = getattr(USUAL_BASIS, name)
    return Field(f"on_{name}", label, kind=Kind.BOOLEAN, required=False, default=lambda: usual)


_BASIS = (
    _counts("tax", _("Tax counts")),
    _counts("freight", _("Freight counts")),
    _counts("coupons", _("What coupons paid counts")),
    _counts("points", _("What points paid counts")),
    _counts("stored_value", _("What stored value paid counts")),
)


async def _new_version(record: None, values: dict[str, Any]) -> Outcome:
    """Versions are numbered without gaps, one writer at a time; none reaches into the past."""
    now = clock.now()
    valid_from = values["valid_from"] or now
    if valid_from < now - timedelta(minutes=5):
        raise InvalidInput({"valid_from": _("A rule cannot change what was earned before.")})
    needed = {Expiry.MONTHS: "months", Expiry.DAYS: "days"}.get(values["expiry"])
    if needed is not None and not values[needed]:
        raise InvalidInput({needed: _("This field is required.")})
    await execute("LOCK TABLE crm_loyalty_rule IN SHARE ROW EXCLUSIVE MODE")
    row = await fetch_row(
        "INSERT INTO crm_loyalty_rule (revision, created_at, updated_at, created_by_id, version, currency, points,"
        " amount, expiry, months, days, valid_from, on_tax, on_freight, on_coupons, on_points, on_stored_value)"
        " SELECT 1, $1, $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14"
        " FROM crm_loyalty_rule RETURNING id, version",
        now,
        current_actor().id,
        values["currency"],
        values["points"],
        values["units"] * 10 ** exponent(values["currency"]),
        values["expiry"],
        values["months"] or 0,
        values["days"] or 0,
        valid_from,
        *(values[field.name] for field in _BASIS),
    )
    assert row is not None
    after = {**values, "valid_from": valid_from}
    await audit("create", "crm_loyalty/rules", row["id"], label=str(row["version"]), after=after)
    return Outcome(_("Version {version} is in force from its date on.", version=row["version"]))


RULE_ACTIONS = (
    Action(
        name="new_version",
        label=_("New version"),
        permission=LoyaltyPermission.MANAGE,
        run=_new_version,
        on="list",
        primary=True,
        fields=(
            Field(
                "currency",
                _("Currency"),
                kind=Kind.CURRENCY,
                required=True,
                default=lambda: current_company().currency,
            ),
            Field("points", _("Points"), kind=Kind.INTEGER, required=True, minimum=1, maximum=1_000_000),
            Field(
                "units",
                _("for each (whole units of the currency)"),
                kind=Kind.INTEGER,
                required=True,
                minimum=1,
                maximum=1_000_000,
            ),
            Field("expiry", _("Points are over"), kind=Kind.CHOICE, choices=Expiry, required=True),
            Field("months", _("Months"), kind=Kind.INTEGER, required=False, minimum=0, maximum=1200),
            Field("days", _("Days"), kind=Kind.INTEGER, required=False, minimum=0, maximum=36_500),
            Field(
                "valid_from",
                _("Valid from"),
                kind=Kind.DATETIME,
                required=False,
                help=_("Empty: from now on."),
            ),
            *_BASIS,
        ),
    ),
)
