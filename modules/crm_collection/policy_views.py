"""Policies, their levels and customers' terms as people meet them."""

from __future__ import annotations

from decimal import Decimal

from crm_collection.choices import Basis, Channel
from crm_collection.permissions import CollectionPermission as P
from crm_collection.policy_models import Level, LevelFee, Policy, Terms
from crm_collection.texts import VARIABLES, check_text
from crm_receivables.services import visible_receivables
from guanxi import (
    Change,
    Field,
    FormView,
    InvalidInput,
    Kind,
    Lines,
    ListView,
    RelatedList,
    Resource,
    Section,
    Text,
    _,
    where,
)

_NAMES = ", ".join(f"{{{name}}}" for name in VARIABLES)
_TEXTS = ("subject", "subject_zh", "text", "text_zh")
_STANDARD = _("The standard policy holds for everybody who has no other; it cannot be switched off.")


async def _prepare_policy(change: Change) -> None:
    """The standard one stays, and holds for all; any other one says whom it is for, or is given to customers."""
    if change.before is None or not change.before.standard:
        return
    wrong: dict[str, Text] = {}
    for name, column, kept in (("active", "active", True), ("value_class", "value_class_id", None)):
        if change.now(column) != kept:
            wrong[name] = _STANDARD
    if change.now("currency"):
        wrong["currency"] = _STANDARD
    if wrong:
        raise InvalidInput(wrong)


async def _prepare_level(change: Change) -> None:
    for name in _TEXTS:
        if name in change.values:
            check_text(name, change.values[name] or "")
    if change.now("days") < 0 and change.now("basis") != Basis.DUE:
        raise InvalidInput({"days": _("Only days from the due date may be before it.")})
    if change.now("channel") in (Channel.MAIL, Channel.LETTER):
        missing = [name for name in ("text", "text_zh") if not (change.now(name) or "").strip()]
        if missing:
            raise InvalidInput(dict.fromkeys(missing, _("A mail or a letter needs a text.")))


def _rate(required: bool) -> Field:
    return Field(
        "daily_rate",
        _("Late interest, % a day"),
        required=required,
        minimum=0,
        maximum=1,
        default=(lambda: Decimal("0.05")) if required else None,
        help=_("0.05 is what the law grants where nothing was agreed.") if required else _("Empty: as in the policy."),
    )


POLICIES = Resource(
    name="policies",
    model=Policy,
    title=_("Dunning policies"),
    singular=_("Dunning policy"),
    fields=(
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("standard", _("Standard"), readonly=True, help=_STANDARD),
        Field(
            "value_class",
            _("Value class"),
            to="crm_core/terms",
            filter=True,
            among=lambda: where.all_of(where.eq("kind", "value_class"), where.eq("active", True)),
            help=_("Empty: all."),
        ),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, filter=True, required=False, help=_("Empty: all.")),
        _rate(True),
        Field("gap_days", _("Days between two levels"), minimum=1, maximum=90),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(
        columns=("name", "name_zh", "standard", "value_class", "currency", "daily_rate", "gap_days", "active"),
        sort="id",
    ),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "standard", "active")),
            Section(title=_("Holds for"), fields=("value_class", "currency")),
            Section(fields=("daily_rate", "gap_days")),
        ),
        related=(
            RelatedList(
                resource="crm_collection/levels",
                field="policy",
                title=_("Levels"),
                columns=("number", "days", "basis", "channel", "interest", "subject"),
            ),
        ),
    ),
    read=P.READ,
    create=P.POLICIES,
    update=P.POLICIES,
    prepare=_prepare_policy,
)

_FEES = Lines(
    name="fees",
    label=_("Fees"),
    model=LevelFee,
    parent="level",
    maximum=20,
    fields=(
        Field("currency", _("Currency"), kind=Kind.CURRENCY),
        Field("amount", _("Fee"), kind=Kind.MONEY, currency="currency", minimum=1),
    ),
)

LEVELS = Resource(
    name="levels",
    model=Level,
    title=_("Dunning levels"),
    singular=_("Dunning level"),
    label="subject",
    label_in={"zh_CN": "subject_zh"},
    fields=(
        Field("policy", _("Dunning policy"), to="crm_collection/policies", fixed=True, filter=True),
        Field("number", _("Level"), minimum=1, maximum=20, sort=True),
        Field("days", _("Days"), minimum=-60, maximum=365, help=_("Below zero: a friendly reminder before the day.")),
        Field("basis", _("Counted from")),
        Field("channel", _("Channel"), filter=True),
        Field("interest", _("Name late interest")),
        Field("subject", _("Subject in English")),
        Field("subject_zh", _("Subject in Chinese")),
        Field("text", _("Text in English"), max_length=5000, help=_("May say {names}.", names=_NAMES)),
        Field("text_zh", _("Text in Chinese"), max_length=5000, help=_("May say {names}.", names=_NAMES)),
    ),
    list=ListView(columns=("policy", "number", "days", "basis", "channel", "interest", "subject"), sort="number"),
    form=FormView(
        sections=(
            Section(fields=("policy", "number", "days", "basis", "channel", "interest")),
            Section(title=_("Texts"), fields=("subject", "text", "subject_zh", "text_zh")),
        )
    ),
    lines=(_FEES,),
    read=P.READ,
    create=P.POLICIES,
    update=P.POLICIES,
    delete=P.POLICIES,
    prepare=_prepare_level,
)

TERMS = Resource(
    name="terms",
    model=Terms,
    title=_("Terms of customers"),
    singular=_("Terms of a customer"),
    label="note",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", fixed=True, filter=True, search=True),
        Field("policy", _("Dunning policy"), to="crm_collection/policies", filter=True, help=_("Empty: as for all.")),
        _rate(False),
        Field("note", _("Note")),
    ),
    list=ListView(columns=("customer", "policy", "daily_rate", "note"), sort="-id"),
    form=FormView(sections=(Section(fields=("customer", "policy", "daily_rate", "note")),)),
    read=P.READ,
    create=P.POLICIES,
    update=P.POLICIES,
    delete=P.POLICIES,
    scope=visible_receivables,
)

RESOURCES = (POLICIES, LEVELS, TERMS)
