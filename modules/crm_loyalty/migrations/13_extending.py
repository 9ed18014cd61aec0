"""More time for points that expire."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        -- Points that are not over yet and expire before p_expires last until then; how many.
        CREATE FUNCTION crm_loyalty_extend(p_account bigint, p_expires timestamptz, p_now timestamptz) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE v_points bigint;
        BEGIN
            PERFORM 1 FROM crm_loyalty_account WHERE id = p_account FOR NO KEY UPDATE;
            WITH extended AS (
                UPDATE crm_loyalty_lot SET expires_at = p_expires, revision = revision + 1, updated_at = p_now
                WHERE account_id = p_account AND remaining > 0 AND expires_at > p_now AND expires_at < p_expires
                RETURNING remaining)
            SELECT coalesce(sum(remaining), 0) INTO v_points FROM extended;
            RETURN v_points;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_extend;
    """
