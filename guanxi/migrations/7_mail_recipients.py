"""Mails to an address are looked up by whoever it belongs to, newest first."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE INDEX guanxi_mail_recipient ON guanxi_mail (lower("to"), created_at, id);
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX guanxi_mail_recipient;
    """
