"""A customer's clubs on its form."""

from __future__ import annotations

from crm_community import nicknames, queries
from crm_community.choices import MemberState
from crm_community.permissions import CommunityPermission
from crm_community.texts import in_own_language
from guanxi import Figure, Kind, Panel, PanelData, Table, _, current_company, show_date, show_number

_SHOWN = 8


async def _load(customer_id: int) -> PanelData:
    profile = await nicknames.profile_of(customer_id)
    rows = await queries.of_customer(customer_id, _SHOWN)
    if profile is None and not rows:
        return PanelData(empty=_("In no club yet."))
    figures = [Figure(_("Posts"), show_number(await queries.written_by(customer_id)))]
    if profile is not None:
        href = f"/crm_community/profiles/{profile['id']}"
        figures.insert(0, Figure(_("Name in the community"), profile["nickname"], href=href))
    zone = current_company().zone
    table = Table(
        columns=(_("Club"), _("State"), _("Joined at")),
        rows=[
            (
                in_own_language(row, "name"),
                str(MemberState(row["state"]).label),
                show_date(row["created_at"].astimezone(zone).date()),
            )
            for row in rows
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.DATE),
        hrefs=[f"/crm_community/clubs/{row['id']}" for row in rows],
    )
    return PanelData(figures=figures, table=table if rows else None)


CUSTOMER = Panel(
    name="community", title=_("Clubs and community"), access=CommunityPermission.READ, load=_load, order=66
)
