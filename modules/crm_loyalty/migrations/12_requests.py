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
    "eJztXWtz27YS/SsYfbm9M6rHlhMnde7cGdlmErf1o7Kc3DbuMDAJiaxJQOHDitrJf78AH+"
    "JLkkGGkih6vyQWgKWos3jsHiwW/3Q0x1YtNsOWN9vraxrzqdc5Rv90KLYJ/2NhfRd18GSS"
    "qxWlHr638lIqTkndu56DNfENI2y5hBfpxNUcc+KZjArBPrKJfU+cf7lowkzquYiNEKMEeb"
    "MJ2RPP0JnGH2LSsVxzn5pffKJ6bEw8gzhc6NOnTiikmnrw0ryp+PPPP/kHk+rkK3FFM/Fx"
    "8qCOTGLpGUhCsaBcFcKi7MQcn1PvbdBWvOS9qjHLt2nSfjLzDEbnAmaIyJhQ4mCPiG/wHF"
    "8gQn3LinCMQQp/RNIkfMuUjE5G2LcErkI6fIGkrKOql1dD9UYZqmqngHkskcI1KtIYFfoS"
    "uAYAjMUr/PhTr3d4+Kq3f3j0+uWLV69evt5/zdsG71usevUtfJkErfBRAWbn784vh+KFGO"
    "8UYccRBd8CGezhUCpQRoK+Qx5NV7x5QQdLFZAWeVoNMeir9BAXJIpI+nOM+sF61dA7ePHq"
    "xevDoxdz9Oclq0CPAU6PcCJ+uYq9IqRnvMYzbbIY16xkDlk9Et2L/1gXzp3/jHyqCRTR2M"
    "f0q7mnWUx72KNs+t/OmnSwAuDh+YVyM+xfXIvH2677xQqA7A8VUdMLSme50h+O/p0dBvOH"
    "oI/nw/dIfER/XF0qAc7M9cZO8I1Ju+EfHfFO2PeYyn+4ivU0WHFxXJTRvz/RK+o/Kwn630"
    "39x6P4fqaWXdkKopVm12gNK6X0lixziRaoL0ySIvynBnYWg59I5FDnP6bKWNuubWHjr6pF"
    "6Ngz+Mej/RV4fugPTt/3Bz8c7ecGzWVU0wuqsvDeYwtTjZTr3imhzZkN+63q1kaEqzzosQ"
    "QgXg1xndwvWMhXIR5LAOLVEJ8QqvO3UrmTa1plbaiCcA1mVMMW1DYZSxnmQH6IZcQ2N85a"
    "ZyXFXE0p8FNCAH0p6AUFNnpYSMOEPbqoiLfMIeaY/kJmgTLO+ZsvsaHSzOLF/Gk7potvcW"
    "eLS5Pp18HTOXmYnQA4CDqxiBfAMOBz0uD8dNgpdPS6wL0WzOgwemBL8U2N8SXoir58j7WH"
    "KXZ0NdOpRQ3rsVzJvG2xyu7Z+RJM8ThAR/wM8dJpBZzyt/ft+Lcv5tbTbbql+HUtJ/kkx/"
    "6eTRF/4VmKMsfIYh7CFBHqOTPkMfbwBlEyxp75SNDUIA7hbRzySBwXW2iMealnEBsJlPZQ"
    "fyLMmB8ZtWZFjn79X7eA489x+Z86wTcFNH8Xferwr59T/sDxN47jD3tKOQ0kMrDIV7av5q"
    "OkFPRpKQC/MvjRpFQK+kQGgK/LtA26c13GlxI/bMc0IWt4pce+hF3L+2tdyP7KdrGHy+Ka"
    "DOzm2bNhn15myc57fAkbdj7knrZeryhBNnskNpcRtmS47u+hoUGQMCjusUu46TjyXeJyyx"
    "JpBqZjgpiDQhSR6RVt1LoeKmOJRvEwkXZjizTcQwWbtLE2KcSdQNxJBmeIO4C4E9A/xJ3s"
    "4jKXaOGB/9oi+CLqRKG+XbDHM2qIZeuJP1kP/B2lP7g8RgQ79I4OlDNFuTjmlpxOiH1Hlf"
    "9dnw8UXvt1YjpE1H9QBjeKmrQTDCRR4/bvBv1T3nzM8eSth/1fFPWkf/oL70r4gajCwr6j"
    "Z8rJ8BiJPfU7+rF//oG3n2Lzkbfvn/18e8PrsP6X7/La4aB/efNWGahXt0PRGzF1R8RRmZ"
    "+uO79MVZn8N1wog3f8mTZxxiRvx8rE1hwcScTWHOQnhiS2RlTl9r+BrdvO2B07bMp1Wgr4"
    "RAbCPaqhHkWFqXjkLdoAlQgoS0Sh81dWg8t8Z1FA3/KAyUSidQGTvX2ZiEneaum0HtRlEc"
    "Z2fG5HvocnMmCSVe3Z3Lh1F/EMy3t2IrE5U6yzLh8n27MPpXr24YqefbigZ5d2OcHV3GVX"
    "E2seKxVbPxdo3Xhaz0qRobRLrBYZOTCGvmPJCBxVt7QGcoKwaFfWgG+Vj0xNCQHyNe3ep4"
    "6b17HLnDrzvmMzkexOc3YSltjDF722LngH0bN2q6PLQpsa3zK4RnNxXdjKhp7sKrjZpat5"
    "YRLvWW4Dv1DZLRUkYcQiT8ZIXIeRti7xEHZNnaARcxBGE9/RDBHJ4HPNOmiKF0TrlhOtFu"
    "8AEQ4Q4QARDhDh0HbaASIcnrf+IcKhCZ45bE9va4fO4wgtZl2fji2ZC2+QgWUTQkvOa52r"
    "a+XyGAnJO3ravx7eDpSzY6Thiec7RBchJb8q/RtR5nDvhFvQehx2chbHneh5I1wqjKMnE8"
    "bRWx7G0cuTuOHLuBVWq6zktlar9bukrViUYN8cdkNavvBs6RTjs7W2gI3fIhu/ldOKDevq"
    "NR5W3CJfLA40LqOLo8OOJdji6KSlNFnsGdjjdqtNUMzmIkz1yESdly0ljEuIl0/XABRyg2"
    "b7LlDIQCEDhQgUMugfKORNW3pbciixQysNwowgEGONHmr4EZsBzhX0nJcFVTda1Q2iuhs2"
    "v7ZJy7Dxt7VodJu/gXivUthnxAD+yvDD/sO2zUXIorhZ8GED4rltQOwqus3egYjSsC/bhE"
    "iytJfYh0gSxcvc/qj5rsds4iCTiozPaOKwsYNtEVHj6MGOgmcSp4sMNhXh/2Fi6WCaSNL2"
    "CUGRQNpZeGHkGr5BZkNDPBT2L5qwWHRh/wL2L4C/hv0L0D/sX2zaTtyOQypMG7X8DZM5sR"
    "ZGf0oFf66I/cyHfkJGtm1075RtLQ97SggmlsoTS+RMlZ/cs4L19Pxn4sCsYLtEp66Lihma"
    "UjeyNWwcyBIxqeFfAw9THBFFLVxRMmT8HxkdaFxje6epR+3UUJDVQW4SkNHD93NcyW14y2"
    "iuzH15JZiugBsK1diVY7tEAuUUqzQ1PQOZ4oq0KUVRrlD3GN35r34iozv/ZW//qIt4v7En"
    "bhfZpkWCGypwcGOFoLI0phP0OXzYZ2S6CFtTPIvYqkVc2Ma//2mmDIgxIMaAGANirO3ECB"
    "Bjz1v/QIw1wn/lFkspRixq3zoq7FAuy/KKJMt5Kiz4vwS0cfsmXyZSEdwjGXCPloN7tBBc"
    "9e8FRONqfCOR1iU1rgfgAq+yxUiM8FTlgHCo3eWnQrOtuqW8VSclJeGqWtgZk+jqmvCWRJ"
    "EWML6ZposY9xWRy735e6bPEOFPQZivl8JFTJ8QnTLf0tGYidgJZHA8kE0wnRrcmVzkoG7o"
    "W6tf2zhPUwNBHeC7gu8Kvutz8F3Ad33e+gfftQm+a+tvblx2X2JyIWLeYpTxFQ5kfIWD5b"
    "7CQcEZg3NmcFFWE2iGtVyVtXNJPCO/lsTKl55uBspvt3xpDFN1Rs+4o/3r68HVB1HIfWuH"
    "PYY5PX9WTqOGfxEt/q6tT0Q60Uy9kl2WlYRjzU22vsQxWeeh3KwXS7SO+VvP9YBwgHa7C3"
    "s8HVVwMAqi4GDs2DFmwJ6XiLt+SkOfEgLkKweTM7Xq/F8QBS3UFNcMp/jXfYo/6bubB7lh"
    "PV46hDw/3CVgju9wqwPg+Aq5dqKbWsyamoRiR5GVyEGx2Bj/HnyjjZZbt82HSgrOR/NSfA"
    "yIeFBnWURJVN0tGUoyF3oqkmQ55DIxGHGMGARbQLAFBFtAsMVzoHsh2OJ56x+CLZrACkE0"
    "e+rmQamNyxV5Mw6KiTMgoH39GEOcytYuQuULXgmDeN6+NQlharOGuW9pPi6YiU8Yswimy/"
    "ZlY6EcoPdcal2Ixq7fZs2bk6urXzOWzcl5rnte3l6cKHzuCGYO3sj0lm2E8AeX3wJJhGDC"
    "qGv3I04pUQe3mUlusWPKkCbmk07YQALOD7BdQr+Jym458i0WkTjE9UgcQbSIfB0Gm8ZpP8"
    "ShqPCiGpETl1GCNN9xCNVmbxANcuBqBqb8F4nzVtYMjZhlsSlvfT8L0n5Q8tWLH73oENeG"
    "vhVyizR4dusCZQiUIVBGQBmC/oEybK8Rn9ZCZJuUWNVSEu1JiFnfqhaZh2U4wrRMC6nYQ5"
    "nY9+WR77IE4TNjB+sjq+zF8XQrzxDMZdoE6aYj18UtjUsmiqdPrSXSTZ4yOpfKB3EWNvCV"
    "7+hZ//ebY6TjmXtHL64uh+/5J5tRz4g/q8rlWVSkEqrf0d9u+4OhMgjLv/jY8YgT1vyu9K"
    "PiGffQRVneq5fbw5Dawlixg5Gfn8LfU2J+SgQ26CT2dmR2En2lBJZxc9iTKBh62DJ1deQw"
    "u6y7lZWES4Mb51U1KSVYkI99GXEcJ2svQRzHueKfJo7De99cNDWYS1B4XwXijqJmEB199g"
    "wOsojW/hxwuiZFptdF3IgxrYSoNcyxQRxB8xYZ4vofD1Rwow01oII3tjYBFfz8Fi2ggkH/"
    "QAVvf5lrSvRog9JMQybknQN4bn+Xmz0yYu3ZzdhGINgWfc4PzNeMFW5nXN8t5Xk+pqSedD"
    "4/igTOOLm2e8w8NGJOFEb0JvABeUebIA8/EJc7hwiPudZcL7jJSCTsL3qcNT2zetro8MQk"
    "3AfehPHWBX8U/FHwR8AfBf2DP7pQ6S1Z5uDao4K7VP8N4L5bbXZzIfvqTkxgj2zhvLXq+F"
    "ksssHDZ/OSnT19BjlYt55cPeWiyuOfEQP4q4ewbSf5asMW6yacvoTck+vOPZnkD6sD4CSF"
    "WUvxzUyxNRxwfTKL4hUlQ8b/KaMF2RyKzZpwZFUgkULxe5n4b/8H1qsbLg=="
)
