from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from guanxi.errors import NotFound
from guanxi.records import blobs


async def test_contents_lie_under_their_hash_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Here:
        files = tmp_path / "files"

    monkeypatch.setattr(blobs, "current_company", Here)
    digest = await blobs.write_blob(b"contract")
    assert digest == sha256(b"contract").hexdigest()
    assert await blobs.write_blob(b"contract") == digest
    found = [Path(folder) / name for folder, _folders, names in os.walk(tmp_path) for name in names]
    assert found == [tmp_path / "files" / digest[:2] / digest[2:]]
    assert await blobs.read_blob(digest) == b"contract"
    for name in ("0" * 64, "../../etc/passwd", "", digest.upper(), f"{digest}\n"):
        with pytest.raises(NotFound):
            await blobs.read_blob(name)
