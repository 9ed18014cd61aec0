from guanxi import Event


class OrderClosed(Event, frozen=True):
    order_id: int
    total: int
