"""Cards of the home page, and a panel of orders."""

from __future__ import annotations

from guanxi import Card, Chart, Figure, Kind, Panel, PanelData, Series, Table, _, fetch, fetch_value
from sample_shop.models import Stage
from sample_shop.permissions import ShopPermission


async def _stages() -> PanelData:
    rows = {row["stage"]: row["n"] for row in await fetch("SELECT stage, count(*) n FROM sample_shop_order GROUP BY 1")}
    return PanelData(
        chart=Chart(
            _("Orders"), [str(stage.label) for stage in Stage], [Series(_("Orders"), [rows.get(s, 0) for s in Stage])]
        )
    )


async def _latest() -> PanelData:
    rows = await fetch("SELECT id, name FROM sample_shop_order ORDER BY id DESC LIMIT 3")
    if not rows:
        return PanelData(empty=_("Nothing here yet"))
    return PanelData(
        table=Table(
            (_("Name"),),
            [(row["name"],) for row in rows],
            (Kind.TEXT,),
            [f"/sample_shop/orders/{row['id']}" for row in rows],
        )
    )


async def _fragile() -> PanelData:
    """Fails in the database as soon as an order is called "broken"."""
    number = await fetch_value("SELECT count(1 / length(replace(name, 'broken', ''))) FROM sample_shop_order")
    return PanelData(figures=[Figure(_("Orders"), str(number), href="/sample_shop/orders")])


async def _silent() -> PanelData:
    return PanelData()


CARDS = (
    Card(name="shop_stages", title=_("Stage"), access=ShopPermission.READ, load=_stages, order=10, wide=True),
    Card(name="shop_fragile", title=_("Orders"), access=ShopPermission.READ, load=_fragile, order=20),
    Card(name="shop_latest", title=_("Name"), access=ShopPermission.SEE_ALL, load=_latest, order=30),
    Card(name="shop_silent", title=_("Shop"), access=ShopPermission.READ, load=_silent, order=40),
)


async def _same_as_on_the_home_page(id: int) -> PanelData:
    return await _fragile()


PANEL = Panel(name="shop_fragile", title=_("Shop"), access=ShopPermission.READ, load=_same_as_on_the_home_page)
