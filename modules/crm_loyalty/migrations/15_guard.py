"""Rewards of other kinds than vouchers, limits of what is redeemed in a day, and codes that members tell."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_code" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "points" BIGINT NOT NULL,
    "code_hash" VARCHAR(200) NOT NULL,
    "tries" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_e733be" ON "crm_loyalty_code" ("account_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_created_98eb49" ON "crm_loyalty_code" ("created_at");
COMMENT ON TABLE "crm_loyalty_code" IS 'What a member tells at the counter to redeem so many points: good once, for some minutes and tries.';
        ALTER TABLE "crm_loyalty_reward" ADD "kind" VARCHAR(10) NOT NULL DEFAULT 'voucher';
        ALTER TABLE "crm_loyalty_reward" ADD "what" BIGINT;
        ALTER TABLE "crm_loyalty_reward" ADD "gift" VARCHAR(160) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_voucher" ADD "kind" VARCHAR(10) NOT NULL DEFAULT 'voucher';
        ALTER TABLE "crm_loyalty_voucher" ADD "given" VARCHAR(200) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_voucher" ADD "used_for" VARCHAR(200);
        COMMENT ON COLUMN crm_loyalty_reward."kind" IS 'VOUCHER: voucher\nCOUPON: coupon\nCASH_BACK: cash_back';
COMMENT ON COLUMN crm_loyalty_voucher."kind" IS 'VOUCHER: voucher\nCOUPON: coupon\nCASH_BACK: cash_back';

        ALTER TABLE crm_loyalty_reward ADD CONSTRAINT crm_loyalty_reward_gift CHECK (
            (kind = 'voucher') = (what IS NULL) AND (what IS NULL OR what > 0));
        ALTER TABLE crm_loyalty_voucher ADD CONSTRAINT crm_loyalty_voucher_sound CHECK (
            (kind = 'voucher' OR used_at IS NULL) AND (used_for IS NULL OR used_at IS NOT NULL));
        CREATE INDEX crm_loyalty_entry_redeemed ON crm_loyalty_entry (account_id, created_at) WHERE kind = 'redeem';
        CREATE INDEX crm_loyalty_entry_taken ON crm_loyalty_entry (created_at, account_id)
            WHERE kind IN ('take_back', 'debt');

        -- Whether this very step, a hold or a redemption of the account, was done before.
        CREATE FUNCTION crm_loyalty_is_known(p_account bigint, p_source text, p_hold boolean) RETURNS boolean
        LANGUAGE sql STABLE AS $$
            SELECT CASE WHEN p_hold
                THEN EXISTS (SELECT FROM crm_loyalty_hold WHERE source = p_source AND account_id = p_account)
                ELSE EXISTS (SELECT FROM crm_loyalty_entry
                    WHERE source = p_source AND account_id = p_account AND kind = 'redeem') END
        $$;

        -- Before a member redeems or holds p_points, or takes p_reward: locks the account, which stays locked until the
        -- transaction ends, and looks at what was redeemed since p_since and is held. Nothing is asked of a step that
        -- was done. 0: no limit. Returns what may be redeemed before p_code_above where it would be passed, else NULL.
        CREATE FUNCTION crm_loyalty_guard(
            p_customer bigint, p_type bigint, p_points bigint, p_reward bigint, p_source text, p_times bigint, p_most bigint,
            p_hold boolean, p_code_above bigint, p_since timestamptz, p_now timestamptz
        ) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account := crm_loyalty_lock(p_customer,
                coalesce((SELECT type_id FROM crm_loyalty_reward WHERE id = p_reward), p_type));
            v_points bigint := p_points;
            v_times bigint;
            v_sum bigint;
            v_held bigint;
            v_held_sum bigint;
        BEGIN
            IF crm_loyalty_is_known(a.id, p_source, p_hold) THEN
                RETURN NULL;
            END IF;
            IF p_reward IS NOT NULL THEN
                SELECT points INTO v_points FROM crm_loyalty_reward WHERE id = p_reward FOR NO KEY UPDATE;
            END IF;
            SELECT count(*), coalesce(sum(net), 0) INTO v_times, v_sum FROM (
                SELECT -e.points - coalesce((SELECT sum(r.points) FROM crm_loyalty_entry r
                    WHERE r.reverses_id = e.id AND r.kind = 'reverse_redeem'), 0) AS net
                FROM crm_loyalty_entry e
                WHERE e.account_id = a.id AND e.kind = 'redeem' AND e.created_at >= p_since) x WHERE net > 0;
            SELECT count(*), coalesce(sum(h.points), 0) INTO v_held, v_held_sum FROM crm_loyalty_hold h
                WHERE h.account_id = a.id AND h.state = 'open' AND h.expires_at > p_now
                AND NOT EXISTS (SELECT 1 FROM crm_loyalty_request q WHERE q.hold_id = h.id);
            v_sum := v_sum + v_held_sum;
            IF p_times > 0 AND v_times + v_held >= p_times THEN
                RAISE EXCEPTION 'too often' USING ERRCODE = 'GX013', DETAIL = p_times;
            ELSIF p_most > 0 AND v_sum + v_points > p_most THEN
                RAISE EXCEPTION 'too many points' USING ERRCODE = 'GX014', DETAIL = greatest(0, p_most - v_sum);
            ELSIF p_code_above > 0 AND v_sum + v_points > p_code_above THEN
                RETURN greatest(0, p_code_above - v_sum);
            END IF;
            RETURN NULL;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    """Points of redemptions stay redeemed; what was given for them stays with its add-on."""
    return """
        DROP FUNCTION crm_loyalty_guard;
        DROP FUNCTION crm_loyalty_is_known;
        DROP INDEX crm_loyalty_entry_taken;
        DROP INDEX crm_loyalty_entry_redeemed;
        ALTER TABLE crm_loyalty_voucher DROP CONSTRAINT crm_loyalty_voucher_sound;
        ALTER TABLE crm_loyalty_reward DROP CONSTRAINT crm_loyalty_reward_gift;
        UPDATE crm_loyalty_voucher SET void = true WHERE kind <> 'voucher';
        UPDATE crm_loyalty_reward SET active = false WHERE kind <> 'voucher';
        ALTER TABLE "crm_loyalty_reward" DROP COLUMN "kind";
        ALTER TABLE "crm_loyalty_reward" DROP COLUMN "what";
        ALTER TABLE "crm_loyalty_reward" DROP COLUMN "gift";
        ALTER TABLE "crm_loyalty_voucher" DROP COLUMN "kind";
        ALTER TABLE "crm_loyalty_voucher" DROP COLUMN "given";
        ALTER TABLE "crm_loyalty_voucher" DROP COLUMN "used_for";
        DROP TABLE IF EXISTS "crm_loyalty_code";"""


MODELS_STATE = (
    "eJztXWtz27YS/SsYfbm9M6rHllM7de/cGdlmGzfxo7Ls3LbuMDAJiaxJQOXDitrJf78AH+"
    "JbJhlKouj90sYglqTOgsDu2V3gn55imbLBFthwFntDRWEudXon6J8exSbh/8i93kc9PJul"
    "ropWBz8aaSkZx6QebcfCinjCBBs24U0qsRVLnzk6o0JwiExiPhLrXzaaMZ06NmITxChBzm"
    "JG9sQ9VKbwm+h0Wq67S/W/XCI7bEocjVhc6Pffe76QrKveS/Ou4p9//MH/0KlKPhPb76a4"
    "tsPM/I6zJ3miE0NNgOX389pl0Vu0nerTC+r86PUVr/8oK8xwTRr1ny0cjdGlgO5jNSWUWN"
    "gh4gmO5QqsqGsYAcIhfP7Pi7r47x+TUckEu4ZAXEj7LxC19WT56nos30pjWe5ltBFKxBAP"
    "mhRGhSYF4h4AU/EK334/GBweHg/2D4/efvfm+Pi7t/tveV/vfbOXjr/4LxOh5d/Kw+zip4"
    "ursXghxoeLP6REwxdPBjvYl/LUFKFvkWfdFm+e0UGhAuIiL6shBH2VHsKGSBHRSA9RP1iv"
    "GgYHb47fvD08erNEf9myCvQQ4Pi3T8Qvl7GThfScX3F0k+TjmpRMIasGonvhP9aFc+8/E5"
    "cqAkU0dTH9rO8pBlOe9iib/7e3Jh2sAHh8cSndjoeXN+L2pm3/ZXhADseSuDLwWhep1m+O"
    "/p38DJY3QR8vxu+Q+BP9dn0leTgz25la3hOjfuPfeuKdsOswmf9wGatxsMLmsCmhf3em1t"
    "R/UhL0v5v6D7/ix4VcdWXLiNaaXYM1rJLSO7LMRVqgrjBWsvCfadjKBz+SSKHOf0ydb227"
    "toWJP8sGoVNH438e7a/A8344Ons3HH1ztJ/6aK6CKwPvUhLeR2xgqpBqwzsmtDmzYb9Tw1"
    "oLcC0PeigBiNdDXCWPOQv5KsRDCUC8HuIzQlX+VjJ3f3Wjqg2VEW7AjGrZgtopYylJFlQw"
    "lZKCm/vWOmcpJWid8gpIiAH8teEP+bFK4MeEAPpK0AsWcvKUy4T5IzqriB+ZRfQpfU8Wnj"
    "Iu+JsXmLFx2vdyebcd08WXcLCFrdEKaOH5kr9NTgAcBJUYxPFgGPFlYXRxNu7lTvVfC7DC"
    "e++dxW7WUXxTK1wJhD2UGhq+NyIwMA5u2FGEY7NoAbpitnjEytMcW6qcmDbEFTZgqZZl3+"
    "wlc2CmWzDFUw8d8TPES8cVcMZU0iuKKXkX+5UCSkoo8mI06aOGHYSDGBFyiGHYiLc4GkFe"
    "TEo0MmQRlRAT2Qzx37EIAkknaMqYihgfX300YRa/bBJk6tR1CL8JVbkedGJnQ1IbemZOXC"
    "sTvwoib8HAEJGrPvo9zs1DJKudkSx/OFTTQCQDdlRtE1ZMLbKGba0K3ZoQaoZx3Tb4Cc51"
    "sF+GdOW9CllX71rKWRAzWRblWxMbRrGzEAp1hpA6HBwfLUe0+GPVGL69HH74AGFaYJ6SzB"
    "P5PNP57WroPym5Lf0DwVguGm/XC8XbTX7gQCCvTb9Ja7284ZeUA+OvKRItlrfYBA0RS57c"
    "MW2UJSGSA7GNPAS1XTP8+UV0RNSnX5GVSEq+SE68Y/O48y8yVzEymMMdfUSoYy2Qw9jTD4"
    "iSKXb0Z4Lm3M8nvI9FnollYwNNMW/l3r+JBEp7aDgTMcNvGTUWWV5i/Y8rQ0l4T5JDKoI/"
    "HhJqt+39Ag3REkXELPrwK6kEfVwKwK8NfjApVYI+kgHgm7K/vOHclPUlhTfbMU2Utb3i33"
    "6J+Bofr00h+4Ht4ggvi2v0YbfPnvXHdJEluxzxFWzY5Sf3svV6TQky2TMxuYywJf11fw+N"
    "NYKEQfGIbcJNx4lrE1sEvBQN0ylBzEI+ikh3sjZqUzetHxzziRKwSVtrk0KRFxR5JXCG6A"
    "EUeYH+ochrF5e5SAtP/NdmwRc5BxJ1zYw9nlBDKNvm1IOeNBxdnSCCLfpAR9K5JF2eBElQ"
    "D1T6383FSOJXvXCkuH4vjW4lOeonGEgih/1/Gg3PePcpx5P3Hg/fS/Lp8Ow9H0r4icjCwn"
    "6g59Lp+ASJApYH+nF4cc/7z7H+zPsPz3++u+XXsPqna/Or49Hw6vZHaSRf343FaMTUnhBL"
    "Zm782sVV7JLOf8OlNPqJ39Mk1pSk7dgySRUHRyVyKg7SE0OUUiEupYpNgK3bzrc7tdjcyc"
    "kYWgV8JNOZVJYNox6UYMp44uRlYpeo3oxEYfDXVoPNXCuverY4XS6S6Fx18loy5bCZH4Ze"
    "mROwlAGTrO7I5satncczFI/sSGJzplhvXT5OcmQflhrZhytG9mHOyK7scoKrucuuJlYcVm"
    "kji6VA576n9awUkEG27SXDc1TtyhpICcKiXVsDrlG9BjkmBMhD9mSLsyfTQ70peEfBvXZr"
    "oJeFNvZ9l8E1mIubwrZs6smugptcutqXJvGOpQL4mYv9SkkSWijyYo7EjZ9paxMHYVtXiV"
    "fTi9HMtRRNZDK4XLMWmuOcbN1qovXyHSDDATIcIMMBMhy6TjtAhsPr1j9kOLTBM4fw9LYi"
    "dA5HKJ91fTm3ZCm8QQaWzQitOK/1rm+kqxMkJB/o2fBmfDeSzk+QgmeOaxFVpJR8kIa3os"
    "3i3gm3oNUw7eQ8zDtR00Z4qTSOQZk0jkFxGscgTeJCNf+rWJQgbg7RkI4vPFuqYny11haw"
    "8Vtk47dSrdiyod5gseIW+WJR0FhEFwfFjhXY4qDSsjRZ7IjtIxX+aBSyud7Gj75tt2wrJI"
    "wriFffrgEo5BbN9n2gkIFCBgoRKGTQP1DIm7b0tuRQYovW+ggTgkCMtfpTw89Y93Cuoee0"
    "LKi61apuEdXdsvm1S1qGwN/WstFN/gbivSphnxAD+GvDD/GHbZuLsIviZsGHAMRrC0DsKr"
    "rtjkAEB+4VBSGi8/gqxCGiIwFfDkUMUXhiG9Kpd3LVzGJTC5sio8ZS/ZOodGL1kcbmIv3f"
    "31jamyaibfuEoNhA2iLZaMVanlAmoCFuCvGLNiwWfYhfQPwC+GuIX4D+IX6xaTtxS6cLCv"
    "OQuvlnM684XzAp1sHsz1LJnytyP9Opn7Aj2zaGd8y2Lg97TAgmltoTS/KA7QqTe1KwmZH/"
    "ShyYFWyXGNRNUTFjvdTZ8C37DsoSMbHPvwEeJvtFZLVwTcmY8f+U0YHCNbZ3FrvVTn0KZX"
    "WQmgTK6OHrOS4vX3XsY51Pc0U9+pWYLo8b8tXYL8d2iQ2UY6zSXHc0pIsj0uYUBXuF2ifo"
    "wT3+nkwe3O8G+0d9xMeNObP7yNQN4p1Qgb0TK/xj3lWCPvk3+4R0G2FjjhcBW5XHhW38+S"
    "8zZUCMATEGxBgQY10nRoAYe936B2KsFf4rt1gqMWJB/85RYYfldllesclymgrz/l8B2rB/"
    "mw8TqQnuURlwj4rBPcoFV/47h2hcjW8g0rlNjZsBOMOrbDETw6+qHBEOtV1cFZrs1a/krV"
    "oxqRKuqoGtKQmOrvFPSRTbAoYn0/QR474isrk3/8jUBSL8Lgjz9VK4iPEK0TlzDRVNmcid"
    "QBrHA5kE07nGnck8B3VDT61/bONymxpI6gDfFXxX8F1fg+8Cvuvr1j/4rm3wXTt/cmPReY"
    "nRgYhpi7GMr3BQxlc4KPYVDjLOGNSZwUFZbaAZ1nJU1s5t4hn4tSRUfunpZiT9cseXRn+r"
    "zuAeD3R4czO6vheN3Le22LO/p+fP0lnQ8U+ihM/a+kSkEkVXa9llSUkoa26z9SXKZK2nar"
    "NeKNE55m89xwNCAe12F/ZwOqrhYGREwcHYsTJmwJ63iLN+KkMfEwLkayeTM7nu/J8RBS00"
    "lNcMVfzrruKPxu7mQW7ZiC+dQp7+3EvAHJ7h1gTA4RFy3UQ3tpi1dROKHUW2xB4U+cb41+"
    "AbBFru7C4XlWScj/Zt8TEi4ka9ooyS4HK/YirJUuilTJJiyMvkYIQ5YpBsAckWkGwByRav"
    "ge6FZIvXrX9ItmgDKwTZ7LGTB0sFLlfsm3GQ3TgDEtrXjzHkqWztIFS+4FUwiJf9O7MhTG"
    "PWMPct9eecmfiUMYNgWhSXDYVSgD5yqXUhGrp+mzVvTq+vPyQsm9OL1PC8urs8lfjc4c0c"
    "vJPuFIza3cov7D0zV9GClMAKWT/313dn70ROYSD/QM+u726ur06QwtwZ8071vX0nnw7P3o"
    "stQm1NFmRMr86c3ni+z1Sf5DgFxStm2L97y2WpArCDFRVgB9kau7mW53KtWixDCTCzawdf"
    "uUz1sGskBEZKUxHXcBubJuIpiQ11dkwZpYOB0SBsIenvetgWUP7iYr8a4R+KlCgcfSaWIH"
    "fFHkEam4dbDYlCTP9wLLEPN6MEKa5lEaosfkDU23db0TDlv0jUeBoLNGGGwea89+PC22qI"
    "ks9OeOu8wtENPRX2M2rx7NaHMAWEKYCmhjAF6B/CFN014uNaCGyTCqtaTKI7m/A2t6oF5m"
    "EVliUu08Hwz2GZepviapuyQYlXFpFojiA383N4V9YtLWW6BOmmq2XEybAFE8XLhHkk3eYp"
    "o3cl3Quu3POVH+j58NfbE6Tihf1AL6+vxu/4Xyajjhb+LUtX50GTTKj6QH+5G47G0shv/8"
    "vFlkMs/8qv0jBoXnAPXbTV4tgHpcKmK6Km6fnJ/z0V5qdIYINO4mBHZicxVipgGXaHOGjG"
    "0MOGrsoTi5lV3a2kJBxU3jqvKkPKb5E49s6AKCKOwwMiKhDH4fkULxPH/lmTNpprzCbIPy"
    "MHcUdR0YiKPjkaB1lUiHzyOF2dIt3pI27E6EZE1Gr6VCOWoHmzDHHztwcquNWGGlDBG1ub"
    "gAp+fYsWUMGgf6CCt7/MtSVjvUVb28Pu6zsH8NL+rjZ7JMS6E83YRiLYFn3O+yCRt8jtvI"
    "8SfSt4nrH04Jedz49i03iMwvPp0JQ5aMKsII3oB88H5ANthhz8RGzuHCI85VqzHe/0NHFI"
    "SNbjbOie9beq96u0Y43gj4I/Cv4o+KNd90fAH33d+gd/tA3+KBy1FrhLpUp7V1T2Zgt7Xb"
    "ve7GbDjs87MYF5iuK+QpXPJy5T6xNqmT7T31C5j2jVV5T5jJ5Z7vKwqrI4FNlgXfGyBQqL"
    "obB4bYXFz6TSuRpLgc6Rm2uZaWCD+a2fHBPjwsrjnxAD+Ovnym5nZ/mWeQVtKPOGjbXXvb"
    "F2tDlqEwBH+7N2FN/EFNtAJf2LW0RfUzJm/D9VtFB2g+h2TThlVVBif+ivDfl9+T++SiKT"
)
