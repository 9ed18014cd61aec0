"""JSON Schemas of imports."""

from __future__ import annotations

from guanxi.api.schemas import Schema
from guanxi.imports.following import COUNTS

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer"}
_PROBLEMS: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"row": _COUNT, "column": _TEXT, "value": _TEXT, "reason": _TEXT, "message": _TEXT},
        "required": ["row", "column", "value", "reason", "message"],
    },
}

_CHANGES: Schema = {
    "type": "object",
    "properties": {
        "fields": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"resource": _TEXT, "name": _TEXT, "label": _TEXT, "records": _COUNT},
                "required": ["resource", "name", "label", "records"],
            },
        },
        "first": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    **dict.fromkeys(("row", "id"), _COUNT),
                    **dict.fromkeys(("resource", "record", "name", "label", "now", "then"), _TEXT),
                },
                "required": ["row", "id", "resource", "record", "name", "label", "now", "then"],
            },
        },
    },
    "required": ["fields", "first"],
}
"""in how many records which field would change, and the first of them as texts for people"""

STARTED: Schema = {"type": "object", "properties": {"job": _COUNT}, "required": ["job"]}

DRY_RUN: Schema = {
    "type": "object",
    "properties": {**dict.fromkeys(("rows", *COUNTS), _COUNT), "problems": _PROBLEMS, "changes": _CHANGES},
    "required": ["rows", *COUNTS, "problems", "changes"],
}

JOB: Schema = {
    "type": "object",
    "properties": {
        "job": _COUNT,
        "state": {"type": "string", "enum": ["waiting", "running", "done", "dead", "discarded"]},
        "done": _COUNT,
        "total": {"type": ["integer", "null"]},
        **dict.fromkeys(COUNTS, _COUNT),
        "problems": _PROBLEMS,
    },
    "required": ["job", "state", "done", "total", *COUNTS, "problems"],
}

TARGET: Schema = {
    "type": "object",
    "properties": {
        "title": _TEXT,
        "columns": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": _TEXT,
                    "label": _TEXT,
                    "kind": _TEXT,
                    "required": {"type": "boolean"},
                    "unmatched": {"type": "array", "items": _TEXT},
                },
                "required": ["name", "label", "kind", "required", "unmatched"],
            },
        },
        "find_by": {"type": "array", "items": _TEXT},
        "existing": {"type": "array", "items": _TEXT},
    },
    "required": ["title", "columns", "find_by", "existing"],
}
