"""What a user has exported today is looked up at every export of a limited role."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE INDEX guanxi_audit_exports ON guanxi_audit (actor_id, at) WHERE action = 'export';
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX guanxi_audit_exports;
    """
