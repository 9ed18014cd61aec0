"""Who could see customers until now goes on seeing their numbers: covering them is a choice from here on."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
UPDATE guanxi_role SET permissions = permissions || '["crm_core.customers.see_numbers"]'::jsonb
WHERE permissions ? 'crm_core.customers.read' AND NOT permissions ? 'crm_core.customers.see_numbers';
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
UPDATE guanxi_role SET permissions = permissions - 'crm_core.customers.see_numbers';
"""
