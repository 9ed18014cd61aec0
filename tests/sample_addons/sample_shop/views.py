from __future__ import annotations

from typing import Any

from guanxi import (
    Action,
    Change,
    Conflict,
    Field,
    FormView,
    InvalidInput,
    Kind,
    Lines,
    ListView,
    Outcome,
    Resource,
    Section,
    _,
    current_actor,
    elevated,
    publish,
    update,
    where,
)
from sample_shop.events import OrderClosed
from sample_shop.extensions import ORDER_PANELS, ORDER_TIMELINE
from sample_shop.models import Order, OrderLine, Shop, Stage
from sample_shop.permissions import ShopPermission


def visible_orders() -> where.Condition:
    actor = current_actor()
    return where.ALWAYS if actor.has(ShopPermission.SEE_ALL) else where.eq("owner", actor.id)


async def prepare(change: Change) -> None:
    if change.before is None:
        change.values.setdefault("owner_id", current_actor().id)
    if change.now("name") == "forbidden":
        raise InvalidInput({"name": _("Another name, please.")})
    if "lines" in change.lines:
        change.values["total"] = sum(int(line.get("price", 0)) for line in change.lines["lines"])


async def close(order: Order, values: dict[str, Any]) -> Outcome:
    if values["fail"]:
        raise Conflict(_("It would not close."))
    with elevated():
        await update(Order, order.id, {"stage": Stage.CLOSED}, reason=values["why"])
    await publish(OrderClosed(order_id=order.id, total=order.total))
    return Outcome(_("Closed."), data={"total": order.total})


async def start(order: Order, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(Order, order.id, {"stage": Stage.OPEN})
    return Outcome(_("Started."))


SHOPS = Resource(
    name="shops",
    model=Shop,
    title=_("Shops"),
    singular=_("Shop"),
    fields=(Field("name", _("Name"), search=True, sort=True), Field("code", _("Code"), filter=True)),
    list=ListView(columns=("name", "code"), sort="name"),
    form=FormView(sections=(Section(fields=("name", "code")),)),
    read=ShopPermission.READ,
    create=ShopPermission.WRITE,
    update=ShopPermission.WRITE,
    delete=ShopPermission.DELETE,
    import_key=("code",),
)

ORDERS = Resource(
    name="orders",
    model=Order,
    title=_("Orders"),
    singular=_("Order"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("notes", _("Notes")),
        Field("stage", _("Stage"), readonly=True, filter=True),
        Field("shop", _("Shop"), to="sample_shop/shops", filter=True),
        Field("owner", _("Owner"), to="guanxi/users", write=ShopPermission.SEE_ALL),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, fixed=True),
        Field(
            "total",
            _("Total"),
            kind=Kind.MONEY,
            currency="currency",
            readonly=True,
            sort=True,
            filter=True,
            measure=True,
        ),
        Field("weight", _("Weight"), filter=True, measure=True),
        Field("rush", _("Rush"), write=ShopPermission.RUSH),
        Field("due_on", _("Due on"), filter=True, sort=True),
        Field("shipped_at", _("Shipped at"), filter=True),
        Field("margin", _("Margin"), read=ShopPermission.MARGIN, minimum=0, maximum=100, filter=True),
        Field("email", _("E-mail"), kind=Kind.EMAIL),
        Field("pin", _("PIN"), secret=True),
        Field("priority", _("Priority"), filter=True),
    ),
    lines=(
        Lines(
            name="lines",
            label=_("Lines"),
            model=OrderLine,
            parent="order",
            fields=(
                Field("text", _("Text")),
                Field("quantity", _("Quantity")),
                Field("price", _("Price"), kind=Kind.MONEY, currency="order.currency"),
            ),
            maximum=50,
        ),
    ),
    list=ListView(columns=("name", "shop", "stage", "total", "due_on"), sort="name"),
    form=FormView(sections=(Section(fields=("name", "shop", "owner", "total")),), stage="stage"),
    read=ShopPermission.READ,
    create=ShopPermission.WRITE,
    update=ShopPermission.WRITE,
    delete=ShopPermission.DELETE,
    scope=visible_orders,
    prepare=prepare,
    panels=ORDER_PANELS,
    timeline=ORDER_TIMELINE,
    editable=lambda order: order.stage != Stage.CLOSED,
    actions=(
        Action(
            name="start",
            label=_("Start"),
            permission=ShopPermission.WRITE,
            run=start,
            when=lambda order: order.stage == Stage.DRAFT,
            moves_to=Stage.OPEN,
        ),
        Action(
            name="close",
            label=_("Close"),
            permission=ShopPermission.CLOSE,
            run=close,
            when=lambda order: order.stage != Stage.CLOSED,
            moves_to=Stage.CLOSED,
            fields=(
                Field("why", _("Why"), required=True, max_length=100),
                Field("fail", _("Fail"), kind=Kind.BOOLEAN, default=lambda: False),
            ),
        ),
    ),
)
