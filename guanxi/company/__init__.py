"""Companies: the directory of them, their runtime state, enabling and removing add-ons."""

from guanxi.company.brand import DEFAULT_COLOR, save_logo
from guanxi.company.creation import create_company
from guanxi.company.directory import Directory
from guanxi.company.lifecycle import disable, enable, pending_upgrades, upgrade
from guanxi.company.removal import RemovalPlan, kept_rows, plan_removal, removable, remove
from guanxi.company.settings import held_currency, save_company, save_settings

__all__ = [
    "DEFAULT_COLOR",
    "Directory",
    "RemovalPlan",
    "create_company",
    "disable",
    "enable",
    "held_currency",
    "kept_rows",
    "pending_upgrades",
    "plan_removal",
    "removable",
    "remove",
    "save_company",
    "save_logo",
    "save_settings",
    "upgrade",
]
