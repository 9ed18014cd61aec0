"""Pages of evidence and PAdES signatures on finished PDFs. Runs in a child process only.

What is added goes behind the bytes that were there. The same input gives the same bytes with RSA keys, whose
signatures hold nothing random.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from asn1crypto import keys as asn1_keys, x509 as asn1_x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from crm_contracts.signing_messages import KeyPair

FIELD = "CompanySignature"
EMBEDDED_SIZE = 32_768
"""room in hexadecimal digits for signature and certificates"""
_OF_ITS_OWN_TREE = {"/Parent", "/Annots", "/StructParents"}


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
