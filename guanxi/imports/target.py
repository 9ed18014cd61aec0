"""What rows are imported into: an add-on's importer, or the records of a resource, behind one shape."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.context import current_company, may, require
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Importer, ImportProblem
from guanxi.errors import NotFound
from guanxi.i18n import Text
from guanxi.imports.generic import generic_importer
from guanxi.imports.keys import NO_KEY, Key, import_shapes, keys_of
from guanxi.imports.table import Table, own_table, read_table
from guanxi.records.shape import Shape, input_shape


@dataclass(frozen=True, slots=True)
class Target:
    key: str
    """`crm_core/customers`: a resource, or `<add-on>/<name>` of an importer"""
    importer: Importer
    shapes: dict[str, Shape]
    """by field name, in the order of declaration"""
    resource: Resource | None = None
    """None: the importer's own rules say what a row becomes"""
    keys: tuple[Key, ...] = ()
    """what existing records may be found by, the usual one first"""

    def read(self, content: bytes) -> Table:
        """The file as a table; a format of the importer's own counts its records from 1. Blocks: use a thread.

        Raises UnreadableFile, and what the importer's own `read` raises.
        """
        lines = self.importer.read(content) if self.importer.read is not None else None
        return read_table(content) if lines is None else own_table(lines)

    def label(self, column: str) -> Text | str:
        """What people call the column of a problem."""
        shape = self.shapes.get(column)
        return shape.field.label if shape is not None else column

    def heading(self, text: str) -> str:
        """What people call a column of the file: in a format of the importer's own those are fields."""
        return str(self.label(text)) if self.importer.read is not None else text

    @property
    def name(self) -> Text:
        """What is imported."""
        shown_on = self.list_resource
        return self.importer.words.name or (shown_on.title if shown_on is not None else self.importer.title)

    def is_required(self, name: str, key: Key = NO_KEY) -> bool:
        shape = self.shapes[name]
        return name in key.fields or (shape.required and not shape.readonly and shape.field.default is None)

    @property
    def list_resource(self) -> Resource | None:
        """Where people find what came in."""
        return current_company().catalog.resources.get(self.importer.shown_on or self.key)


def describe(problem: ImportProblem, target: Target) -> str:
    """`Stage: This is none of the choices.`"""
    return f"{target.label(problem.column)}: {problem.reason}" if problem.column else str(problem.reason)


def find_target(key: str) -> Target:
    """Raises NotFound, and Forbidden or Unauthenticated where the current actor may not import there."""
    catalog = current_company().catalog
    importer = catalog.importers.get(key)
    if importer is not None:
        require(importer.permission)
        own = catalog.resources.get(key)
        custom = [field for field in own.fields if field.custom] if own is not None else []
        return Target(key, importer, {field.name: input_shape(field) for field in (*importer.fields, *custom)})
    resource = catalog.resources.get(key)
    if resource is None or not takes_imports(resource):
        raise NotFound()
    return resource_target(resource)


def takes_imports(resource: Resource) -> bool:
    """Whether there is a general import: of what people make by hand, or may change and can name."""
    return resource.create is not None or (resource.update is not None and bool(resource.import_key))


def offers_import(resource: Resource) -> bool:
    """Whether the list shows the general import to the current actor."""
    catalog = current_company().catalog
    return resource.key not in catalog.importers and resource.create is not None and may(resource.create)


def resource_target(resource: Resource) -> Target:
    importer = generic_importer(resource)
    require(importer.permission)
    return Target(resource.key, importer, import_shapes(resource), resource, keys_of(resource))
