from guanxi import Event


class OrderClosed(Event):
    order_id: int
    total: int
