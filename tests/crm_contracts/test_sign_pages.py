"""The page on which signatories read and sign, and the page of the company's certificate."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from crm_contracts import certificates, signatories
from crm_contracts.certificates import current_certificate, current_pair
from crm_contracts.following import FOLLOW_SIGNATURES
from crm_contracts.permissions import ContractPermission
from guanxi import Forbidden, enqueue, execute, fetch, fetch_value, use_actor
from guanxi.auth.vault import KEY_FILE, SecretLost
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.jobs import run_pending
from tests.crm_contracts.signing_support import DRAWING, WANG, ZHOU, contract_of, out, states, token_for, visitor_for
from tests.crm_contracts.support import SALES, act, confirmed, line, user
from tests.crm_core.browsing import signed_in, visitor
from tests.kernel.web.browser import Browser, text_of

pytestmark = pytest.mark.usefixtures("inside")
SIGN = "/crm_contracts/sign"
CERTIFICATE = "/crm_contracts/certificate"
_ROOT = Path(__file__).resolve().parents[2]
_PATHS = {"PYTHONPATH": f"{_ROOT}:{_ROOT / 'modules'}"}


@pytest.fixture
async def anybody(directory: Directory) -> AsyncIterator[Browser]:
    async with visitor(directory) as browser:
        yield browser


@pytest.fixture
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


@pytest.mark.usefixtures("unprinted")
async def test_opening_the_link_changes_nothing_and_buttons_do(anybody: Browser) -> None:
    request = await out()
    token = await token_for(WANG)
    shown = await anybody.get(SIGN, params={"token": token})
    assert shown.status_code == 200 and shown.headers["x-robots-tag"] == "noindex, nofollow"
    assert await states(request) == ["asked", "waiting"] and "I agree to sign" not in shown.text
    opened = await anybody.post(SIGN, data={"token": token, "act": "open"})
    assert "I agree to sign it electronically" in opened.text and request.sha256 in opened.text
    assert await states(request) == ["seen", "waiting"]
    document = await anybody.get(f"{SIGN}/document", params={"token": token})
    assert sha256(document.content).hexdigest() == request.sha256
    assert document.headers["content-type"] == "application/pdf" and "no-store" in document.headers["cache-control"]
    form = {"token": token, "act": "sign", "name": "王建国", "method": "drawn", "strokes": DRAWING, "agree": "1"}
    for wrong, field in (({"agree": ""}, "agree"), ({"name": " "}, "name"), ({"strokes": "[[NaN]]"}, "strokes")):
        answer = await anybody.post(SIGN, data=form | wrong)
        assert answer.status_code == 422 and f'id="{field}-error"' in answer.text
    assert await states(request) == ["seen", "waiting"]
    signed = await anybody.post(SIGN, data=form)
    assert signed.status_code == 200 and "Thank you, you have signed" in signed.text
    assert (await anybody.post(SIGN, data=form)).status_code == 409
    assert await states(request) == ["signed", "asked"]
    author = await fetch_value("SELECT actor_name FROM guanxi_audit WHERE action = 'Signed on line'")
    assert author == "Link by e-mail"


async def test_who_signed_gets_the_signed_copy_and_others_nothing(anybody: Browser) -> None:
    request = await out()
    first = await token_for(WANG)
    await signatories.sign(await visitor_for(WANG), "王建国", None)
    await signatories.sign(await visitor_for(ZHOU), "周敏", None)
    await run_pending()
    kept = await fetch_value("SELECT sha256 FROM crm_contracts_kept_document WHERE kind = 'signed'")
    for token in (first, await token_for(WANG), await token_for(ZHOU)):
        document = await anybody.get(f"{SIGN}/document", params={"token": token})
        assert sha256(document.content).hexdigest() == kept
    mail = await fetch_value('SELECT subject FROM guanxi_mail WHERE "to" = $1 ORDER BY id DESC LIMIT 1', ZHOU)
    assert mail == "各方均已签署：Contract"
    withdrawn = await out()
    token = await token_for(WANG)
    await act(await contract_of(withdrawn), "revise", {"reason": "x"})
    assert (await anybody.get(f"{SIGN}/document", params={"token": token})).status_code == 404
    assert "no longer out for signature" in text_of((await anybody.get(SIGN, params={"token": token})).text)
    assert (await anybody.post(SIGN, data={"token": token, "act": "sign"})).status_code == 422
    assert request.id != withdrawn.id


@pytest.mark.usefixtures("unprinted")
async def test_hostile_input_is_refused(anybody: Browser) -> None:
    request = await out()
    token = await token_for(WANG)
    for hostile in ("", "x", "\x00", "a" * 5000, "%", "' OR 1=1 --"):
        assert (await anybody.get(SIGN, params={"token": hostile})).status_code in (404, 429)
        assert (await anybody.post(SIGN, data={"token": hostile, "act": "sign"})).status_code in (404, 422, 429)
    big = "[[" + "1,2," * 100_000 + "1,2]]"
    form = {"token": token, "act": "sign", "name": "王建国", "method": "drawn", "agree": "1"}
    assert (await anybody.post(SIGN, data=form | {"strokes": big})).status_code == 422
    markup = form | {"method": "typed", "name": "<img src=x onerror=alert(1)>", "agree": ""}
    answer = await anybody.post(SIGN, data=markup)
    assert answer.status_code == 422 and "<img src=x" not in answer.text
    assert (await anybody.post(SIGN, data={"token": token, "act": "decline", "reason": " "})).status_code == 422
    assert await states(request) == ["asked", "waiting"]


@pytest.mark.usefixtures("unprinted")
async def test_a_user_signs_where_it_is_their_turn(admin: Browser) -> None:
    request = await out()
    ours = await fetch_value("SELECT max(id) FROM crm_contracts_signatory WHERE request_id = $1", request.id)
    form = {"act": "sign", "name": "Admin", "method": "typed", "agree": "1"}
    path = f"{SIGN}/{ours}"
    assert (await admin.get(path)).status_code == 404
    await execute("UPDATE guanxi_user SET email = $1 WHERE login = 'admin'", ZHOU.upper())
    csrf = (await admin.forms(path))["/language"]
    early = await admin.post(path, data=csrf | form)
    assert early.status_code == 409
    await signatories.sign(await visitor_for(WANG), "王建国", None)
    panel = await admin.get(f"/crm_contracts/contracts/{request.contract_id}")
    assert f'href="{path}"' in panel.text
    signed = await admin.post(path, data=csrf | form)
    assert signed.status_code == 200
    row = await fetch("SELECT channel, signed_name FROM crm_contracts_signatory WHERE id = $1", ours)
    assert [tuple(each) for each in row] == [("user", "Admin")]
    assert (await admin.get(f"{SIGN}/{2**63}")).status_code == 404


def pkcs12_file(password: str, *, bits: int = 2048, days: int = 100) -> bytes:
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test Company")])
    start = datetime.now(UTC) - timedelta(days=200)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(datetime.now(UTC) + timedelta(days=days))
        .sign(key, SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        b"test", key, certificate, None, BestAvailableEncryption(password.encode())
    )


async def test_a_certificate_is_uploaded_shown_and_never_given_out(admin: Browser) -> None:
    csrf = (await admin.forms(CERTIFICATE))[CERTIFICATE]
    for content, password, field in (
        (pkcs12_file("right"), "wrong", "password"),
        (b"no certificate", "", "file"),
        (b"x" * 200_000, "", "file"),
        (pkcs12_file("right", bits=1024), "right", "file"),
        (pkcs12_file("right", days=-1), "right", "file"),
    ):
        answer = await admin.post(
            CERTIFICATE, data=csrf | {"password": password, "make": ""}, files={"file": ("a.p12", content)}
        )
        assert answer.status_code == 422 and f'id="{field}" ' in answer.text and 'aria-invalid="true"' in answer.text
    assert await current_certificate() is None
    sent = {"password": "right"}
    answer = await admin.post(CERTIFICATE, data=csrf | sent, files={"file": ("a.p12", pkcs12_file("right"))})
    assert answer.status_code == 303
    row = await current_certificate()
    shown = (await admin.get(CERTIFICATE)).text
    assert row is not None and row["fingerprint"] in shown and "CN=Test Company" in shown
    assert row["secret"] not in shown and b"Test Company" not in row["secret"].encode()
    pair = await current_pair()
    assert pair is not None and pair.subject == "CN=Test Company"
    await admin.post(CERTIFICATE, data=csrf | {"remove": "1"})
    assert await current_pair() is None
    assert await fetch_value("SELECT count(*) FROM crm_contracts_certificate WHERE secret <> ''") == 0


async def test_the_key_is_lost_without_the_companys_secret(inside: Company) -> None:
    await certificates.make()
    assert (inside.files / KEY_FILE).stat().st_mode & 0o777 == 0o600
    (inside.files / KEY_FILE).unlink()
    with pytest.raises(SecretLost):
        await current_pair()


async def test_only_who_may_changes_it_and_hears_in_time_that_it_ends() -> None:
    with use_actor(await user("sales", SALES)), pytest.raises(Forbidden):
        await certificates.make()
    await certificates.make()
    keeper = await user("keeper", ())
    await execute(
        "INSERT INTO guanxi_role (key, name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('keeper', 'Keeper', '', jsonb_build_array($1::text), 1, now(), now())",
        str(ContractPermission.CERTIFICATE),
    )
    await execute(
        "INSERT INTO guanxi_user_role (user_id, role_id) SELECT $1, id FROM guanxi_role WHERE key = 'keeper'", keeper.id
    )
    for days, told in ((31, 0), (29, 1), (5, 1)):
        await execute("UPDATE crm_contracts_certificate SET valid_until = now() + $1 * interval '1 day'", days)
        await enqueue(FOLLOW_SIGNATURES)
        await run_pending()
        found = await fetch_value("SELECT count(*) FROM guanxi_notification WHERE user_id = $1", keeper.id)
        assert found == told
    await execute("UPDATE crm_contracts_certificate SET valid_until = now()")
    assert await current_pair() is None


def test_no_server_process_loads_what_signs() -> None:
    told = "import crm_contracts.addon, guanxi.web, sys; print({'pyhanko', 'asn1crypto'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, env=_PATHS, check=True)
    assert run.stdout.strip() == "set()"


async def test_the_public_page_says_who_signed_on_line(anybody: Browser) -> None:
    await certificates.make()
    request = await out(await confirmed(line(100)))
    await signatories.sign(await visitor_for(WANG), "王建国", None)
    token = await fetch_value("SELECT verify_token FROM crm_contracts_contract WHERE id = $1", request.contract_id)
    page = f"/crm_contracts/verify/{token}"
    assert "Signed on line by" not in (await anybody.get(page)).text
    await signatories.sign(await visitor_for(ZHOU), "周敏", None)
    await run_pending()
    text = (await anybody.get(page)).text
    certificate = await current_certificate()
    assert certificate is not None and certificate["fingerprint"] in text
    assert "Signed on line by" in text and "王*国" in text and "王建国" not in text and WANG not in text
