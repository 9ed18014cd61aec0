"""What the database itself refuses."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_membership_plan ADD CONSTRAINT crm_membership_plan_sound CHECK (
            price > 0 AND months BETWEEN 1 AND 120 AND tax_rate BETWEEN 0 AND 100
        );
        ALTER TABLE crm_membership_membership ADD CONSTRAINT crm_membership_membership_sound CHECK (
            months BETWEEN 1 AND 120 AND (first_day IS NULL) = (last_day IS NULL) AND last_day >= first_day
            AND (state NOT IN ('active', 'over') OR (paid_on IS NOT NULL AND first_day IS NOT NULL AND stopped_on IS NULL))
            AND (order_key IS NULL OR state = 'waiting')
        );
        ALTER TABLE crm_membership_grant ADD CONSTRAINT crm_membership_grant_sound CHECK (
            (kept_tier_id IS NULL) = (kept_until IS NULL)
        );
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_membership_grant DROP CONSTRAINT crm_membership_grant_sound;
        ALTER TABLE crm_membership_membership DROP CONSTRAINT crm_membership_membership_sound;
        ALTER TABLE crm_membership_plan DROP CONSTRAINT crm_membership_plan_sound;
    """
