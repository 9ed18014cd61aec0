"""The fixed choices of Chinese tax invoices (发票)."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class TaxInvoiceKind(Choice):
    DIGITAL_GENERAL = "digital_general", _("Digital, general")
    DIGITAL_SPECIAL = "digital_special", _("Digital, special")
    ELECTRONIC_GENERAL = "electronic_general", _("Electronic, general")
    ELECTRONIC_SPECIAL = "electronic_special", _("Electronic, special")
    PAPER_GENERAL = "paper_general", _("Paper, general")
    PAPER_SPECIAL = "paper_special", _("Paper, special")

    @property
    def digital(self) -> bool:
        """Fully digitalized: a number of 20 digits and no code."""
        return self in (TaxInvoiceKind.DIGITAL_GENERAL, TaxInvoiceKind.DIGITAL_SPECIAL)


class TaxInvoiceState(Choice):
    """What the tax bureau says of it; red letters set the states between by themselves (migration 10)."""

    NORMAL = "normal", _("Valid", "tax invoice"), Tone.OK
    PARTLY_REVERSED = "partly_reversed", _("Reversed in part", "tax invoice"), Tone.WARN
    REVERSED = "reversed", _("Reversed", "tax invoice"), Tone.BAD
    VOID = "void", _("Voided"), Tone.BAD
