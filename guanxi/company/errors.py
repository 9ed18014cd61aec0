from __future__ import annotations

from guanxi.errors import Conflict, InvalidInput, NotFound
from guanxi.i18n import _


class NoSuchCompany(NotFound):
    code = "no_such_company"
    message = _("There is no company {name}.")


class CompanyExists(Conflict):
    code = "company_exists"
    message = _("{name} is taken by a company already.")


class InvalidCompanyName(InvalidInput):
    code = "invalid_company_name"
    message = _("A company's name starts with a letter and has only a-z, 0-9 and _: {name}")

    def __init__(self, name: str) -> None:
        super().__init__(None, None, name=name)


class RemovalOutdated(Conflict):
    code = "removal_outdated"
    message = _("The data changed since it was shown; it has {rows} rows now. Please look again.")
