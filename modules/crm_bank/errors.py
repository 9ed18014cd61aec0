"""What this add-on refuses, beside what `formats` says of files."""

from __future__ import annotations

from guanxi import Conflict, _


class LineSettled(Conflict):
    """Matched or set aside by somebody else meanwhile, or not any more."""

    code = "bank_line_settled"
    message = _("This bank line was matched or set aside meanwhile, or has been opened again.")


class WrongAmount(Conflict):
    """Portions that a line cannot pay."""

    code = "bank_line_amount"
    message = _("The amounts come to more than the bank line has.")
