"""What this add-on itself shows on a customer's form."""

from __future__ import annotations

from crm_core.duplicates import Reason, find_duplicates
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import Panel, PanelData, Table, _, get


async def _doubles(customer_id: int) -> PanelData:
    customer = await get(Customer, customer_id)
    found = await find_duplicates(
        name=customer.name,
        phones=(customer.phone, customer.mobile),
        email=customer.email,
        tax_number=customer.tax_number,
        kind=customer.kind,
        country=customer.country,
        besides=customer.id,
    )
    if not found:
        return PanelData()
    return PanelData(
        table=Table(
            columns=(_("Customer"), _("Owner", "customer"), _("Why"), _("Confidence")),
            rows=[
                (
                    each.name or str(_("Not one of yours")),
                    each.holder or str(_("Nobody")),
                    ", ".join(str(Reason[reason.upper()].label) for reason in each.reasons),
                    f"{each.confidence} %",
                )
                for each in found
            ],
            hrefs=[f"/crm_core/customers/{each.id}" if each.id is not None else "" for each in found],
        )
    )


DOUBLES = Panel(name="doubles", title=_("Possible doubles"), access=CorePermission.CREATE, load=_doubles, order=90)
