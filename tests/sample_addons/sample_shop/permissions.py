from guanxi import Permission, _


class ShopPermission(Permission):
    READ = "sample_shop.read", _("See orders")
    WRITE = "sample_shop.write", _("Write orders")
    DELETE = "sample_shop.delete", _("Delete orders")
    SEE_ALL = "sample_shop.see_all", _("See all orders")
    MARGIN = "sample_shop.margin", _("See margins")
    RUSH = "sample_shop.rush", _("Set rush")
    CLOSE = "sample_shop.close", _("Close orders")
