"""Requests that a second person approves, and points that go to another member."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_request" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(10) NOT NULL,
    "points" BIGINT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "remark" VARCHAR(300) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "decided_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT,
    "hold_id" BIGINT REFERENCES "crm_loyalty_hold" ("id") ON DELETE RESTRICT,
    "to_account_id" BIGINT REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_18fc21" ON "crm_loyalty_request" ("account_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_state_403d21" ON "crm_loyalty_request" ("state", "id");
COMMENT ON COLUMN "crm_loyalty_request"."kind" IS 'ADJUST: adjust\nTRANSFER: transfer';
COMMENT ON COLUMN "crm_loyalty_request"."state" IS 'REQUESTED: requested\nAPPROVED: approved\nREJECTED: rejected';
COMMENT ON TABLE "crm_loyalty_request" IS 'A large adjustment or a transfer, once somebody else agrees. Points that would go are held meanwhile.';
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nTRANSFER_OUT: transfer_out\nTRANSFER_IN: transfer_in\nMERGE: merge';

        ALTER TABLE crm_loyalty_request ADD CONSTRAINT crm_loyalty_request_sound CHECK (
            CASE kind WHEN 'transfer' THEN points > 0 AND to_account_id <> account_id AND to_account_id IS NOT NULL
                 ELSE points <> 0 AND to_account_id IS NULL END);
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive', 'transfer_in') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt', 'transfer_out') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' THEN true
                 ELSE points <> 0 END);

        -- What is held goes to another account of the type: each lot with its own day of expiry. Growth stays.
        CREATE FUNCTION crm_loyalty_transfer(
            p_hold bigint, p_to bigint, p_source text, p_reason text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_entry LANGUAGE plpgsql AS $$
        DECLARE
            h crm_loyalty_hold;
            a crm_loyalty_account;
            b crm_loyalty_account;
            o crm_loyalty_entry;
            e crm_loyalty_entry;
            l record;
        BEGIN
            SELECT * INTO h FROM crm_loyalty_hold WHERE id = p_hold;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no hold' USING ERRCODE = 'GX009';
            END IF;
            PERFORM crm_loyalty_lock_both(h.account_id, p_to, p_now);
            SELECT * INTO h FROM crm_loyalty_hold WHERE id = p_hold;
            IF h.state <> 'open' THEN
                RAISE EXCEPTION 'hold closed' USING ERRCODE = 'GX004', DETAIL = h.state;
            END IF;
            SELECT * INTO a FROM crm_loyalty_account WHERE id = h.account_id;
            SELECT * INTO b FROM crm_loyalty_account WHERE id = p_to AND type_id = a.type_id AND id <> a.id;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no account' USING ERRCODE = 'GX001';
            END IF;
            o := crm_loyalty_book(a.id, 'transfer_out', -h.points, 0, a.balance - h.points, p_source, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            PERFORM crm_loyalty_consume(a.id, o.id, h.points, h.created_at, p_now);
            UPDATE crm_loyalty_hold SET state = 'captured', entry_id = o.id, revision = revision + 1, updated_at = p_now
                WHERE id = h.id;
            UPDATE crm_loyalty_account SET balance = balance - h.points, held = held - h.points, updated_at = p_now
                WHERE id = a.id;
            FOR l IN SELECT t.id, t.earned_at, t.expires_at, c.points FROM crm_loyalty_consumption c
                JOIN crm_loyalty_lot t ON t.id = c.lot_id WHERE c.entry_id = o.id ORDER BY c.id
            LOOP
                e := crm_loyalty_book(b.id, 'transfer_in', l.points, 0, b.balance + l.points, p_source || ':' || l.id, NULL,
                    NULL, p_reason, p_now, p_actor_id, p_actor);
                INSERT INTO crm_loyalty_lot (revision, created_at, updated_at, created_by_id, account_id, entry_id,
                    earned_at, available_at, expires_at, points, remaining)
                VALUES (1, p_now, p_now, p_actor_id, b.id, e.id, l.earned_at, l.earned_at, l.expires_at, l.points,
                    l.points);
                UPDATE crm_loyalty_account SET balance = balance + l.points, updated_at = p_now
                    WHERE id = b.id RETURNING * INTO b;
            END LOOP;
            PERFORM crm_loyalty_lock_both(a.id, b.id, p_now);
            RETURN o;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_transfer;
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' OR kind LIKE 'transfer%' THEN true
                 ELSE points <> 0 END);
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nMERGE: merge';
        DROP TABLE IF EXISTS "crm_loyalty_request";"""


MODELS_STATE = (
    "eJztXW1z2zYS/isYfbnejM5jy6mTujc3I9ts47Z+qSyn19YdBiYhiTUJqHyxouvkvx/AF/"
    "FdBhlKouj9klgglqKeBYHdZxeLv3uabakmW2LTXR4MNY151O2dor97FFuE/1F4vY96eD7P"
    "XBWtLn40s1IqTkg9Oq6NNfENE2w6hDfpxNFsY+4ajArBIbKI9UjsfzhozgzqOohNEKMEuc"
    "s5ORD30JnGb2LQqVx3jxp/eUR12ZS4M2Jzod9/7wVCqqH7D827ij//+IN/MKhOPhEn6KZ5"
    "jsus4o7zJ3ViEFNPgRX089tV0Vu0nRnTS+p+5/cVj/+oasz0LBr3ny/dGaMrASPAakoosb"
    "FLxDe4tiewop5phghH8AU/L+4SPH9CRicT7JkCcSEdPEDc1lPV65uxeqeMVbWX00YkkUA8"
    "bNIYFZoUiPsATMUj/OubweD4+O3g8Pjk3ddv3r79+t3hO97Xf978pbefg4eJ0Qpu5WN2+f"
    "3l9Vg8EOPDJRhSouGzL4NdHEj5aorRt8mz4Ygnz+mgVAFJkZfVEIG+Tg9RQ6yIeKRHqB9t"
    "Vg2Dozdv37w7PnmzQn/Vsg70CODku0/EL1exm4f0gl9xDYsU45qWzCCrh6IH0R+bwrn374"
    "lHNYEimnqYfjIONJNpTweULf7T25AO1gA8vrxS7sbDq1txe8tx/jJ9IIdjRVwZ+K3LTOtX"
    "J/9Mvwarm6BfLsfvkfiIfru5VnycmeNObf8b437j33rimbDnMpX/cBXrSbCi5qgppX9vrt"
    "fUf1oS9L+f+o/e4selWnVly4nWml3DNayS0juyzMVaoJ4wVvLwn8+wXQx+LJFBnf+YOu/a"
    "bm0LC39STUKn7ox/PDlcg+eH4ej8/XD01clh5qW5Dq8M/EtpeB+xialGqg3vhND2zIbDTg"
    "3rWYirPOiRBCBeD3GdPBYs5OsQjyQA8XqIzwnV+VOp3P01zKo2VE64ATOqZQtqp4ylNFlQ"
    "wVRKC27vXeucpZSideQVkBID+GvDH/FjlcBPCAH0laAXLOTkqZAJC0Z0XhHfMZsYU/ojWf"
    "rKuORPXmLGJmnfq9Xd9kwXn6PBFrXGK6CNFyv+Nj0BcBB0YhLXh2HEl4XR5fm4VzjVfynA"
    "Gu99cJ64WUfxzaxwEgj7KDU0fG9FYGAc3rCjCCdm0RJ0xWzxiLWnBbZ1NTVtiCtswDItq7"
    "75S9bAyrZgiqc+OuJniIdOKuCcP71nRb+9OLSU7NOvFF7SMpIvhpjeswXiD7xMRIwwMpmL"
    "MEWEuvYSuYw9fYsomWLXeCZoMSM24X1s8kxsB5toinmrOyMWEigdoOFc2Or/YtRc5kNUm/"
    "+6ghBXLpTlf5MfvOqj33v86yGQtWvDqTyQFYyUahqIZcCMqm3Brt6SStAnpQD82uCHk1Il"
    "6GMZAL4p58Efzk0ZX0p0sz3ThKzhlXz3JexaPl6bQvYnto8jXBbX+MVunz0bjOkyS3Y14i"
    "vYsKtX7mXr9YYSZLFnYnEZYUsG6/4BGs8IEgbFI3YINx0nnkMcblkibYbplCBmowBFZLh5"
    "G7Wpm8pYomE6WKjdyCINEgXAJm2tTQrJVZBclcIZkmsguQr0D8lV+7jMxVp44r82D75IrV"
    "KoZ+Xs8ZQaItlmkqw2A39PGY6uTxHBNn2gI+VCUa5OuSWnE2I9UOW/t5cjhV/9NDdsIq5/"
    "UEZ3ihr3EwwkUaP+34+G57z7lOPJe4+HPyrq2fD8Rz6U8BNRhYX9QC+Us/EpEokjD/SX4e"
    "UH3n+BjWfef3jxw/0dv4b1Pz2HXx2Phtd33ykj9eZ+LEYjps6E2CrzktcurxOXDP4brpTR"
    "9/yeFrGnJGvHyiSQHZ1IJJAdZSeGOIFMXMokeQBbt5t3d2qzBddpJeBjGchpqod6mPqo4o"
    "lbFAGVyJqMRWHw11aDwzy7KGu1PCs4luhcVvDgUCYtmPcqndb9a2mEsRVtW5Mf4bEMmGR1"
    "RzY3bp0inqF8ZMcS2zPFepvycdIj+1hqZB+vGdnHBSO7sssJruY+u5pYc1mlDSQrgc69T5"
    "tZKVKUdoXVIiUHxtAXLBm+o+pU1kBGEBbt2hrwzOq5vwkhQL6h6H2i2kITUeZEyYc9m4lk"
    "I83pSVgihi9GbVPwjsJ77ddAl4U28X7L4BrOxU1hK5t6sq/gppeu9qVJvGeZAH7uYr9Sks"
    "QsEnkxR+I2yLR1iIuwY+gETZiNMJp7tjYTmQwe16yNFrggW7eaaL18B8hwgAwHyHCADIeu"
    "0w6Q4fC69Q8ZDm3wzCE8vasIncsRKmZdX84tWQlvkYFlc0Irzmu9m1vl+hQJyQd6Prwd34"
    "+Ui1Ok4bnr2UQXKSU/KcM70WZz74Rb0HqUdnIR5Z3oWSNcKo1jIJPGMShP4xhkSdzgYZwa"
    "q1Vacler1eZd0k4sShA3h2hIxxeeHe1ifLXWFrDxO2Tjd7JbsWVDvcHNijvki8WGxjK6ON"
    "zsWIEtDndaSpPF7gy73G61CIrYXISpHpqoq7ZSwriCePVyDUAht2i27wOFDBQyUIhAIYP+"
    "gULetqW3I4cS27TWS5gSBGKs1a8afsaGj3MNPWdlQdWtVnWLqO6Wza9d0jIE/naWjW7xJx"
    "DPVQn7lBjAXxt+iD/s2lyEKorbBR8CEK8tALGv6LY7AhEWui8LQsR18CvEIeJS/DKHn0aV"
    "0pFBRcVnNLfZ1MaWyKixdT+i4BrE7qMZW4j0/6CwtD9NxGX7hKAoIG0Xnpe6gW+QCWiIm0"
    "L8og2LRR/iFxC/AP4a4hegf4hfbNtO3I1DKkwbtfoxqhmxDmZ/SiV/rsn9zKZ+QkW2XQzv"
    "hG0tD3tCCCaW2hNLq858fCUOzBq2SwzqpqiYsSF1JlvL3gNZIibx+jfAw8gcjXdDyZjxf2"
    "R08MUH4+30VZDVgdyxeA1zXPFpeGU0V+q8vApMl88NBWrsy7FdooByglVaGO4MGeKItAVF"
    "Ya1Q5xQ9eG+/IZMH7+vB4Ukf8XFjzZ0+sgyT+CdUYP/ECkFlaUwn6GNws4/IcBA2F3gZsl"
    "VFXNjWv/9lpgyIMSDGgBgDYqzrxAgQY69b/0CMtcJ/5RZLJUYs7N85KuxYrsrymiLLWSrM"
    "/78CtFH/Nh8mUhPcExlwT8rBPSkEV/1fAdG4Ht9QpHNFjZsBOMer7DATI9hVOSIcaqd8V2"
    "i6V7+St2onpCRcVRPbUxIeXROckijKAkYn0/QR474icrg3/8j0JSL8Lgjz9VK4iMkdogvm"
    "mTqaMpE7gWYcD2QRTBcz7kwWOahb+tb6xzauytRAUgf4ruC7gu/6GnwX8F1ft/7Bd22D79"
    "r5kxvLzkuMD0TMWowyvsKRjK9wVO4rHOWcMdhnBgdltYFm2MhRWXtXxDP0a0mkfOnpZqT8"
    "fM+XxqBUZ3iPBzq8vR3dfBCN3Le22XNQ0/MH5Tzs+CfRou/a+USkE83Qa9llaUnY1txm60"
    "tsk7Wfqs16kUTnmL/NHA8IG2h3u7BH01ENByMnCg7Gnm1jBux5izjrpzL0CSFAvnYyOVPr"
    "zv85UdBCQ3nNsIt/07v447G7fZBbNuKlU8izr7sEzNEZbk0AHB0h1010E4tZW4tQ7CmyEj"
    "Uoio3xL8E3DLTcO13eVJJzPtpX4mNExI16ZRkl4eV+xVSSldBLmSTlkMvkYEQ5YpBsAckW"
    "kGwByRavge6FZIvXrX9ItmgDKwTZ7ImTB6UCl2vqZhzlC2dAQvvmMYY8lZ0dhMoXvAoG8a"
    "p/ZwrCNGYNc9/SeC6Yic8YMwmmZXHZSCgD6COX2hSikeu3XfPm7Obmp5Rlc3aZGZ7X91dn"
    "Cp87/JmDdzLcskAIv3H1EEgsBBNGU9GPqKREE9xmqrjFnilDmpiPB2ELCTjPx7aEfhMX+9"
    "XIt0hEYhPXM7EF0SLqdczYIir7ITZFBQfViJq4jBKkebZNqLb8FlG/Bq42w5T/IrHfylyi"
    "CTNNtuC9H5d+2Q9KPrnRrYs2cW3pW6G2SItntz5QhkAZAmUElCHoHyjD7hrxSS2EtkmFVS"
    "0h0Z2CmM2taqF5WIUjTMp0kIo9lsl9L898lyUIXxk72BxZZRXn063dQ7CS6RKk285cF6c0"
    "lkwUL+9ai6XbPGX0rpUPYi+s7ys/0Ivhr3enSMdL54Fe3VyP3/NPFqPuLPqsKtcXYZNKqP"
    "5Af74fjsbKKGj/y8O2S+zgyq/KMGxecg9dtGW9erkYhlQIY00EIzs/Bb+nwvwUC2zRSRzs"
    "yewkxkoFLKPuEJPIGXrYNHR1YjOrqruVloRDg1vnVbWpJJhfj72MOI6KtVcgjqNa8S8Tx8"
    "G5bw5azJhDUHBeBeKOojYjOvrozjjIIlv7o8/pGhQZbh9xI8YwY6J2ZkxnxBY0b54hbv72"
    "QAW32lADKnhraxNQwa9v0QIqGPQPVPDul7m2ZI+2qMw0VELeO4BX9ne12SMl1p1oxi4SwX"
    "boc35gnjZb43ZG1/uVPM/nhNSLzucvooAzjo/tnjIXTZgdphF96/uAfKDNkYufiMOdQ4Sn"
    "XGuO659kJAr25z3Ohu5Zv2x0sGMSzgNvw/vWB38U/FHwR8AfBf2DP1qo9I4sc3DsUc5dav"
    "4EcM+pN7s5UH11LyawZ1Y4b63bfhaJbHHz2aplb3efQQ3WnRdXT7io8vinxAD++ilsuym+"
    "2rLFug27L6H25KZrT8b1w5oAOC5h1lF8U1NsAxtcX6yieEPJmPF/qmhBtoZiuyYcWRVIlF"
    "D8Uib+8/8BWpISOA=="
)
