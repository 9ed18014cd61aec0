"""What the supervisor prints when everything runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from guanxi.settings import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    address: str
    login: str = ""
    password: str | None = None
    """of an administrator made just now, with a random password that is shown this once"""
    lines: list[tuple[str, str]] = field(default_factory=list)
    """label and value, from add-ons"""

    def text(self) -> str:
        rows = [("Address", self.address)]
        if self.login:
            rows += [("Login", self.login), ("Password", self._password())]
        rows += [(label, value) for label, value in self.lines]
        width = max(len(label) for label, _value in rows)
        shown = "\n".join(f"  {label:<{width}}  {value}" for label, value in rows)
        return f"\nGuanxi is ready. Ctrl-C stops it.\n{shown}\n"

    def _password(self) -> str:
        if self.password is not None:
            return f"{self.password}   (shown this once; please change it)"
        command = "server.py user password"
        return f"the one you know, else `python {command} {self.login}` in {ROOT.name}/ sets a new one"
