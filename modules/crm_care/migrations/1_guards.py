"""What the database itself refuses."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_care_plan ADD CONSTRAINT crm_care_plan_sound CHECK (
            days_before BETWEEN 0 AND 60 AND (occasion <> 'holiday'
                OR (calendar IS NOT NULL AND month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31))
            AND (gift <> 'points' OR points > 0) AND (gift <> 'coupon' OR campaign_number IS NOT NULL)
        );
        CREATE INDEX crm_care_plan_active ON crm_care_plan (id) WHERE active;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX crm_care_plan_active;
        ALTER TABLE crm_care_plan DROP CONSTRAINT crm_care_plan_sound;
    """
