"""Private keys with their certificates: read from PKCS#12 files, or made. Runs in a child process only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID

from crm_contracts.signing_messages import Failure, KeyPair

KEY_BITS = 3072
YEARS = 3
MIN_RSA_BITS = 2048
"""what validators still accept"""
MAX_CHAIN = 5


class NoKeyPair(Exception):
    """A file that holds no key with its certificate that could sign."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure: Failure = failure


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
