"""The JSON API: generated from the same declarations as the pages."""

from guanxi.api.app import create_api
from guanxi.api.openapi import describe

__all__ = ["create_api", "describe"]
