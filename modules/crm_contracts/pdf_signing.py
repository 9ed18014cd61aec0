"""Evidence pages and PAdES signatures on finished PDFs, and the certificates for them. Runs in a child process only.

What is added goes behind the bytes that were there. The same input gives the same bytes with RSA keys, whose
signatures hold nothing random.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any

from asn1crypto import keys as asn1_keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from crm_contracts.signing_messages import KeyPair

FIELD = "CompanySignature"
KEY_BITS = 3072
YEARS = 3
MIN_RSA_BITS = 2048
"""what validators still accept"""
MAX_CHAIN = 5
EMBEDDED_SIZE = 32_768
"""room in hexadecimal digits for signature and certificates"""
_OF_ITS_OWN_TREE = {"/Parent", "/Annots", "/StructParents"}


class NoKeyPair(Exception):
    """Why a file is no key with its certificate that could sign: `password`, `broken`, `empty`, `weak`, `usage`."""


def finish(pdf: bytes, evidence: bytes, at: datetime, pair: KeyPair | None, reason: str) -> bytes:
    """`pdf` with the pages of `evidence` (none if empty) behind its own, signed by `pair` where there is one."""
    found = pdf
    if evidence:
        found = _with_pages(found, evidence)
    return _signed(found, at, pair, reason) if pair is not None else found


class _Update(IncrementalPdfFileWriter):
    """An update with nothing of chance or the clock: its identifier comes from what it updates, whose dates stay."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(BytesIO(pdf))
        own = generic.ByteStringObject(sha256(pdf).digest()[:16])
        self._document_id = generic.ArrayObject([self._document_id[0], own])

    def _update_meta(self) -> None:
        pass


class _Signer(PdfSigner):
    """Signs at a given time."""

    at: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.at
        return session


def _with_pages(pdf: bytes, evidence: bytes) -> bytes:
    writer = _Update(pdf)
    source = PdfFileReader(BytesIO(evidence))
    for number in range(int(source.root["/Pages"]["/Count"])):
        page = source.find_page_for_modification(number)[0].get_object()
        for name in _OF_ITS_OWN_TREE & set(page):
            del page[name]
        writer.insert_page(writer.import_object(page))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _signed(pdf: bytes, at: datetime, pair: KeyPair, reason: str) -> bytes:
    signer = SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(pair.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(pair.key),
        cert_registry=_store(pair),
    )
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        name=signer.subject_name,
    )
    out = BytesIO()
    pdf_signer = _Signer(about, signer=signer)
    pdf_signer.at = at
    pdf_signer.sign_pdf(_Update(pdf), output=out, bytes_reserved=EMBEDDED_SIZE)
    return out.getvalue()


def _store(pair: KeyPair) -> SimpleCertificateStore:
    store = SimpleCertificateStore()
    store.register_multiple([asn1_x509.Certificate.load(each) for each in pair.chain])
    return store


def self_made(name: str, now: datetime) -> KeyPair:
    """A certificate that vouches for itself, good for three years."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    start = now.astimezone(UTC).replace(microsecond=0)
    usage = dict.fromkeys(
        (
            *("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign"),
            *("crl_sign", "encipher_only", "decipher_only"),
        ),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    return _pair(key, certificate, [])


def read_pkcs12(content: bytes, password: str) -> KeyPair:
    """Raises NoKeyPair."""
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(content, password.encode())
    except ValueError as error:
        wrong = "password" in str(error).lower() or "mac" in str(error).lower()
        raise NoKeyPair("password" if wrong else "broken") from error
    if key is None or certificate is None:
        raise NoKeyPair("empty")
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) or (
        isinstance(key, rsa.RSAPrivateKey) and key.key_size < MIN_RSA_BITS
    ):
        raise NoKeyPair("weak")
    if key.public_key() != certificate.public_key():
        raise NoKeyPair("empty")
    _check_usage(certificate)
    return _pair(key, certificate, others)


def _check_usage(certificate: x509.Certificate) -> None:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    except ValueError as error:
        raise NoKeyPair("broken") from error
    if not (usage.digital_signature or usage.content_commitment):
        raise NoKeyPair("usage")


def _pair(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, certificate: x509.Certificate, others: list[x509.Certificate]
) -> KeyPair:
    return KeyPair(
        key=key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate=certificate.public_bytes(Encoding.DER),
        chain=[each.public_bytes(Encoding.DER) for each in others[:MAX_CHAIN]],
        subject=certificate.subject.rfc4514_string()[:500],
        issuer=certificate.issuer.rfc4514_string()[:500],
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
    )
