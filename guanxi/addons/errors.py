from __future__ import annotations

from guanxi.errors import ConfigurationError, Conflict
from guanxi.i18n import _


class BrokenAddon(ConfigurationError):
    """The add-on `addon` cannot be used because of `cause`."""

    code = "broken_addon"
    message = _("The add-on {addon} is broken: {cause}")


class MissingDependency(ConfigurationError):
    code = "missing_dependency"
    message = _("The add-on {addon} needs {missing}, which is not installed.")


class CircularDependency(ConfigurationError):
    code = "circular_dependency"
    message = _("Add-ons depend on each other in a circle: {ring}")


class StillNeeded(Conflict):
    code = "addon_still_needed"
    message = _("{addon} is needed by {others}.")


class NotEnabled(Conflict):
    code = "addon_not_enabled"
    message = _("{addon} is not enabled.")
