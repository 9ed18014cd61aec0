from guanxi import ExtensionPoint, Panel, TimelineSource

ORDER_PANELS = ExtensionPoint[Panel]("sample_shop.order_panels")
ORDER_TIMELINE = ExtensionPoint[TimelineSource]("sample_shop.order_timeline")
