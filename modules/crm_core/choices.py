"""The fixed choices of this add-on; extensible ones are rows of `Term`."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class CustomerKind(Choice):
    ORGANIZATION = "organization", _("Organization")
    PERSON = "person", _("Person")


class Stage(Choice):
    """潜在 → 意向 → 正式, or 流失. A customer is formal once a contract was signed."""

    POTENTIAL = "potential", _("Potential", "stage")
    INTENT = "intent", _("Intent"), Tone.INFO
    FORMAL = "formal", _("Formal"), Tone.OK
    LOST = "lost", _("Lost"), Tone.BAD


class TermKind(Choice):
    LEVEL = "level", _("Level")
    INDUSTRY = "industry", _("Industry")
    REGION = "region", _("Region")
    SOURCE = "source", _("Source")
    VALUE_CLASS = "value_class", _("Value class")


class Language(Choice):
    ZH_CN = "zh_CN", _("Simplified Chinese")
    EN = "en", _("English")


class Gender(Choice):
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")


class Calendar(Choice):
    """Of a birthday."""

    SOLAR = "solar", _("Solar calendar")
    LUNAR = "lunar", _("Lunar calendar")


class PreferredChannel(Choice):
    """How a customer likes to be spoken to."""

    PHONE = "phone", _("Phone")
    WECHAT = "wechat", _("WeChat")
    MESSAGE = "message", _("Text message")
    MAIL = "mail", _("E-mail", "follow-up")
    VISIT = "visit", _("Visit")


class Degree(Choice):
    """Two of them place a customer among four types: price sensitivity and willingness to bind oneself (CUST-36)."""

    LOW = "low", _("Low")
    HIGH = "high", _("High")


class AddressKind(Choice):
    OFFICE = "office", _("Office", "address")
    REGISTERED = "registered", _("Registered office")
    BILLING = "billing", _("Billing", "address")
    DELIVERY = "delivery", _("Delivery", "address")
    HOME = "home", _("Home", "address")
    OTHER = "other", _("Other", "address")


class PointKind(Choice):
    MOBILE = "mobile", _("Mobile")
    PHONE = "phone", _("Phone")
    FAX = "fax", _("Fax")
    EMAIL = "email", _("E-mail")
    WECHAT = "wechat", _("WeChat")
    OTHER = "other", _("Other", "contact point")


class ActivityKind(Choice):
    CALL = "call", _("Call"), Tone.INFO
    VISIT = "visit", _("Visit"), Tone.OK
    MAIL = "mail", _("E-mail", "follow-up")
    NOTE = "note", _("Note")


class ActivityOutcome(Choice):
    NONE = "none", _("No result yet")
    REACHED = "reached", _("Reached"), Tone.INFO
    INTERESTED = "interested", _("Interested"), Tone.OK
    NOT_INTERESTED = "not_interested", _("Not interested"), Tone.WARN
    UNREACHABLE = "unreachable", _("Not reached"), Tone.WARN


class RequestState(Choice):
    """Of a reported double."""

    OPEN = "open", _("Open", "report"), Tone.WARN
    MERGED = "merged", _("Merged"), Tone.OK
    REJECTED = "rejected", _("Rejected")


class MemberPart(Choice):
    """What somebody beside the owner does for a customer."""

    SALES = "sales", _("Sales", "team")
    PRESALES = "presales", _("Pre-sales support")
    SERVICE = "service", _("After-sales service")
    FINANCE = "finance", _("Finance", "team")
    MANAGEMENT = "management", _("Management", "team")
    OTHER = "other", _("Other", "team")


class PlanWay(Choice):
    """The ways of contact that a plan may ask for: values of `ActivityKind`."""

    CALL = "call", _("Call"), Tone.INFO
    VISIT = "visit", _("Visit"), Tone.OK
    MAIL = "mail", _("E-mail", "way")


class CadenceUnit(Choice):
    DAY = "day", _("days", "cadence")
    WEEK = "week", _("weeks", "cadence")
    MONTH = "month", _("months", "cadence")
