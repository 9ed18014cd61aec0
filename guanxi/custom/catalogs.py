"""A catalog together with a company's own fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from guanxi.custom.choices import COLUMN_TYPES, UNSORTED, CustomKind
from guanxi.custom.models import CustomField
from guanxi.declare.catalog import Catalog
from guanxi.declare.fields import Field, Kind
from guanxi.declare.labels import Choice
from guanxi.declare.resources import Resource, Section
from guanxi.i18n import Text, _, add_messages
from guanxi.records.models import Record

KERNEL = "guanxi"
SECTION = _("Custom fields")
_LENGTHS = {kind: int(sql[8:-1]) for kind, sql in COLUMN_TYPES.items() if sql.startswith("varchar(")}
DECIMALS = 6


def can_be_extended(resource: Resource) -> bool:
    """Records of add-ons that people fill in."""
    written = resource.create is not None or resource.update is not None
    return written and resource.addon != KERNEL and issubclass(resource.model, Record)


def extended(catalog: Catalog, rows: Iterable[Mapping[str, Any]], company: str) -> Catalog:
    """`catalog` with the fields of `rows` (of `guanxi_custom_field`) on its resources."""
    by_resource: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        if row["active"]:
            by_resource.setdefault(row["resource"], []).append(_key(row))
    offers = [
        replace(
            offer,
            resources=[
                _with_fields(each, tuple(by_resource[each.key]), company) if each.key in by_resource else each
                for each in offer.resources
            ],
        )
        for offer in catalog.offers
    ]
    return Catalog(
        replace(offer, resources=[_offering(each, catalog) for each in offer.resources])
        if offer.addon == KERNEL
        else offer
        for offer in offers
    )


_COLUMNS = ("name", "kind", "label", "label_zh", "choices", "help", "required")


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _COLUMNS)


@lru_cache(maxsize=1000)
def _with_fields(resource: Resource, rows: tuple[tuple[Any, ...], ...], company: str) -> Resource:
    """The same object for the same fields: shapes are kept by it."""
    own = tuple(_field(dict(zip(_COLUMNS, row, strict=True)), f"{company}:{resource.key}") for row in rows)
    section = Section(title=SECTION, fields=tuple(field.name for field in own))
    guide = resource.form.guide
    guide = replace(guide, steps=(*guide.steps[:-1], section, guide.steps[-1])) if guide is not None else None
    form = replace(resource.form, sections=(*resource.form.sections, section), guide=guide)
    return replace(resource, fields=(*resource.fields, *own), form=form)


def _field(row: Mapping[str, Any], scope: str) -> Field:
    kind = CustomKind(row["kind"])
    sorted_by = kind not in UNSORTED
    where = f"{scope}:{row['name']}"
    return Field(
        row["name"],
        _text(row["label"], row["label_zh"], where),
        kind=Kind(kind.value),
        required=row["required"] and kind is not CustomKind.BOOLEAN,
        choices=_choices(row["choices"], where) if kind is CustomKind.CHOICE else None,
        max_length=_LENGTHS.get(kind),
        decimals=DECIMALS if kind is CustomKind.DECIMAL else None,
        sort=sorted_by,
        filter=sorted_by,
        measure=kind in (CustomKind.INTEGER, CustomKind.DECIMAL),
        help=_text(row["help"], "", where) if row["help"] else None,
        custom=True,
    )


def _text(message: str, chinese: str, where: str) -> Text:
    """What a company wrote, as a text. Its context is its own for each translation: other companies have others, and
    one that was in use before may be kept somewhere."""
    context = f"{where}={chinese}"
    if chinese:
        add_messages("zh_CN", {(context, message): chinese})
    return Text(message, context=context)


def parse_choices(text: str) -> list[tuple[str, str]]:
    """Value and Chinese label of each line that is not empty."""
    pairs = (line.partition("|") for line in text.splitlines() if line.strip())
    return [(value.strip(), chinese.strip()) for value, _bar, chinese in pairs]


def _choices(text: str, where: str) -> type[Choice]:
    members = {
        f"M{index}": (value, _text(value, chinese, where)) for index, (value, chinese) in enumerate(parse_choices(text))
    }
    return _made("CustomChoice", members)


def _made(name: str, members: dict[str, tuple[str, Text]]) -> type[Choice]:
    made: Any = Choice(name, members)  # type: ignore[arg-type]  # the functional API of enumerations
    return made  # type: ignore[no-any-return]


def _offering(resource: Resource, catalog: Catalog) -> Resource:
    """The resource of the custom fields themselves offers those that can have some."""
    if resource.model is not CustomField:
        return resource
    titles = {each.key: each.title for each in catalog.resources.values() if can_be_extended(each)}
    return _with_choices(resource, tuple((key, title.message, title.context) for key, title in titles.items()))


@lru_cache(maxsize=100)
def _with_choices(resource: Resource, titles: tuple[tuple[str, str, str | None], ...]) -> Resource:
    members = {f"R{number}": (key, Text(title, context=where)) for number, (key, title, where) in enumerate(titles)}
    choices = _made("Extensible", members)
    fields = tuple(
        replace(field, kind=Kind.CHOICE, choices=choices) if field.name == "resource" else field
        for field in resource.fields
    )
    return replace(resource, fields=fields)
