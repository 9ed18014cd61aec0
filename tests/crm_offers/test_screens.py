"""Actions, the API, the counter, panels and the portal, as users of different permissions meet them."""

from __future__ import annotations

from typing import Any

import pytest

from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_offers import lotteries, panels, portal, services
from crm_offers.permissions import OfferPermission as P
from crm_offers.trying import WRONG_PER_MINUTE
from guanxi import current_company, fetch, fetch_value, update, use_locale
from guanxi.errors import Conflict, InvalidInput, NotFound
from guanxi.records.actions import find_action, run_action
from tests.clients import MakeClient, make_client
from tests.conftest import ADMIN_PASSWORD
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import NOTHING, campaign, coupon, figures, lottery, order, states
from tests.crm_portal.support import enter
from tests.kernel.web.browser import Browser, text_of

__all__ = ["make_client"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]

API = "/api/v1/crm_offers"
TILL = (CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM, P.ISSUE)


async def run(name: str, id: int | None, values: dict[str, Any], resource: str = "campaigns") -> Any:
    found = current_company().catalog.resources[f"crm_offers/{resource}"]
    action = find_action(found, name, "list" if id is None else "record")
    return await run_action(found, action, id, values)


def body(*codes: str, source: str = "order:1", amount: int = 10_000, **more: Any) -> dict[str, Any]:
    return {"codes": list(codes), "amount": amount, "currency": "CNY", "source": source, **more}


async def test_the_whole_way_over_the_api(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client, customer, id = await make_client(*TILL), await make_customer(), await campaign(minimum_spend=1000)
    given = {"campaign_id": id, "customer_id": customer, "source": "gift:1"}
    issued = await client.post(f"{API}/issue", json=given)
    assert issued.status_code == 200, issued.text
    assert (await client.post(f"{API}/issue", json=given)).json() == issued.json()
    code = issued.json()["code"]
    asked = {"codes": [code, "NONE"], "amount": 999, "currency": "CNY", "customer_id": customer}
    quoted = (await client.post(f"{API}/quote", json=asked)).json()
    assert (quoted["to_pay"], [line["refused"] for line in quoted["lines"]]) == (999, ["minimum", "unknown"])
    quoted = (await client.post(f"{API}/quote", json={**asked, "amount": 1000, "codes": [code]})).json()
    assert (quoted["discount"], quoted["to_pay"], quoted["lines"][0]["campaign"]) == (500, 500, "Five off")
    held = await client.post(f"{API}/hold", json=body(code, source="cart:1", minutes=5))
    assert (held.status_code, sorted(held.json())) == (200, ["held_until"])
    refused = await client.post(f"{API}/redeem", json=body(code))
    assert (refused.status_code, refused.json()["code"]) == (409, "offers_held")
    for wrong in ({"codes": ["NONE"]}, {"codes": [code], "source": "cart:2"}):
        asked_back = {"source": "cart:1", "customer_id": customer, **wrong}
        assert (await client.post(f"{API}/release", json=asked_back)).json() == {"released": 0}
    assert (await client.post(f"{API}/release", json={"source": "cart:1"})).status_code == 422
    own = {"source": "cart:1", "codes": [code]}
    assert (await client.post(f"{API}/release", json=own)).json() == {"released": 1}
    done = await client.post(f"{API}/redeem", json=body(code), headers={"Idempotency-Key": "k1"})
    assert (done.status_code, done.json()["to_pay"]) == (200, 9500), done.text
    again = await client.post(f"{API}/redeem", json=body(code))
    assert again.json() == done.json()
    other = await client.post(f"{API}/redeem", json=body(code, amount=20_000))
    assert (other.status_code, other.json()["code"]) == (409, "offers_source_taken")
    back = {"redemption_id": done.json()["redemption_id"], "source": "back:1"}
    assert [(await client.post(f"{API}/reverse", json=back)).status_code for _n in range(2)] == [200, 200]
    refused = await client.post(f"{API}/reverse", json={**back, "source": "back:2"})
    assert (refused.status_code, refused.json()["code"]) == (409, "offers_already_reversed")
    assert await figures(id) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"codes": []},
        {"codes": ["A"] * 21},
        {"codes": ["x" * 61]},
        {"codes": ["\x00"]},
        {"codes": "A"},
        {"amount": -1},
        {"amount": 10**15 + 1},
        {"amount": 1.5},
        {"currency": "yuan"},
        {"currency": "ZZZ"},
        {"customer_id": 0},
        {"customer_id": 2**63},
        {"source": ""},
        {"source": "a\x00b"},
        {"source": "x" * 181},
        {"more": 1},
    ],
)
async def test_bad_input_is_refused(make_client: MakeClient, wrong: dict[str, Any]) -> None:
    client, id = await make_client(*TILL), await campaign()
    code = await coupon(id)
    for path in ("redeem", "hold"):
        answer = await client.post(f"{API}/{path}", json={**body(code), **wrong})
        assert 400 <= answer.status_code < 500, (path, answer.text)
    assert await states(id) == ["issued"]


async def test_customers_and_coupons_of_others_are_not_found(
    make_client: MakeClient, make_customer: MakeCustomer
) -> None:
    customer, id = await make_customer(), await campaign(public_code="RUSH")
    code = await coupon(id, "a", customer)
    made = await fetch_value("SELECT id FROM crm_offers_coupon")
    used = await services.redeem(order(await coupon(id, "b", customer)))
    drawn = await services.draw(await lottery(NOTHING), customer, "d:1")
    client = await make_client(CorePermission.READ, P.READ, P.REDEEM, P.ISSUE, P.DRAW, P.MANAGE)
    rows = await fetch("SELECT min(id) AS id FROM crm_offers_event")
    answers = [
        await client.post(f"{API}/issue", json={"campaign_id": id, "customer_id": customer, "source": "x"}),
        await client.post(f"{API}/issue", json={"campaign_id": 2**40, "source": "x"}),
        await client.post(
            f"{API}/quote", json={"codes": ["RUSH"], "amount": 1, "currency": "CNY", "customer_id": customer}
        ),
        *[await client.post(f"{API}/{path}", json=body("RUSH", customer_id=customer)) for path in ("redeem", "hold")],
        await client.post(f"{API}/reverse", json={"redemption_id": used.redemption_id, "source": "x"}),
        await client.post(f"{API}/reverse", json={"redemption_id": 2**40, "source": "x"}),
        await client.get(f"{API}/coupons/{made}"),
        await client.get(f"{API}/redemptions/{used.redemption_id}"),
        await client.get(f"{API}/events/{rows[0]['id']}"),
        await client.get(f"{API}/draws/{drawn.draw_id}"),
        await client.post(f"{API}/coupons/{made}/actions/void", json={"reason": "x"}),
        await client.post(f"{API}/redemptions/{used.redemption_id}/actions/reverse", json={"reason": "x"}),
    ]
    assert [answer.status_code for answer in answers] == [404] * len(answers), [a.text for a in answers]
    issue = await client.post(f"{API}/campaigns/{id}/actions/issue", json={"customer": customer})
    draw = await client.post(f"{API}/lotteries/{await lottery(NOTHING)}/actions/draw", json={"customer": customer})
    assert (issue.status_code, draw.status_code) == (422, 422)
    assert [(await client.get(f"{API}/{name}")).json()["data"] for name in ("coupons", "redemptions", "draws")] == [
        []
    ] * 3
    # who has the code has the coupon, whoever the customer is
    assert (await client.post(f"{API}/redeem", json=body(code, source="order:7"))).status_code == 200


async def test_each_step_needs_its_permission(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    id, customer = await campaign(), await make_customer()
    code = await coupon(id)
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    for path in ("quote", "redeem", "hold"):
        given = body(code)
        if path == "quote":
            del given["source"]
        assert (await reader.post(f"{API}/{path}", json=given)).status_code == 403
    assert (await reader.post(f"{API}/issue", json={"campaign_id": id, "source": "x"})).status_code == 403
    assert (await reader.post(f"{API}/reverse", json={"redemption_id": 1, "source": "x"})).status_code == 403
    assert (await reader.post(f"{API}/release", json={"source": "x", "codes": ["x"]})).status_code == 403
    for name in ("open", "close", "issue", "issue_codes", "issue_to_customers", "change_stock"):
        given = {"issue": {"customer": customer}, "issue_codes": {"count": 1}}.get(name, {})
        answer = await reader.post(f"{API}/campaigns/{id}/actions/{name}", json=given)
        assert answer.status_code == 403, (name, answer.text)
    made = await lottery(NOTHING, published=False)
    for name in ("publish", "draw", "end"):
        given = {"customer": customer} if name == "draw" else {}
        assert (await reader.post(f"{API}/lotteries/{made}/actions/{name}", json=given)).status_code == 403
    assert (await reader.post(f"{API}/campaigns", json={"name": "x", "currency": "CNY"})).status_code == 403
    nobody = await make_client(CorePermission.READ)
    for name in ("campaigns", "coupons", "batches", "redemptions", "events", "lotteries", "prizes", "draws"):
        assert (await nobody.get(f"{API}/{name}")).status_code == 403
    assert await states(id) == ["issued"]


async def test_who_tries_out_codes_has_to_wait(make_client: MakeClient) -> None:
    client, other, id = await make_client(*TILL), await make_client(*TILL), await campaign()
    code = await coupon(id)
    right = {"codes": [code], "amount": 1000, "currency": "CNY"}
    for _n in range(WRONG_PER_MINUTE + 5):
        assert (await client.post(f"{API}/quote", json=right)).status_code == 200
    for n in range(WRONG_PER_MINUTE - 1):
        await client.post(f"{API}/quote", json={**right, "codes": [f"WRONG{n}"]})
    wrong = await client.post(f"{API}/redeem", json=body("WRONG"))
    assert (wrong.status_code, wrong.json()["code"]) == (409, "offers_unknown")
    assert (await client.post(f"{API}/quote", json=right)).status_code == 429
    assert (await client.post(f"{API}/redeem", json=body(code))).status_code == 429
    assert (await other.post(f"{API}/redeem", json=body(code))).status_code == 200


async def test_a_coupon_is_found_by_its_code_alone(make_client: MakeClient) -> None:
    client, id = await make_client(*TILL), await campaign()
    code = await coupon(id)
    for text, found in ((code.lower(), 1), (code[:9], 0), ("nothing", 0)):
        assert len((await client.get(f"{API}/coupons", params={"q": text})).json()["data"]) == found


async def test_actions_on_campaigns_coupons_and_redemptions(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    id = await campaign(opened=False, stock=5)
    with pytest.raises(Conflict):
        await run("issue", id, {"customer": customer})
    await run("open", id, {})
    code = (await run("issue", id, {"customer": customer})).data["code"]
    await run("change_stock", id, {"stock": 9})
    batch = (await run("issue_codes", id, {"count": 3})).data["batch_id"]
    assert await fetch_value("SELECT wanted FROM crm_offers_batch WHERE id = $1", batch) == 3
    with pytest.raises(Conflict):
        await run("issue_codes", id, {"count": 6})
    done = await services.redeem(order(code))
    await run("reverse", done.redemption_id, {"reason": "Returned"}, "redemptions")
    with pytest.raises(Conflict):
        await run("reverse", done.redemption_id, {"reason": "Returned"}, "redemptions")
    made = await fetch_value("SELECT id FROM crm_offers_coupon WHERE code = $1", code)
    await run("void", made, {"reason": "Lost"}, "coupons")
    await run("close", id, {})
    audited = await fetch(
        "SELECT action, reason FROM guanxi_audit WHERE record_id = $1 AND resource = $2 ORDER BY id",
        made,
        "crm_offers/coupons",
    )
    assert [tuple(row) for row in audited] == [("void", "Lost")]
    assert await figures(id) == (4, 0, 0, 0)


async def test_actions_on_a_lottery(make_customer: MakeCustomer) -> None:
    id = await lottery(NOTHING, published=False)
    await run("publish", id, {}, "lotteries")
    drawn = await run("draw", id, {"customer": await make_customer()}, "lotteries")
    assert (drawn.data["number"], drawn.data["prize"]) == (1, "Nothing")
    assert (await run("end", id, {}, "lotteries")).go_to == f"/crm_offers/verify/{id}"
    with pytest.raises(InvalidInput):
        await lottery({"name": "Coupon", "kind": "coupon", "odds": 1}, published=False)
    with pytest.raises(InvalidInput):
        await lottery({"name": "Points", "kind": "points", "odds": 1}, published=False)


async def test_the_counter_says_what_a_code_is_worth_and_redeems_it_once(
    browser: Browser, make_customer: MakeCustomer
) -> None:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    id = await campaign(minimum_spend=10_000)
    code = await coupon(id)
    page = "/crm_offers/counter"
    text = text_of((await browser.submit(page, {"codes": code.lower(), "amount": "99.99"})).text)
    assert "The order is below the minimum spend." in text and "To pay: CN¥99.99" in text
    shown = await browser.submit(page, {"codes": code, "amount": "1,100.00"})
    assert "To pay: CN¥1,095.00" in text_of(shown.text) and 'name="redeem"' in shown.text
    given = {**(await browser.forms(page))[page], "codes": code, "amount": "1100", "redeem": "1"}
    answers = [await browser.post(page, data=given) for _n in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert all("To pay: CN¥1,095.00" in text_of(answer.text) for answer in answers)
    assert await figures(id) == (1, 1, 500, 110_000)
    refused = await browser.submit(page, {"codes": code, "amount": "1100", "redeem": "1"})
    assert refused.status_code == 409 and "It is redeemed already." in text_of(refused.text)
    for wrong in (
        {"codes": "", "amount": "5"},
        {"codes": code, "amount": "x"},
        {"codes": code, "amount": "-1"},
        {"codes": code, "amount": "5", "customer": "C9"},
        {"codes": "A " * 21, "amount": "5"},
    ):
        assert (await browser.submit(page, wrong)).status_code == 422
    assert (await browser.post(page, data={"codes": code, "amount": "5"})).status_code == 403


async def test_the_check_of_all_draws(browser: Browser, make_customer: MakeCustomer) -> None:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    id, draft = await lottery(NOTHING), await lottery(NOTHING, published=False)
    await services.draw(id, await make_customer(), "d:1")
    before = text_of((await browser.get(f"/crm_offers/verify/{id}")).text)
    assert "The seed is told when the lottery has ended." in before and "Recomputed" not in before
    await lotteries.end(id)
    after = text_of((await browser.get(f"/crm_offers/verify/{id}")).text)
    assert "All 1 draws were recomputed and are right." in after
    assert str(await fetch_value("SELECT seed FROM crm_offers_lottery WHERE id = $1", id)) in after
    for missing in (draft, 2**40, 2**70):
        assert (await browser.get(f"/crm_offers/verify/{missing}")).status_code == 404


async def test_panels_tell_cost_and_return(make_customer: MakeCustomer) -> None:
    customer, id = await make_customer(), await campaign()
    assert str((await panels.CUSTOMER.load(customer)).empty) == "No coupons yet."
    assert str((await panels.CAMPAIGN.load(id)).empty) == "Nothing is issued yet."
    for n in range(4):
        await coupon(id, f"{n}", customer)
    await services.redeem(order(await fetch_value("SELECT min(code) FROM crm_offers_coupon"), amount=2000))
    shown = await panels.CAMPAIGN.load(id)
    assert [(str(each.label), each.value) for each in shown.figures] == [
        ("Issued", "4"),
        ("Redeemed", "1"),
        ("Redemption rate", "25%"),
        ("Discounts given", "CN¥5.00"),
        ("Orders brought", "CN¥20.00"),
        ("Discount in orders", "25%"),
    ]
    panel = await panels.CUSTOMER.load(customer)
    assert panel.figures[0].value == "3" and panel.table is not None and panel.table.rows[0][1] == "-CN¥5.00"
    made = await lottery({"name": "Cup", "kind": "text", "odds": 1}, {**NOTHING, "odds": 999_999})
    table = (await panels.LOTTERY.load(made)).table
    assert table is not None and table.rows[0][:2] == ("Cup", "0.0001%")


async def test_a_customer_draws_in_the_portal_by_a_button(browser: Browser, make_customer: MakeCustomer) -> None:
    customer, other = await make_customer(), await make_customer()
    await update(Customer, customer, {"email": "a@b.example"})
    id = await campaign(valid_days=3)
    code = await coupon(id, "a", customer)
    foreign = await coupon(id, "b", other)
    prizes = await lottery(
        {"name": "Cup", "kind": "text", "odds": 250_000}, {**NOTHING, "odds": 750_000}, per_customer=2
    )
    await services.draw(prizes, other, "d:1")
    await enter(browser, customer)
    text = text_of((await browser.get("/portal/offers")).text)
    assert code in text and foreign not in text and "25%" in text and "Draws left 2" in text
    assert "Coupons to use" in text_of((await browser.get("/portal")).text)
    own, others = await fetch("SELECT id FROM crm_offers_coupon ORDER BY id")
    shown = await browser.get(f"/portal/crm_offers/coupons/{own['id']}")
    assert shown.status_code == 200 and code in shown.text and "<svg" in shown.text
    assert (await browser.get(f"/portal/crm_offers/coupons/{others['id']}")).status_code == 404
    assert (await browser.get(f"/portal/crm_offers/coupons/{2**70}")).status_code == 404
    path = f"/portal/offers/{prizes}/draw"
    form = (await browser.forms(path))[path]
    pressed = [await browser.post(path, data=form) for _n in range(2)]
    assert [answer.status_code for answer in pressed] == [303, 303]
    assert await fetch_value("SELECT count(*) FROM crm_offers_draw WHERE customer_id = $1", customer) == 1
    refused = await browser.post(path, data={**form, "revision": "7"})
    assert refused.status_code == 409
    assert (await browser.submit(path)).status_code == 303
    third = await browser.submit(path)
    assert (third.status_code, "No draw is left" in text_of(third.text)) == (409, True)
    assert "My draws" in text_of((await browser.get("/portal/offers")).text)
    for missing in (f"/portal/offers/{2**40}/draw", f"/portal/offers/{await lottery(NOTHING, published=False)}/draw"):
        assert (await browser.get(missing)).status_code == 404
    await lotteries.end(prizes)
    text = text_of((await browser.get("/portal/offers")).text).replace(" ", "")
    assert str(await fetch_value("SELECT seed FROM crm_offers_lottery WHERE id = $1", prizes)) in text
    assert (await browser.get(path)).status_code == 404


async def test_the_portal_of_a_customer_without_offers_in_chinese(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with use_locale("zh_CN"):
        assert str((await portal.OFFERS_SECTION.summary(customer)).empty) == "目前没有优惠。"
        assert len(await portal.OFFERS_SECTION.blocks(customer)) == 1
    with pytest.raises(NotFound):
        await portal.OFFERS_SECTION.actions[0].question(customer, 1)
