"""Referrers whose new customers look like the same people: shown, never refused by themselves.

Several of a referrer's customers (the referrer counted in) that have a number, an address for mail, a mail domain or a
postal address in common; and orders that were given back soon after the reward. Common mail providers are no domain.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from crm_core.services import contact_keys_sql, scope_arguments, visible_customers_sql
from crm_referrals.permissions import ReferralPermission
from guanxi import Kind, Page, PanelData, Table, Text, _, clock, current_company, fetch, render, show_number

LEAST = 3
"""referrals of a year from which on a referrer is looked at"""
YEAR = timedelta(days=365)
SOON = 60
"""days after the reward"""
_SHOWN = 100
_PROVIDERS = (
    *(
        "qq.com",
        "163.com",
        "126.com",
        "yeah.net",
        "139.com",
        "189.cn",
        "sina.com",
        "sina.cn",
        "sohu.com",
        "foxmail.com",
    ),
    *("aliyun.com", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com"),
    *("icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "mail.ru", "proton.me"),
)
_FIND = f"""
WITH many AS (
    SELECT r.referrer_id, v.name, count(*) AS referrals, count(*) FILTER (WHERE r.refunded > 0
        AND r.refunded_on <= (r.rewarded_at AT TIME ZONE $7::text)::date + $5::int) AS refunded
    FROM crm_referrals_referral r JOIN {visible_customers_sql(8)} v ON v.id = r.referrer_id
    WHERE r.created_at >= $1 GROUP BY 1, 2 HAVING count(*) >= $2
), member AS (
    SELECT m.referrer_id, r.referred_id AS customer_id FROM many m
    JOIN crm_referrals_referral r ON r.referrer_id = m.referrer_id WHERE r.created_at >= $1
    UNION SELECT referrer_id, referrer_id FROM many
), said AS (
    SELECT customer_id, CASE WHEN kind = 'address' THEN 'address' ELSE 'contact' END AS kind, kind || value AS value
    FROM {contact_keys_sql("(SELECT array_agg(DISTINCT customer_id) FROM member)")} k
    UNION SELECT customer_id, 'domain', split_part(value, '@', 2)
    FROM {contact_keys_sql("(SELECT array_agg(DISTINCT customer_id) FROM member)")} k
    WHERE kind = 'email' AND split_part(value, '@', 2) <> ALL($3::text[])
), common AS (
    SELECT m.referrer_id, s.kind, array_agg(m.customer_id) AS customers FROM member m
    JOIN said s ON s.customer_id = m.customer_id GROUP BY m.referrer_id, s.kind, s.value HAVING count(*) > 1
), counted AS (
    SELECT c.referrer_id, count(DISTINCT one) FILTER (WHERE c.kind = 'contact') AS contact,
        count(DISTINCT one) FILTER (WHERE c.kind = 'domain') AS domain,
        count(DISTINCT one) FILTER (WHERE c.kind = 'address') AS address
    FROM common c, unnest(c.customers) AS one GROUP BY 1
)
SELECT m.referrer_id, m.name, m.referrals, m.refunded, coalesce(c.contact, 0) AS contact,
    coalesce(c.domain, 0) AS domain, coalesce(c.address, 0) AS address
FROM many m LEFT JOIN counted c ON c.referrer_id = m.referrer_id
WHERE m.refunded >= $6 OR c.contact > 0 OR c.domain > 0 OR c.address > 0
ORDER BY m.refunded + coalesce(c.contact + c.domain + c.address, 0) DESC, m.referrer_id LIMIT $4
"""  # noqa: S608


class Ring(msgspec.Struct, frozen=True):
    """How many of the referrer's customers, itself counted in, have something in common."""

    referrer_id: int
    name: str
    referrals: int
    contact: int
    domain: int
    address: int
    refunded: int


async def suspicious() -> list[Ring]:
    """Of the referrers that the user may see, the most suspicious first."""
    zone = str(current_company().zone)
    since = clock.now() - YEAR
    rows = await fetch(_FIND, since, LEAST, list(_PROVIDERS), _SHOWN, SOON, 2, zone, *scope_arguments())
    return [Ring(**dict(row)) for row in rows]


class Part(NamedTuple):
    title: Text
    data: PanelData


async def _page(request: Request) -> Response:
    found = await suspicious()
    rows: list[tuple[Any, ...]] = [
        (each.name, *map(show_number, (each.referrals, each.contact, each.domain, each.address, each.refunded)))
        for each in found
    ]
    table = Table(
        columns=(
            _("Referrer"),
            _("Referrals"),
            _("Same number or mail"),
            _("Same mail domain"),
            _("Same address"),
            _("Refunded after the reward"),
        ),
        rows=rows,
        kinds=(Kind.TEXT, *(Kind.INTEGER,) * 5),
        hrefs=[f"/crm_referrals/referrals?referrer={each.referrer_id}" for each in found],
    )
    data = PanelData(table=table if rows else None, empty=_("Nothing looks suspicious."))
    part = Part(_("Referrers to look at"), data)
    return render(request, "crm_referrals/rings.html", part=part, least=LEAST, soon=SOON)


RINGS_PAGE = Page(path="/crm_referrals/rings", handler=_page, access=ReferralPermission.READ)
