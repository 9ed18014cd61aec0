"""Search in the texts of records and in their files."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.limits import limit
from guanxi.context import current_actor
from guanxi.fulltext.api import PER_MINUTE, searched
from guanxi.fulltext.finding import MOST, find_texts, marked
from guanxi.web.templating import render

_LONGEST = 200


async def show(request: Request) -> Response:
    """GET /texts/<add-on>/<resource>?q="""
    resource = searched(f"{request.path_params['addon']}/{request.path_params['name']}")
    query = request.query_params.get("q", "").replace("\x00", "").strip()[:_LONGEST]
    hits = []
    if query:
        await limit(f"texts:{current_actor().id}", PER_MINUTE)
        hits = await find_texts(resource, query)
    found = [(hit, marked(hit.excerpt, query)) for hit in hits]
    return render(request, "guanxi/texts.html", resource=resource, query=query, found=found, more=len(hits) == MOST)
