"""What signatories agree to. A version that was used is never changed; a new text is a new version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ConsentText:
    zh: str
    en: str

    @property
    def sha256(self) -> str:
        return sha256(f"{self.zh}\n{self.en}".encode()).hexdigest()


CONSENT_TEXTS: Mapping[str, ConsentText] = MappingProxyType(
    {
        "1": ConsentText(
            zh=(
                "我已阅读上述合同，同意以电子方式签署，并确认我的电子签名与手写签名具有同等效力。"
                "我声明有权代表本人或所列单位签署。为证明签署过程，签署时间、网络地址、浏览器信息、"
                "电子邮箱、姓名及签名图样将与合同一并保存，并向合同各方提供。"
            ),
            en=(
                "I have read the contract named above. I agree to sign it electronically, and that my electronic"
                " signature has the same effect as one by hand. I declare that I am entitled to sign for myself or"
                " for the party named. To prove the signing, its time, the network address, details of the browser,"
                " the e-mail address, the name and the drawing of the signature are kept with the contract and given"
                " to its parties."
            ),
        )
    }
)
CURRENT = "1"
