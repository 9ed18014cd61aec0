from guanxi import HOME_CARDS, Endpoint, Field, Kind, Menu, Registry, RolePreset, SettingsForm, _
from sample_shop import cards, extensions, models, timeline, views
from sample_shop.echo import Echo, ShopSettings, echo, echo_order
from sample_shop.permissions import ShopPermission


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(ShopPermission)
    r.extend(HOME_CARDS, *cards.CARDS)
    r.extend(extensions.ORDER_PANELS, cards.PANEL)
    r.extend(extensions.ORDER_TIMELINE, timeline.PARCEL_SOURCE, timeline.OFFER_SOURCE)
    r.resource(views.SHOPS, views.ORDERS)
    r.menu(Menu(label=_("Orders"), href="/sample_shop/orders", access=ShopPermission.READ, section=_("Shop")))
    r.role(RolePreset(key="clerk", label=_("Clerk"), permissions=(ShopPermission.READ, ShopPermission.WRITE)))
    r.settings(
        SettingsForm(
            type=ShopSettings,
            title=_("Shop"),
            permission=ShopPermission.WRITE,
            fields=(Field("days", _("Days"), kind=Kind.INTEGER, minimum=1, maximum=90),),
        )
    )
    r.api(
        Endpoint(
            path="/echo/{word}",
            method="POST",
            handler=echo,
            access=ShopPermission.WRITE,
            summary=_("Echo"),
            input=Echo,
            output=Echo,
        ),
        Endpoint(
            path="/orders/{id:int}/echo",
            method="POST",
            handler=echo_order,
            access=ShopPermission.WRITE,
            summary=_("Echo an order"),
            input=Echo,
            output=Echo,
        ),
    )
