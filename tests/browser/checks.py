"""What every screen must pass: axe-core, no sideways scrolling, and one language at a time."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page, ViewportSize

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLORS = ("color-contrast", "link-in-text-block")
"""the rules that look at colors"""
_ROWS = 8
"""of a table are looked at: the others are the same"""
DESK, PHONE = ViewportSize(width=1440, height=4000), ViewportSize(width=390, height=4000)
"""so high that no bar at the lower edge covers what one would scroll to"""
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]+")
_CODE = re.compile(
    r"\{[a-z_]+\}|\b[a-z_]+(\.[a-z_]+)+\b|\b[A-Z]{2,3}\b|\b[A-Z]+_[A-Z_]+\b|\b[0-9a-f]{12,64}\b|\bjob-\d+\b"
)
"""places for values, names of jobs, permissions and variables, initials, codes of currencies, numbers of requests and
jobs, hashes"""
_WORDS = """
API CSV XLSX PDF JSON ID URL UTF BOM GB18030 Excel HTTP HTTPS SMTP IP POST GET PATCH DELETE OpenAPI PNG JPEG WebP
CNY USD EUR HKD JPY GBP VIP PostgreSQL Valkey Redis Guanxi WeasyPrint Ctrl Alt Enter Esc Tab Shift Cmd Del MB GB KB
Noto Sans CJK GUANXI vCard vcf pdf pfx Factur ZUGFeRD IBAN BIC PAdES PKCS HMAC CAMT MT Beancount Stripe Webhook
"""
WORDS = frozenset(_WORDS.split())
"""words that Chinese people use as they are"""
_TEXTS = """() => {
  const found = [], own = document.documentElement;
  const mine = (element) => element && !element.closest('script, style, template, noscript, [translate=no], code')
    && element.closest('[lang]') === own;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.data.trim() && mine(node.parentElement)) found.push(node.data.trim());
  for (const element of document.querySelectorAll('*')) if (mine(element))
    for (const { name, value } of element.attributes)
      if (['placeholder', 'title', 'aria-label', 'alt', 'aria-description'].includes(name)
        || /^data-(confirm|cancel|sure|none|label|say)/.test(name)) found.push(value);
  found.push(document.title);
  return found;
}"""


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def thin_out(page: Page) -> None:
    """Shortens long tables, and shows menus from their start: what their end cuts in two is no small target."""
    script = """most => {
      for (const body of document.querySelectorAll('tbody')) [...body.rows].slice(most).forEach((row) => row.remove());
      for (const part of document.querySelectorAll('aside, nav, aside *, nav *')) part.scrollTop = 0;
    }"""
    page.evaluate(script, _ROWS)


def axe(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds on the page as it stands, by some rules or all of `TAGS`."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    script = "options => axe.run(document, options).then(r => r.violations)"
    asked = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    found: list[dict[str, Any]] = page.evaluate(script, {"runOnly": asked, "resultTypes": ["violations"]})
    return [
        f"{problem['id']}: {node['target']} {node['html'][:150]} {node['any'][0]['message'] if node['any'] else ''}"
        for problem in found
        for node in problem["nodes"][:3]
    ]


def scrolls_sideways(page: Page) -> list[str]:
    """What is wider than the window, if the page as a whole scrolls sideways."""
    script = """() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const held = (e) => {
        for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
          if (getComputedStyle(p).overflowX !== 'visible') return true;
      };
      return [...document.body.querySelectorAll('*')]
        .filter((e) => e.getBoundingClientRect().right > width + 1 && e.checkVisibility() && !held(e))
        .map((e) => `${e.tagName}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`)
        .concat(`the page is ${document.documentElement.scrollWidth} wide`).slice(-5);
    }"""
    found: list[str] = page.evaluate(script)
    return [f"scrolls sideways: {what}" for what in found]


def texts(page: Page) -> list[str]:
    """What people read or hear, in the page's own language."""
    found: list[str] = page.evaluate(_TEXTS)
    return found


def foreign(page: Page, data: str) -> list[str]:
    """Words of the other language that are neither data nor in `WORDS`. `data`: all texts that the company holds."""
    chinese = (page.locator("html").get_attribute("lang") or "").startswith("zh")
    pattern = _LATIN if chinese else _CHINESE
    return [
        f"{word!r} in {text[:80]!r}"
        for text in dict.fromkeys(texts(page))
        for word in dict.fromkeys(pattern.findall(_CODE.sub("", text)))
        if word not in WORDS and word not in data
    ]
