"""Which user an embedded server runs as, and where that user finds its program and its files.

PostgreSQL refuses to run as root, so root's servers run as an unprivileged user. That user cannot
reach a program under /root, for instance: then the program is copied to a place where it can. No permission
of anything outside our own directories is ever changed.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

SHARED = Path("/var/lib/guanxi")
"""Where root's servers keep what their user could not reach elsewhere."""


@dataclass(frozen=True, slots=True)
class Account:
    uid: int
    gid: int

    def may_traverse(self, directory: Path) -> bool:
        """Whether the mode bits let this user pass through `directory` and all above it."""
        directory = directory.resolve()
        return all(self._allows(path, 0o1) for path in (directory, *directory.parents))

    def may_use(self, path: Path) -> bool:
        """Whether the mode bits let this user read and run a program, or list and enter a directory."""
        path = path.resolve()
        return self.may_traverse(path.parent) and self._allows(path, 0o5)

    def _allows(self, path: Path, bit: int) -> bool:
        status = path.stat()
        if status.st_uid == self.uid:
            bit <<= 6
        elif status.st_gid == self.gid:
            bit <<= 3
        return status.st_mode & bit == bit


def server_account() -> Account | None:
    """The user to become, or None where we are an ordinary user and stay who we are."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise RuntimeError("root needs a user named postgres or nobody to run the embedded servers as")


def reachable_program(account: Account | None, base: Path, trees: list[Path], program: Path, copy: str) -> Path:
    """`program`, or its copy under /var/lib/guanxi/<copy>.

    `trees` below `base` are what it needs, itself included. The copies keep their places relative to each
    other, by which a program finds its libraries.
    """
    if account is None or all(account.may_use(path) for path in (program, *trees)):
        return program
    target = SHARED / copy
    if not target.exists():
        _make_public(SHARED)
        scratch = Path(tempfile.mkdtemp(dir=SHARED, prefix=f".{copy}-"))
        for tree in trees:
            shutil.copytree(tree, scratch / tree.relative_to(base), symlinks=True)
        for path in (scratch, *scratch.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        try:
            scratch.rename(target)
        except OSError:  # another process was faster
            shutil.rmtree(scratch)
    return target / program.relative_to(base)


def private_directory(account: Account | None, wanted: Path) -> Path:
    """A directory of mode 700 that belongs to the server's user: `wanted`, or one under /var/lib/guanxi.

    In the second case a note beside `wanted` says where it is, and is what later starts go by.
    """
    note = wanted.with_suffix(".moved.txt")
    place = wanted
    if account is not None and note.exists():
        place = Path(note.read_text(encoding="utf-8").strip())
    elif account is not None and not wanted.exists() and not account.may_traverse(wanted.parent):
        _make_public(SHARED)
        digest = hashlib.sha256(str(wanted.resolve()).encode()).hexdigest()[:16]
        place = SHARED / f"data-{digest}"
        note.write_text(f"{place}\n", encoding="utf-8")
    place.mkdir(mode=0o700, exist_ok=True)
    if account is not None:
        os.chown(place, account.uid, account.gid)
    return place


def _make_public(directory: Path) -> None:
    if not directory.exists():
        directory.mkdir(parents=True)
        directory.chmod(0o755)
