"""The home page: the user's day, and cards in the order, width and choice that the user likes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import msgspec

from guanxi import clock
from guanxi.context import current_company, may, today
from guanxi.declare.extensions import HOME_CARDS, Card, PanelData
from guanxi.desk.notifications import Told, notifications
from guanxi.desk.preferences import prefer, preference
from guanxi.desk.todos import OpenTodo, open_todos
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _
from guanxi.views.loading import load, says_something

PREFERENCE = "home"
TODOS, MENTIONS = 6, 3
_LOOKED_AT = 30
"""of the latest notifications, for unread mentions"""
_LONGEST_ORDER = 8000
Move = Literal["up", "down", "hide", "show", "wider", "narrower", "order", "reset"]


class Arrangement(msgspec.Struct, frozen=True):
    """What a user set. Cards of add-ons that are off for now keep their place."""

    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    wide: dict[str, bool] = {}
    """where it differs from what the card says"""


@dataclass(slots=True)
class Shown:
    card: Card
    wide: bool
    data: PanelData | None = None
    """None: it could not be loaded"""

    @property
    def name(self) -> str:
        return self.card.name


@dataclass(slots=True)
class Home:
    cards: list[Shown]
    hidden: list[Card]
    todos: list[OpenTodo]
    mentions: list[Told]
    more_todos: bool = False
    greeting: Text = field(default_factory=lambda: salutation(12))


def salutation(hour: int) -> Text:
    """`hour` of the company's day, 0 to 23."""
    if 5 <= hour < 12:
        return _("Good morning, {name}")
    return _("Good afternoon, {name}") if 12 <= hour < 18 else _("Good evening, {name}")


async def home(unread: int, *, arranging: bool = False) -> Home:
    """`unread`: how many notifications are; without any there is nothing to ask for."""
    visible, hidden, arrangement = await _arranged()
    day = today()
    todos = await open_todos(until=day, limit=TODOS + 1)
    told = await notifications(limit=_LOOKED_AT) if unread else []
    loaded = [
        Shown(card, _is_wide(card, arrangement), await load(f"home card {card.name}", card.load())) for card in visible
    ]
    return Home(
        [each for each in loaded if arranging or says_something(each.data)],
        hidden,
        todos[:TODOS],
        [each for each in told if each.kind == "mention" and not each.read][:MENTIONS],
        len(todos) > TODOS,
        salutation(clock.now().astimezone(current_company().zone).hour),
    )


def _is_wide(card: Card, arrangement: Arrangement) -> bool:
    return arrangement.wide.get(card.name, card.wide)


async def _arranged() -> tuple[list[Card], list[Card], Arrangement]:
    """The cards that the user may see: those shown, in their order, and those hidden."""
    arrangement = _read(await preference(PREFERENCE, {}))
    offered = sorted(current_company().catalog.extensions(HOME_CARDS), key=lambda card: card.order)
    cards = _sorted([card for card in offered if may(card.access)], arrangement)
    hidden = [card for card in cards if card.name in arrangement.hidden]
    return [card for card in cards if card not in hidden], hidden, arrangement


def _read(stored: Any) -> Arrangement:
    try:
        return msgspec.convert(stored, Arrangement)
    except msgspec.ValidationError:
        return Arrangement()


def _sorted(cards: list[Card], arrangement: Arrangement) -> list[Card]:
    """As the user wants; new cards after those that they follow by nature."""
    places = {name: place for place, name in enumerate(arrangement.order)}
    last, keys = -1, dict[str, tuple[int, int]]()
    for number, card in enumerate(cards):
        last = places.get(card.name, last)
        keys[card.name] = (last, -1 if card.name in places else number)
    return sorted(cards, key=lambda card: keys[card.name])


async def arrange(do: str, name: str, order: str) -> Text:
    """Changes the user's arrangement and says what was done. Raises NotFound for a card that they may not see."""
    if do not in get_args(Move) or len(order) > _LONGEST_ORDER:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    if do == "reset":
        await prefer(PREFERENCE, None)
        return _("The home page is as it was at first.")
    visible, hidden, arrangement = await _arranged()
    names = [card.name for card in visible]
    if do == "order":
        wanted = [each for each in dict.fromkeys(order.split(",")) if each in names]
        await _keep(arrangement, [*wanted, *(each for each in names if each not in wanted)], hidden)
        return _("The order of the cards was kept.")
    card = next((each for each in (*visible, *hidden) if each.name == name), None)
    if card is None:
        raise NotFound()
    await _keep(_changed(do, card, arrangement), _moved(do, card.name, names), hidden)
    return _SAID[do].format(card=card.title)


_SAID = {
    "up": _("{card} was moved up."),
    "down": _("{card} was moved down."),
    "hide": _("{card} was hidden."),
    "show": _("{card} is shown again."),
    "wider": _("{card} is wide now."),
    "narrower": _("{card} is narrow now."),
}


def _changed(do: str, card: Card, arrangement: Arrangement) -> Arrangement:
    hidden = [name for name in arrangement.hidden if name != card.name]
    if do == "hide":
        hidden.append(card.name)
    wide = dict(arrangement.wide)
    if do in ("wider", "narrower"):
        wide[card.name] = do == "wider"
    if do in ("hide", "show"):
        return msgspec.structs.replace(arrangement, hidden=tuple(hidden))
    return msgspec.structs.replace(arrangement, wide=wide)


def _moved(do: str, name: str, names: list[str]) -> list[str]:
    """The names with this one a place up or down, as far as it goes."""
    if do not in ("up", "down") or name not in names:
        return names
    here = names.index(name)
    there = min(max(here + (1 if do == "down" else -1), 0), len(names) - 1)
    moved = [each for each in names if each != name]
    moved.insert(there, name)
    return moved


async def _keep(arrangement: Arrangement, names: Iterable[str], hidden: list[Card]) -> None:
    """Hidden cards come last when shown again; those that the user cannot see now stay in the list."""
    known = dict.fromkeys([*names, *(card.name for card in hidden), *arrangement.order])
    await prefer(PREFERENCE, msgspec.to_builtins(msgspec.structs.replace(arrangement, order=tuple(known))))
