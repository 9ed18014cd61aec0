"""Secrets that the program reads again, such as private keys: encrypted with a key that is in no database or backup.

The company's key is a file beside its files, made when it is first needed. Without it what was encrypted is lost.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from guanxi.context import current_company
from guanxi.errors import Conflict
from guanxi.i18n import _
from guanxi.records.blobs import sync_folder

KEY_FILE = "secret.key"


class SecretLost(Conflict):
    """Encrypted with a key that is not here, or damaged."""

    code = "secret_lost"
    message = _("This secret was encrypted with a key that is not on this machine. Please enter it again.")


async def encrypt_secret(content: bytes) -> str:
    """Text for the database that only this company's processes can read."""
    return await asyncio.to_thread(_encrypt, current_company().files, content)


async def decrypt_secret(text: str) -> bytes:
    """Raises SecretLost."""
    return await asyncio.to_thread(_decrypt, current_company().files, text)


def _encrypt(files: Path, content: bytes) -> str:
    return Fernet(_key(files, make=True)).encrypt(content).decode()


def _decrypt(files: Path, text: str) -> bytes:
    try:
        return Fernet(_key(files, make=False)).decrypt(text)
    except (FileNotFoundError, InvalidToken, ValueError) as error:
        raise SecretLost() from error


def _key(files: Path, *, make: bool) -> bytes:
    path = files / KEY_FILE
    if make and not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Complete or not there, whoever else makes it at the same time, and whenever the machine stops."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(Fernet.generate_key())
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    sync_folder(path.parent)
