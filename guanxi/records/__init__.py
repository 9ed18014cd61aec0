"""The one gateway to business records, and what stands around it: input, audit, numbering, files."""

from guanxi.records.audit import AuditItem, audit, audit_many
from guanxi.records.files import delete_file, files_of, read_file, store_file
from guanxi.records.models import Record, StoredFile
from guanxi.records.numbering import next_number, next_numbers
from guanxi.records.query import ListQuery, RecordPage, parse_list_query
from guanxi.records.reading import count, find, get, labels, labels_of, lock, options, page, read, read_lines
from guanxi.records.revision import bump_revision
from guanxi.records.writing import create, delete, refusing, update

__all__ = [
    "AuditItem",
    "ListQuery",
    "Record",
    "RecordPage",
    "StoredFile",
    "audit",
    "audit_many",
    "bump_revision",
    "count",
    "create",
    "delete",
    "delete_file",
    "files_of",
    "find",
    "get",
    "labels",
    "labels_of",
    "lock",
    "next_number",
    "next_numbers",
    "options",
    "page",
    "parse_list_query",
    "read",
    "read_file",
    "read_lines",
    "refusing",
    "store_file",
    "update",
]
