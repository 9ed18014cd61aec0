"""What the database itself refuses."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE UNIQUE INDEX crm_community_profile_main ON crm_community_profile (customer_id) WHERE main;
        ALTER TABLE crm_community_profile ADD CONSTRAINT crm_community_profile_sound CHECK (
            nickname <> '' AND nickname_key <> ''
        );
        ALTER TABLE crm_community_topic ADD CONSTRAINT crm_community_topic_sound CHECK (title <> '');
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_community_topic DROP CONSTRAINT crm_community_topic_sound;
        ALTER TABLE crm_community_profile DROP CONSTRAINT crm_community_profile_sound;
        DROP INDEX crm_community_profile_main;
    """
