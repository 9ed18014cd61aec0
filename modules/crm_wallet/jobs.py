"""What happens by itself: bonus and holds that are over, and the cards of a batch."""

from __future__ import annotations

from crm_wallet import ledger
from crm_wallet.batches import make_part
from guanxi import Job, Run, _

WALLETS_AT_ONCE = 1000


async def _expire(run: Run) -> None:
    """Wallet after wallet in batches; a lot that was expired has nothing left to expire again."""
    after, expired = int(run.cursor or 0), 0
    while True:
        async with run.step() as step:
            batch = await ledger.expire(after, WALLETS_AT_ONCE)
            if batch["last_id"] is not None:
                after = batch["last_id"]
                step.cursor = after
                step.done += batch["wallets"]
        expired += batch["expired"]
        if batch["last_id"] is None:
            run.set_result({"amount": expired})
            return


async def _close_holds(run: Run) -> None:
    closed = await ledger.close_holds(WALLETS_AT_ONCE)
    run.set_result({"wallets": closed["wallets"]})


async def _make_cards(run: Run) -> None:
    """Part after part. Which positions are there says how far it came, so that a restart makes no card twice."""
    batch_id, made = int(run.payload["batch"]), -1
    while made:
        async with run.step() as step:
            made = await make_part(batch_id)
            step.done += made


EXPIRE_BONUS = Job(
    name="crm_wallet.expire_bonus", title=_("Expire bonus of stored value"), run=_expire, steps=True, timeout=3600
)
CLOSE_HOLDS = Job(name="crm_wallet.close_holds", title=_("Free stored value of holds that are over"), run=_close_holds)
MAKE_CARDS = Job(
    name="crm_wallet.make_cards", title=_("Make a batch of gift cards"), run=_make_cards, steps=True, timeout=3600
)
