"""Search in the full texts of records and of the files that hang on them."""

from guanxi.fulltext.finding import Hit, find_texts

__all__ = ["Hit", "find_texts"]
