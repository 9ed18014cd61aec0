from guanxi import ExtensionPoint, Panel

ORDER_PANELS = ExtensionPoint[Panel]("sample_shop.order_panels")
