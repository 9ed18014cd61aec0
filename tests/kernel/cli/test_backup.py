"""The archive of a backup; the whole way there and back is in test_commands."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from guanxi.cli.backup import BrokenBackup, Manifest, unpack

DUMP = b"a dump"
CONTENT = b"a file"
DIGEST = sha256(CONTENT).hexdigest()


def manifest(**changes: object) -> bytes:
    known = Manifest(1, "demo", "Demo", datetime(2026, 1, 1, tzinfo=UTC), "0.1", {}, sha256(DUMP).hexdigest(), 1)
    return msgspec.json.encode(msgspec.structs.replace(known, **changes))


def archive(path: Path, *parts: tuple[str | tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, "w") as tar:
        for name, content in parts:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


GOOD = [("manifest.json", manifest()), ("database.dump", DUMP), (f"files/{DIGEST}", CONTENT)]


def test_a_whole_backup_is_taken(tmp_path: Path) -> None:
    backup = archive(tmp_path / "b.tar", *GOOD)
    found = unpack(backup, tmp_path / "dump", tmp_path / "files")
    assert found.company == "demo"
    assert (tmp_path / "dump").read_bytes() == DUMP
    assert (tmp_path / "files" / DIGEST[:2] / DIGEST[2:]).read_bytes() == CONTENT


def link(name: str, target: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, target
    return info


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("../escaped", b"x"),
        ("/tmp/escaped", b"x"),
        ("files/../../escaped", b"x"),
        (f"files/{DIGEST}/../escaped", b"x"),
        (f"files/{DIGEST}\n", b"x"),
        ("files/" + "g" * 64, b"x"),
        (link(f"files/{DIGEST}", "/etc/passwd"), b""),
        (link("database.dump", "/etc/passwd"), b""),
    ],
)
def test_no_other_name_is_written(tmp_path: Path, name: str | tarfile.TarInfo, content: bytes) -> None:
    place = tmp_path / "deep" / "place"
    place.mkdir(parents=True)
    backup = archive(tmp_path / "b.tar", *GOOD[:2], (name, content))
    with pytest.raises(BrokenBackup, match="does not belong"):
        unpack(backup, place / "dump", place / "files")
    assert not list(tmp_path.rglob("escaped"))


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ([], "does not begin"),
        ([GOOD[1], GOOD[0]], "does not begin"),
        ([("manifest.json", b"{"), *GOOD[1:]], "manifest.json"),
        ([("manifest.json", manifest(format=2)), *GOOD[1:]], "its format is 2"),
        ([GOOD[0], ("database.dump", b"another"), GOOD[2]], "damaged"),
        ([*GOOD[:2], (f"files/{DIGEST}", b"other")], "damaged"),
        ([*GOOD, GOOD[2]], "twice"),
        (GOOD[:2], "missing"),
        ([GOOD[0], GOOD[2]], "missing"),
    ],
)
def test_what_is_not_whole_is_refused(tmp_path: Path, parts: list[tuple[str, bytes]], cause: str) -> None:
    backup = archive(tmp_path / "b.tar", *parts)
    with pytest.raises(BrokenBackup, match=cause):
        unpack(backup, tmp_path / "dump", tmp_path / "files")


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    whole = archive(tmp_path / "b.tar", *GOOD).read_bytes()
    for length in (0, 100, 700, 1500, 2600):
        (tmp_path / "cut.tar").write_bytes(whole[:length])
        with pytest.raises(BrokenBackup):
            unpack(tmp_path / "cut.tar", tmp_path / f"dump{length}", tmp_path / f"files{length}")
