"""The providers there are, and their accounts' secrets."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from crm_pay.alipay import Alipay
from crm_pay.choices import ProviderName
from crm_pay.provider import Provider, Transport
from crm_pay.stripe import Stripe
from crm_pay.testing import TestProvider
from crm_pay.transport import Https
from crm_pay.wechat import WechatPay
from guanxi import decrypt_secret, encrypt_secret

_ALL: tuple[Provider, ...] = (TestProvider(), Stripe(), Alipay(), WechatPay())
PROVIDERS: Mapping[ProviderName, Provider] = {each.name: each for each in _ALL}
transport: Transport = Https()


async def seal(keys: Mapping[str, str]) -> str:
    return await encrypt_secret(msgspec.json.encode(keys))


async def unseal(secret: str) -> dict[str, str]:
    """Empty where nothing was entered yet. Raises SecretLost."""
    return msgspec.json.decode(await decrypt_secret(secret), type=dict[str, str]) if secret else {}
