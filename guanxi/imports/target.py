"""What rows are imported into: an add-on's importer, or the records of a resource, behind one shape."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.context import current_company, require
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Importer, ImportProblem
from guanxi.errors import NotFound
from guanxi.i18n import Text
from guanxi.imports.generic import generic_importer
from guanxi.records.shape import Shape, input_shape, shapes_of


@dataclass(frozen=True, slots=True)
class Target:
    key: str
    """`crm_core/customers`: a resource, or `<add-on>/<name>` of an importer"""
    importer: Importer
    shapes: dict[str, Shape]
    """by field name, in the order of declaration"""
    identity: tuple[str, ...] = ()
    """the fields that find an existing record; a row needs all of them"""

    def label(self, column: str) -> Text | str:
        """What people call the column of a problem."""
        shape = self.shapes.get(column)
        return shape.field.label if shape is not None else column

    def is_required(self, name: str) -> bool:
        shape = self.shapes[name]
        return name in self.identity or (shape.required and shape.field.default is None)


def describe(problem: ImportProblem, target: Target) -> str:
    """`Stage: This is none of the choices.`"""
    return f"{target.label(problem.column)}: {problem.reason}" if problem.column else str(problem.reason)


def find_target(key: str) -> Target:
    """Raises NotFound, and Forbidden or Unauthenticated where the current actor may not import there."""
    catalog = current_company().catalog
    importer = catalog.importers.get(key)
    if importer is not None:
        require(importer.permission)
        return Target(key, importer, {field.name: input_shape(field) for field in importer.fields})
    resource = catalog.resources.get(key)
    if resource is None or not resource.import_key or (resource.create or resource.update) is None:
        raise NotFound()
    return resource_target(resource)


def resource_target(resource: Resource) -> Target:
    importer = generic_importer(resource)
    require(importer.permission)
    shapes = {name: shape for name, shape in shapes_of(resource).items() if shape.field in importer.fields}
    return Target(resource.key, importer, shapes, resource.import_key)
