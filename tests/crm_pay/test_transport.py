"""Calls to providers: what is refused is told, what may come later is not, and keys go nowhere else."""

from __future__ import annotations

import io
from email.message import Message
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from crm_pay import transport
from crm_pay.errors import ProviderUnavailable
from crm_pay.provider import Call
from crm_pay.transport import Https

URL = "https://provider.example/v3"


class Opener:
    def __init__(self, answer: Any) -> None:
        self.answer, self.requests = answer, list[Request]()

    def open(self, request: Request, timeout: float) -> Any:
        self.requests.append(request)
        raise self.answer


def refused(status: int, body: bytes = b'{"code":"NO"}') -> HTTPError:
    headers = Message()
    headers["Wechatpay-Serial"] = "1"
    return HTTPError(URL, status, "no", headers, io.BytesIO(body))


async def test_a_refusal_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    opener = Opener(refused(403))
    monkeypatch.setattr(transport, "build_opener", lambda *handlers: opener)
    reply = await Https().send(Call(URL, {"Authorization": "x"}, content=b"{}"))
    assert (reply.status, reply.body, reply.good) == (403, b'{"code":"NO"}', False)
    assert reply.headers["wechatpay-serial"] == "1"
    (request,) = opener.requests
    assert (request.get_method(), request.data, request.get_header("Authorization")) == ("POST", b"{}", "x")


@pytest.mark.parametrize("answer", [refused(302), refused(500), refused(503), URLError("x"), TimeoutError(), OSError()])
async def test_what_may_come_later_is_no_answer(monkeypatch: pytest.MonkeyPatch, answer: Exception) -> None:
    monkeypatch.setattr(transport, "build_opener", lambda *handlers: Opener(answer))
    with pytest.raises(ProviderUnavailable):
        await Https().send(Call(URL, {}, form={"a": "ä"}))


async def test_only_https(monkeypatch: pytest.MonkeyPatch) -> None:
    opener = Opener(AssertionError())
    monkeypatch.setattr(transport, "build_opener", lambda *handlers: opener)
    with pytest.raises(ProviderUnavailable):
        await Https().send(Call("http://provider.example", {}))
    assert opener.requests == []
