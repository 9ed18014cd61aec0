"""The steps in which a contract is drawn up, from the number to its confirmation (CONT-02)."""

from __future__ import annotations

from guanxi import Guide, Section, _

GUIDE = Guide(
    steps=(
        Section(
            title=_("Number drawn beforehand"),
            fields=("drawn",),
            note=_("Only for paper with a number that you drew. Otherwise go on: the contract gets the next number."),
        ),
        Section(title=_("Signing"), fields=("title", "owner", "our_signatory", "their_signatory")),
        Section(title=_("Contract type"), fields=("type", "template")),
        Section(title=_("Document"), fields=("language",)),
        Section(title=_("Dates"), fields=("starts_on", "ends_on", "renewal", "notice_days")),
        Section(title=_("Payment method"), fields=("payment_method", "currency")),
        Section(title=_("Buyer"), fields=("customer",)),
        Section(title=_("Products"), lines=("lines",)),
        Section(title=_("Payment plan"), lines=("installments",)),
        Section(
            title=_("Annex and others"),
            fields=("annex", "annex_en", "terms", "terms_en"),
            note=_("Write down every gift and whatever was promised to the customer. You will be asked for it."),
        ),
        Section(
            title=_("Confirm", "contract action"),
            note=_("Saving makes the draft and asks whether to confirm it. Until then everything can be changed."),
        ),
    ),
    then="confirm",
)
