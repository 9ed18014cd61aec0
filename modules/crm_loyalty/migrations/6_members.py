"""Members, and points of several types: card, growth and tier move from the account to the member; lots may be pending.

The functions of before go; those that know members follow in the next migrations. Going back keeps the points of the
main type only: the tables of before have no place for others.
"""

from importlib import import_module

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
_FUNCTIONS_OF_BEFORE = ("2_lots", "3_steps", "4_corrections", "5_merging")


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_hand_back;
        DROP FUNCTION crm_loyalty_hand_over;
        DROP FUNCTION crm_loyalty_owed;
        DROP FUNCTION crm_loyalty_lock_both;
        DROP FUNCTION crm_loyalty_close_holds;
        DROP FUNCTION crm_loyalty_expire;
        DROP FUNCTION crm_loyalty_take_back_all;
        DROP FUNCTION crm_loyalty_take_back;
        DROP FUNCTION crm_loyalty_reverse;
        DROP FUNCTION crm_loyalty_claim;
        DROP FUNCTION crm_loyalty_release;
        DROP FUNCTION crm_loyalty_capture;
        DROP FUNCTION crm_loyalty_lock_hold;
        DROP FUNCTION crm_loyalty_set_aside;
        DROP FUNCTION crm_loyalty_spend;
        DROP FUNCTION crm_loyalty_add;
        DROP FUNCTION crm_loyalty_refresh;
        DROP FUNCTION crm_loyalty_repay;
        DROP FUNCTION crm_loyalty_available;
        DROP FUNCTION crm_loyalty_consume;
        DROP FUNCTION crm_loyalty_book;
        DROP FUNCTION crm_loyalty_lock;
        DROP FUNCTION crm_loyalty_set_tiers;
        DROP TRIGGER set_tier ON crm_loyalty_account;
        ALTER TABLE crm_loyalty_account DROP CONSTRAINT crm_loyalty_account_sound;

        CREATE TABLE IF NOT EXISTS "crm_loyalty_point_type" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(30) NOT NULL UNIQUE,
    "name" VARCHAR(60) NOT NULL,
    "name_zh" VARCHAR(60) NOT NULL
);
COMMENT ON TABLE "crm_loyalty_point_type" IS 'A kind of points with its own balances: 积分, stamps, miles. That of the code `points` is always there.';
        INSERT INTO crm_loyalty_point_type (revision, created_at, updated_at, code, name, name_zh)
            VALUES (1, now(), now(), 'points', 'Loyalty points', '积分');
        CREATE TABLE IF NOT EXISTS "crm_loyalty_member" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "card_number" VARCHAR(20) NOT NULL UNIQUE,
    "growth" BIGINT NOT NULL,
    "tier_id" BIGINT REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_tier_id_4bb1d0" ON "crm_loyalty_member" ("tier_id", "id");
COMMENT ON TABLE "crm_loyalty_member" IS 'A customer in the program: card and tier, however many types of points there are.';
        INSERT INTO crm_loyalty_member (revision, created_at, updated_at, created_by_id, card_number, growth, tier_id,
            customer_id)
        SELECT 1, created_at, updated_at, created_by_id, card_number, growth, tier_id, customer_id
            FROM crm_loyalty_account ORDER BY id;

        ALTER TABLE crm_loyalty_account ADD member_id BIGINT, ADD number VARCHAR(60), ADD type_id BIGINT,
            ADD pending_until TIMESTAMPTZ;
        UPDATE crm_loyalty_account a SET member_id = m.id, number = m.card_number,
            type_id = (SELECT id FROM crm_loyalty_point_type)
            FROM crm_loyalty_member m WHERE m.customer_id = a.customer_id;
        ALTER TABLE crm_loyalty_account ALTER member_id SET NOT NULL, ALTER number SET NOT NULL,
            ALTER type_id SET NOT NULL, ADD UNIQUE (number),
            DROP COLUMN growth, DROP COLUMN tier_id, DROP COLUMN card_number;
        ALTER TABLE "crm_loyalty_account" ADD CONSTRAINT "fk_crm_loya_crm_loya_3ee779d8" FOREIGN KEY ("member_id") REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_loyalty_account" ADD CONSTRAINT "fk_crm_loya_crm_loya_62363702" FOREIGN KEY ("type_id") REFERENCES "crm_loyalty_point_type" ("id") ON DELETE RESTRICT;
        CREATE UNIQUE INDEX IF NOT EXISTS "uid_crm_loyalty_member__032551" ON "crm_loyalty_account" ("member_id", "type_id");
        -- Several accounts of one customer, who is the member's at any time.
        ALTER TABLE crm_loyalty_account DROP CONSTRAINT IF EXISTS crm_loyalty_account_customer_id_key;
        CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_custome_6f2361" ON "crm_loyalty_account" ("customer_id", "type_id");
        ALTER TABLE crm_loyalty_member ADD CONSTRAINT crm_loyalty_member_of UNIQUE (id, customer_id);
        ALTER TABLE crm_loyalty_account ADD CONSTRAINT crm_loyalty_account_of FOREIGN KEY (member_id, customer_id)
            REFERENCES crm_loyalty_member (id, customer_id) ON UPDATE CASCADE;
        CREATE INDEX crm_loyalty_account_pending ON crm_loyalty_account (pending_until) WHERE pending_until IS NOT NULL;

        ALTER TABLE crm_loyalty_lot ADD available_at TIMESTAMPTZ;
        UPDATE crm_loyalty_lot SET available_at = earned_at;
        ALTER TABLE crm_loyalty_lot ALTER available_at SET NOT NULL;
        ALTER TABLE crm_loyalty_reward ADD type_id BIGINT;
        UPDATE crm_loyalty_reward SET type_id = (SELECT id FROM crm_loyalty_point_type);
        ALTER TABLE crm_loyalty_reward ALTER type_id SET NOT NULL;
        ALTER TABLE "crm_loyalty_reward" ADD CONSTRAINT "fk_crm_loya_crm_loya_028aa735" FOREIGN KEY ("type_id") REFERENCES "crm_loyalty_point_type" ("id") ON DELETE RESTRICT;

        -- Figures that change with each step are in no index, and pages have room: an update touches one page.
        ALTER TABLE crm_loyalty_account SET (fillfactor = 70);
        ALTER TABLE crm_loyalty_member SET (fillfactor = 70);
        ALTER TABLE crm_loyalty_account ADD CONSTRAINT crm_loyalty_account_sound CHECK (
            held >= 0 AND debt >= 0 AND balance + debt >= held);
        ALTER TABLE crm_loyalty_member ADD CONSTRAINT crm_loyalty_member_sound CHECK (growth >= 0);
        ALTER TABLE crm_loyalty_point_type ADD CONSTRAINT crm_loyalty_point_type_sound CHECK (
            code ~ '^[a-z0-9][a-z0-9_]{0,29}$');
        CREATE TRIGGER set_tier BEFORE INSERT OR UPDATE OF growth ON crm_loyalty_member
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_set_tier();

        -- After a change of the tiers. Members are locked in id order, as everywhere.
        CREATE FUNCTION crm_loyalty_set_tiers() RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM crm_loyalty_member m WHERE m.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= m.growth ORDER BY t.threshold DESC LIMIT 1)
                ORDER BY m.id FOR NO KEY UPDATE;
            UPDATE crm_loyalty_member m SET growth = m.growth WHERE m.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= m.growth ORDER BY t.threshold DESC LIMIT 1);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    functions = [await import_module(f"crm_loyalty.migrations.{name}").upgrade(db) for name in _FUNCTIONS_OF_BEFORE]
    return _TABLES_OF_BEFORE + "".join(functions)


_TABLES_OF_BEFORE = """
        CREATE TEMP TABLE gone ON COMMIT DROP AS SELECT a.id FROM crm_loyalty_account a
            JOIN crm_loyalty_point_type p ON p.id = a.type_id WHERE p.code <> 'points';
        ALTER TABLE crm_loyalty_entry DISABLE TRIGGER append_only;
        ALTER TABLE crm_loyalty_consumption DISABLE TRIGGER append_only;
        DELETE FROM crm_loyalty_consumption WHERE lot_id IN (
            SELECT id FROM crm_loyalty_lot WHERE account_id IN (SELECT id FROM gone));
        DELETE FROM crm_loyalty_voucher WHERE account_id IN (SELECT id FROM gone);
        DELETE FROM crm_loyalty_hold WHERE account_id IN (SELECT id FROM gone);
        DELETE FROM crm_loyalty_lot WHERE account_id IN (SELECT id FROM gone);
        DELETE FROM crm_loyalty_entry WHERE account_id IN (SELECT id FROM gone);
        DELETE FROM crm_loyalty_account WHERE id IN (SELECT id FROM gone);
        DELETE FROM crm_loyalty_reward r USING crm_loyalty_point_type p WHERE p.id = r.type_id AND p.code <> 'points';
        ALTER TABLE crm_loyalty_entry ENABLE TRIGGER append_only;
        ALTER TABLE crm_loyalty_consumption ENABLE TRIGGER append_only;

        DROP FUNCTION crm_loyalty_set_tiers;
        DROP TRIGGER set_tier ON crm_loyalty_member;
        ALTER TABLE crm_loyalty_account RESET (fillfactor);
        ALTER TABLE crm_loyalty_account DROP CONSTRAINT crm_loyalty_account_sound,
            DROP CONSTRAINT crm_loyalty_account_of, ADD UNIQUE (customer_id), ADD growth BIGINT, ADD tier_id BIGINT, ADD card_number VARCHAR(20) UNIQUE;
        UPDATE crm_loyalty_account a SET growth = m.growth, tier_id = m.tier_id,
            card_number = m.card_number FROM crm_loyalty_member m WHERE m.id = a.member_id;
        ALTER TABLE crm_loyalty_account ALTER growth SET NOT NULL,
            ALTER card_number SET NOT NULL,
            DROP COLUMN member_id, DROP COLUMN number, DROP COLUMN type_id, DROP COLUMN pending_until;
        ALTER TABLE crm_loyalty_lot DROP COLUMN available_at;
        ALTER TABLE crm_loyalty_reward DROP COLUMN type_id;
        ALTER TABLE "crm_loyalty_account" ADD CONSTRAINT "fk_crm_loya_crm_loya_2bcdfe80" FOREIGN KEY ("tier_id") REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_growth_16c81b" ON "crm_loyalty_account" ("growth", "id");
        CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_tier_id_acbf2e" ON "crm_loyalty_account" ("tier_id", "id");
        DROP TABLE crm_loyalty_member;
        DROP TABLE crm_loyalty_point_type;
        ALTER TABLE crm_loyalty_account ADD CONSTRAINT crm_loyalty_account_sound CHECK (
            held >= 0 AND debt >= 0 AND growth >= 0 AND balance + debt >= held);
        CREATE TRIGGER set_tier BEFORE INSERT OR UPDATE OF growth ON crm_loyalty_account
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_set_tier();
        -- After a change of the tiers. Accounts are locked in id order, as everywhere.
        CREATE FUNCTION crm_loyalty_set_tiers() RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM crm_loyalty_account a WHERE a.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= a.growth ORDER BY t.threshold DESC LIMIT 1)
                ORDER BY a.id FOR NO KEY UPDATE;
            UPDATE crm_loyalty_account a SET growth = a.growth WHERE a.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= a.growth ORDER BY t.threshold DESC LIMIT 1);
        END $$;
"""

MODELS_STATE = (
    "eJztXdty2zgS/RWUXna2SuOy5cTOOFtbJduciTfxpWQl2Z14ioFISOKaBDQkaEU7lX9fgB"
    "fxIlImGUqi6H5JLAANQadx6T5oAH91NNtSTbbAJl8c9DWNuZR3ztBfHYotIv7IzO+iDp7N"
    "UrkyleORmZZScUxq5HAba/Ibxth0iEjSiaPZxowbjErBPrKINSL23xw0YwblDmJjxChBfD"
    "EjB7IOnWmiEoNOihV3qfGnS1TOJoRPiS2Evnzp+EKqoXuNFkXln3/8IT4YVCffiCOLyY+z"
    "R3VsEFNPQOKLeemqFJZp58bkivJfvbKykSNVY6Zr0aj8bMGnjC4FDB+RCaHExpzIb+C2Kx"
    "GhrmkGOIYg+T8iKuK3MiajkzF2TYmrlPYbEKV1VPXmdqjeK0NV7axgHkrEcA2SNEalviSu"
    "HgAT2YSff+n1jo9Pe4fHJ29evzo9ff3m8I0o67V3Nev0u9+YCC2/Kg+zq9+uboayQUx0Cr"
    "/jyITvngzm2JfylBGhb5Mnw5EtX9FBrgLiIs+rIQR9nR7ChEgRUX8OUT/arBp6R69OX705"
    "Pnm1RH+Zsg70EOD4CCfyl6uYr0J6KXK4YZFsXJOSKWT1QPQg/GNTOHf+MXapJlFEExfTb8"
    "aBZjLt8YCy+T87G9LBGoCHV9fK/bB/fSertxznT9MDsj9UZE7PS12kUn86+XtyGCwrQZ+v"
    "hu+Q/Ih+v71RPJyZwye2941RueHvHdkm7HKmih+uYj0OVpgcJiX07870ivpPSoL+91P/4S"
    "geLdSyK9uKaKXZNVjDSim9JctcpAXqSpNkFf6LKbazwY8kUqiLH1NlrO3WtrDwN9UkdMKn"
    "4uPJ4Ro8P/UHF+/6g59ODlOD5ibI6XlZSXhH2MRUI+W6d0xoe2bDYau69TTAtTjooQQgXg"
    "1xnYwyFvJ1iIcSgHg1xGeE6qJVqnByDbOsDbUiXIMZ1bAFtU3GUoI5KD7EEmLbG2ets5JC"
    "rqYU+DEhgL4U9JICGz9m0jB+j15VxK/MJsaEvicLTxlXouU5NlScWbxe1rZnuvgedrYwNZ"
    "p+bTxfkofJCUCAoBOTcA+GgZiTBlcXw85KR68L3DvJjA6DCluKb2yM56Ar+/IIa49zbOtq"
    "olPLHNZjqZRl2dUsq2elUzDFEw8d+TNko+MKuBCtd63wt2dz6/Ey3VL8upaSfJZjf8fmSD"
    "R4EaPMMTIZR5giQrm9QJyxx7eIkgnmxhNB8ymxiShjkydiO9hEEyxS+ZRYSKJ0gPozacb8"
    "zKi5WOXoN/91GRx/isv/0vG+yaP5u+hLR3z9kvIHjr9xHL/fU8ppIJKBRb6yfbUcJaWgj0"
    "sB+JXBDyalUtBHMgB8Xaat153rMr6UsLI900RRwys+9gvYtaK/1oXsB7aPPbwortHAbp49"
    "6/fpPEt22eNL2LDLIfe89XpLCbLYE7GEjLQl/XX/AA2nBEmDYoQdIkzHsesQR1iWSJtiOi"
    "GI2chHERl81Uatq9IilmgQDxNoN7RI/T1UsEkba5NC3AnEnSRwhrgDiDsB/UPcyT4uc5EW"
    "HsWvXQVfRp0o1LVW7PGEGkLZeuJPNgN/R+kPbs4QwTZ9oAPlUlGuz4QlpxNiPVDl33dXA0"
    "XkfpsZNpH5n5TBvaJG5SQDSdSw/G+D/oUoPhF4itLD/ntFPe9fvBddCT8SVVrYD/RSOR+e"
    "Ibmn/kA/968+ifJzbDyJ8v3Lf328F3lY/6/riNxrZfCbyLWIPSFpi7RIlMzRSYEomaP0EI"
    "+iZGRWaicbeLfdjMKJzeZCp6WAj2QgcKMa6kF8l4rHPGsrs0BoWCQKnb+yGhzm2lmhefmh"
    "j5FE60Ife4dFYh9Fqdxp3ctLIoyt8ARO8R4eyYBxVbVnCzPVyWIM8nt2JLE9o6qzKW8l2b"
    "OPC/Xs4zU9+zijZ5d2HsFp3GenEWuclYqSXwq0bjxtZqVIkNMlVouEHBhDP7BkeC6nU1oD"
    "KUFYtCtrwDXLx5jGhAD5mvbhYwfH69gvjp1e37OZqOiecXISLrAbL3ttXfAOgrr2q6MXhT"
    "Y2vovgGszFdWFbNIhkX8FNLl3NC3h4x1Jb8SuZ3VLhDtNQ5Nlohzs/ZtYhHGHH0AkaMxth"
    "NHNtbSpjElyhWRvNcUbcbTnRapELEKsAsQoQqwCxCm2nHSBW4WXrH2IVmuCZw/b0rnbouE"
    "Aom3V9PkpkKbxFBpbNCC05r3Vu75SbMyQlH+hF/274caBcniENz7hrE10Gh3xQ+vcyzRbe"
    "ibCg9TCA5DKMINHTRnihMI5ekTCOXn4YRy9N4vqNcSqsVknJXa1Wm3dJW7Eowb457Ia0fO"
    "HZ0XnEF2ttARu/QzZ+J+cOG9bVazx2uEO+WB5NzKOLg2OLJdji4MxkYbKYTzEXdqtFUMjm"
    "Ikz1wERdpuUSxiXEy1+8ABRyg2b7LlDIQCEDhQgUMugfKORtW3o7ciixTSsNwoQgEGONHm"
    "r4CRsezhX0nJYFVTda1Q2iuhs2v7ZJy7Dxt7NodEu0QLarFPYJMYC/Mvyw/7BrcxHuQ9wu"
    "+LAB8dI2IPYV3WbvQAQXqudtQkT3rZfYh4iufC/yjqPmOpxZxEYGlXc3o5nNJja2ZESNrX"
    "s7CtwgdhdN2VyG//tXRHvTRHQBnxSUV0HbmU8/buAbimxoyEph/6IJi0UX9i9g/wL4a9i/"
    "AP3D/sW27cTdOKTStFHLvxWZEmth9Geh4M81sZ/p0E+4kW0X3TtmWxeHPSYEE0vliSVwps"
    "pP7knBenr+C3Fg1rBdslPXRcUMjUJvqzVsHBQlYmLDvwYeZnVErGrhlpIhE/8U0YEmNHZw"
    "Eatqr4ZCUR2kJoEievhxjit61y6P5kq8fFeC6fK4IV+N3WJsl7wKOcYqzQ0+RYZ87GxOUX"
    "BXqHOGHtzTX8j4wX3dOzzpItFvrJnTRZZhEu+tCey9PSGpLI3pBH31K/uKDAdhc44XAVuV"
    "xYVt/fufZ8qAGANiDIgxIMbaTowAMfay9Q/EWCP8V2GxlGLEgvKto8KOi92yvOaS5TQV5v"
    "1fAtqwfJOfBakI7kkRcE/ywT3JBFf9XwbRuB7fQKR1lxrXA/AKr7LDSIwBkRV18lzUILtb"
    "yj+1I6HnfNN8PRSJdQiHMgQ6gD8H/hz4cy/Bngd/7mXrH/y5Jvhz4HTELogrYhQfrQlvOF"
    "qNbwC/Y/MYw7G1nd1XKRa8Egbxsnxr4nZqs4aFb2k8ZczE54yZBNO882ehUArQkZDaFKKh"
    "67dd8+b89vZDwrI5v0p1z5uP1+eKmDu8mUMUMnhOr5UVlw9+ioRgwqgt+CbY+a8j+CYRg7"
    "BnyigcghN1wuYdhfIepsml34JXa8qQb6FIgbAQ+a6JdMTYWJ5CCqMzsE2Qf5+IPLrEKEGa"
    "a9uEaou3iHpHlbQppuIXdUWmuUBjZppsLkqPFl50BiXfeFh1VjDIlr4VQkAaPLt1gTIEyh"
    "AoI6AMQf9AGbbXiI9rIbBNSqxqMYn2nFuob1ULzMMyHGFcpoVU7HGR2Jr80JqiBOELYwfr"
    "I6us7Bti1t6VtJRpE6TbvidJXqaXM1E8/0JQJN3kKaNzo3xSBme+r/xAr29vhu/uz5DFKJ"
    "86D/Q/Sn+gKjeXZ2ghvGyV0IY8BuS3r8QcEwls0dHr7ckM84RNQ1fHNrPKWvpJSbhWtHEG"
    "fZOCBr0Tm3mcZXicswRnGZ4mfZ6z9G+GctB8yhyC/BPtSPgo2pTo6CufCpDl68VfPTrRoM"
    "jgXSTWT8OMOMKpMZGPRjCacVKt/uqBhWy0jQAs5NbWJmAhX96iBSwk6B9YyN0vc00JXGzQ"
    "QTQ4K7V3AC/t73KzR0KsPUT6LmKQduhzfmKuNl3jdob53VKe51NM6lnn87O8ggRHF/tOGE"
    "djZgcRLG89H1B0tBni+JE4wjlEeCK05nDvrhN5pHfV46ypziKn5VYfN5RPHvqH9eDG4CaM"
    "ty74o+CPgj8C/ijoH/zRTKW3ZJmDi1G2cEew61Sb3Zw6p7aGdfI2TWBPLHPeWnfyKRTZ4r"
    "mnZcreHnyCZ852/sxfzEUtjn9CDOCvHj3VkFfmXggJsObgH7wxt+k35qKrq+oAOLo9q6X4"
    "JqbYWq83z3nsr8zd5j/81N9e3G1e9qG/Ckz89/8DsdOXtA=="
)
