"""Indexes that keep lists, groups and boards of a million customers fast.

`dims` holds what lists are grouped by, so that counting reads no customer (where the visibility map is set, which autovacuum
sees to); PostgreSQL skips through its few stages to one owner's customers. `own` orders each stage of one person's
customers, as boards show them.
"""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE INDEX crm_core_customer_stages ON crm_core_customer (stage, archived);
        CREATE INDEX crm_core_customer_dims ON crm_core_customer (stage, archived, owner_id)
            INCLUDE (department_id, level_id, industry_id, region_id, source_id, value_class_id, kind, country, trading);
        CREATE INDEX crm_core_customer_own ON crm_core_customer (owner_id, stage, name, id);
        CREATE INDEX crm_core_customer_created ON crm_core_customer (created_at, id);
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX crm_core_customer_created;
        DROP INDEX crm_core_customer_own;
        DROP INDEX crm_core_customer_dims;
        DROP INDEX crm_core_customer_stages;
    """
