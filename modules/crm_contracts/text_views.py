"""Contract templates and clauses, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_contracts.permissions import ContractPermission
from crm_contracts.publishing import note_change, publish_text
from crm_contracts.text_models import Clause, Template
from guanxi import Action, Field, FormView, ListView, Resource, Section, Text, _

MAX_BODY = 50_000
"""characters"""


def _bodies() -> tuple[Field, ...]:
    return (
        Field("name", _("Name"), search=True, sort=True),
        Field("name_en", _("English name")),
        Field("body", _("Text (Chinese)"), max_length=MAX_BODY),
        Field("body_en", _("Text (English)"), max_length=MAX_BODY),
        Field("version", _("Published version"), readonly=True),
        Field("changed", _("Changed since"), readonly=True, filter=True),
        Field("active", _("Active"), filter=True),
    )


def _publish(question: Text) -> Action:
    return Action(
        name="publish",
        label=_("Publish"),
        permission=ContractPermission.PUBLISH,
        run=publish_text,
        when=lambda record: bool(record.changed),
        primary=True,
        confirm=question,
    )


_COMMON: dict[str, Any] = {
    "label_in": {"en": "name_en"},
    "archive": "active",
    "templates": {"form": "crm_contracts/text_form.html"},
    "read": ContractPermission.READ,
    "create": ContractPermission.TEMPLATES,
    "update": ContractPermission.TEMPLATES,
    "delete": ContractPermission.TEMPLATES,
    "prepare": note_change,
}

TEMPLATES = Resource(
    name="templates",
    model=Template,
    title=_("Contract templates"),
    singular=_("Contract template"),
    fields=_bodies(),
    list=ListView(columns=("name", "name_en", "version", "changed", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("name", "name_en", "version", "changed", "active")),
            Section(title=_("Texts"), fields=("body", "body_en")),
        )
    ),
    actions=(_publish(_("New contracts get this version. It can never be changed again.")),),
    **_COMMON,
)

CLAUSES = Resource(
    name="clauses",
    model=Clause,
    title=_("Clauses"),
    singular=_("Clause"),
    fields=(
        Field(
            "code",
            _("Code"),
            search=True,
            sort=True,
            fixed=True,
            help=_("Small letters, digits and _. Templates name the clause by it."),
        ),
        *_bodies(),
    ),
    list=ListView(columns=("name", "code", "name_en", "version", "changed", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("code", "name", "name_en", "version", "changed", "active")),
            Section(title=_("Texts"), fields=("body", "body_en")),
        )
    ),
    actions=(
        _publish(_("Contracts that leave the draft from now on get this version. It can never be changed again.")),
    ),
    **_COMMON,
)
