"""By what an import finds the record that a row is about."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.i18n import _
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, input_shape, model_field, shapes_of

EXTERNAL_KEY = Field(
    "external_key",
    _("External key"),
    kind=Kind.TEXT,
    required=False,
    max_length=200,
    help=_("The name that another system has for the record. A later import finds the record by it."),
)
_FINDING = frozenset({Kind.TEXT, Kind.EMAIL, Kind.PHONE, Kind.INTEGER, Kind.CHOICE, Kind.DATE, Kind.RELATION})


@dataclass(frozen=True, slots=True)
class Key:
    """The fields that together name one record; none: every row is a new record."""

    fields: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """In forms and in the API: `code`, `kind+name`, `none`."""
        return "+".join(self.fields) or "none"

    @property
    def external(self) -> bool:
        return self.fields == (EXTERNAL_KEY.name,)


NO_KEY = Key()
BY_EXTERNAL_KEY = Key((EXTERNAL_KEY.name,))


def importable(shape: Shape) -> bool:
    """Whether a file may set the field: the current actor may, and it is not structured data."""
    return shape.kind is not Kind.JSON and not shape.readonly and not shape.field.secret and writable(shape.field)


def import_shapes(resource: Resource) -> dict[str, Shape]:
    """The columns that a file may have: what may be set, what only finds records, and the external key."""
    found = {
        name: shape for name, shape in shapes_of(resource).items() if importable(shape) or _names_one(resource, shape)
    }
    found.setdefault(EXTERNAL_KEY.name, input_shape(EXTERNAL_KEY))
    return found


def _names_one(resource: Resource, shape: Shape) -> bool:
    """A number that the program gives, by which a file may name records that are there."""
    column = model_field(resource.model, shape.name)
    return shape.kind in _FINDING and column is not None and column.unique and readable(shape.field)


def keys_of(resource: Resource) -> tuple[Key, ...]:
    """What the current actor may find records by, the usual one first."""
    shapes = import_shapes(resource)
    found = [Key(resource.import_key)] if resource.import_key else []
    found += [Key((name,)) for name, shape in shapes.items() if _names_one(resource, shape)]
    together = resource.model._meta.unique_together
    found += [Key(tuple(names)) for names in together if all(n in shapes and shapes[n].kind in _FINDING for n in names)]
    found.append(BY_EXTERNAL_KEY)
    if not resource.import_key:
        found.append(NO_KEY)
    return tuple(dict.fromkeys(found))


def usual_key(keys: tuple[Key, ...], given: set[str], declared: tuple[str, ...]) -> Key:
    """The key of a resource that declares one; else the external key, else the first whose columns are there."""
    if declared or not keys:
        return Key(declared)
    if EXTERNAL_KEY.name in given:
        return BY_EXTERNAL_KEY
    return next((key for key in keys if key.fields and given >= set(key.fields)), NO_KEY)


def key_label(key: Key, shapes: dict[str, Shape]) -> str:
    """`Kind + Name`"""
    if not key.fields:
        return str(_("Nothing: every row is a new record"))
    return " + ".join(str(shapes[name].field.label) for name in key.fields)
