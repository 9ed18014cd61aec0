"""No request body grows beyond what its kind may have, declared or streamed."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guanxi.errors import PayloadTooLarge

BODY_LIMIT = 1024 * 1024
UPLOAD_LIMIT = 21 * 1024 * 1024
"""a file of 20 MB and what surrounds it"""
FILE_BODIES = "/api/v1/imports/"
"""below this the body itself is a file"""


class BodyLimit:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        upload = headers.get(b"content-type", b"").lower().startswith(b"multipart/form-data")
        limit = UPLOAD_LIMIT if upload or scope["path"].startswith(FILE_BODIES) else BODY_LIMIT
        declared = headers.get(b"content-length", b"0")
        if not declared.isdigit() or len(declared) > 15 or int(declared) > limit:
            raise PayloadTooLarge()
        received = 0

        async def limited() -> Message:
            nonlocal received
            message = await receive()
            if message["type"] == "http.request":
                received += len(message.get("body", b""))
                if received > limit:
                    raise PayloadTooLarge()
            return message

        await self.app(scope, limited, send)
