"""Indexes and checks that Tortoise cannot say: searches for a part of a name, and equal numbers."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE INDEX crm_core_customer_name_trgm ON crm_core_customer USING gin (name gin_trgm_ops);
        CREATE INDEX crm_core_customer_last_contact ON crm_core_customer
            (last_contact_on DESC NULLS LAST, id DESC);
        CREATE INDEX crm_core_customer_due ON crm_core_customer (owner_id, next_contact_on)
            WHERE next_contact_on IS NOT NULL AND NOT archived;
        CREATE INDEX crm_core_customer_phone ON crm_core_customer (phone);
        CREATE INDEX crm_core_customer_mobile ON crm_core_customer (mobile);
        CREATE INDEX crm_core_customer_email ON crm_core_customer (email);
        CREATE INDEX crm_core_contact_mobile ON crm_core_contact (mobile);
        CREATE INDEX crm_core_contact_phone ON crm_core_contact (phone);
        CREATE INDEX crm_core_contact_email ON crm_core_contact (lower(email)) WHERE email <> '';
        CREATE INDEX crm_core_customer_tax ON crm_core_customer (tax_number);
        ALTER TABLE crm_core_customer ADD CONSTRAINT crm_core_customer_birthday CHECK (
            (birth_month IS NULL AND birth_day IS NULL)
            OR (birth_month BETWEEN 1 AND 12 AND birth_day BETWEEN 1 AND 31));
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_core_customer DROP CONSTRAINT crm_core_customer_birthday;
        DROP INDEX crm_core_customer_tax;
        DROP INDEX crm_core_contact_email;
        DROP INDEX crm_core_contact_phone;
        DROP INDEX crm_core_contact_mobile;
        DROP INDEX crm_core_customer_email;
        DROP INDEX crm_core_customer_mobile;
        DROP INDEX crm_core_customer_phone;
        DROP INDEX crm_core_customer_due;
        DROP INDEX crm_core_customer_last_contact;
        DROP INDEX crm_core_customer_name_trgm;
    """
