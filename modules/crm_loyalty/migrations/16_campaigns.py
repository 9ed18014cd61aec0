"""Campaigns that give points, their versions, what they gave, and check-ins."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_campaign" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "trigger" VARCHAR(10) NOT NULL,
    "activity" VARCHAR(10),
    "active" BOOL NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "points" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT,
    "rounding" VARCHAR(8) NOT NULL,
    "minimum" BIGINT NOT NULL,
    "on_tax" BOOL NOT NULL,
    "on_freight" BOOL NOT NULL,
    "on_coupons" BOOL NOT NULL,
    "on_points" BOOL NOT NULL,
    "on_stored_value" BOOL NOT NULL,
    "products" JSONB NOT NULL,
    "first_purchase" BOOL NOT NULL,
    "birthday" VARCHAR(6) NOT NULL,
    "streak_days" INT NOT NULL,
    "streak_points" BIGINT NOT NULL,
    "per_day" BIGINT NOT NULL,
    "per_member" BIGINT NOT NULL,
    "budget" BIGINT NOT NULL,
    "given" BIGINT NOT NULL,
    "tier_id" BIGINT REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_name_d3c5e8" ON "crm_loyalty_campaign" ("name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_tier_id_282c3d" ON "crm_loyalty_campaign" ("tier_id");
COMMENT ON COLUMN "crm_loyalty_campaign"."trigger" IS 'PURCHASE: purchase\nCHECK_IN: check_in\nACTIVITY: activity';
COMMENT ON COLUMN "crm_loyalty_campaign"."activity" IS 'REVIEW: review\nSURVEY: survey\nEVENT: event\nSHARE: share\nPROFILE: profile';
COMMENT ON COLUMN "crm_loyalty_campaign"."rounding" IS 'DOWN: down\nNEAREST: nearest\nUP: up';
COMMENT ON COLUMN "crm_loyalty_campaign"."birthday" IS 'ANY: any\nMONTH: month\nDAY: day';
COMMENT ON TABLE "crm_loyalty_campaign" IS 'Points for purchases that fit, for check-ins or for an activity. Each change of it is kept as a version.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_award" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "version" INT NOT NULL,
    "points" BIGINT NOT NULL,
    "purchase" VARCHAR(200) NOT NULL,
    "basis" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_loyalty_campaign" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_0932f6" ON "crm_loyalty_award" ("account_id", "campaign_id", "day");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_purchas_074b97" ON "crm_loyalty_award" ("purchase");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_campaig_1b95ba" ON "crm_loyalty_award" ("campaign_id", "id");
COMMENT ON TABLE "crm_loyalty_award" IS 'Which campaign gave an entry''s points, as which version, and for what. Never changed.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_campaign_version" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "version" INT NOT NULL,
    "terms" JSONB NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_loyalty_campaign" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_loyalty_campaig_24298a" UNIQUE ("campaign_id", "version")
);
COMMENT ON TABLE "crm_loyalty_campaign_version" IS 'What a campaign said from one change to the next. Written by the database, never changed.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_check_in" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "day" DATE NOT NULL,
    "streak" INT NOT NULL,
    "member_id" BIGINT NOT NULL REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_loyalty_member__3b15b6" UNIQUE ("member_id", "day")
);
COMMENT ON TABLE "crm_loyalty_check_in" IS 'A member was there on one of the company''s days; once a day.';
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nBONUS: bonus\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nTRANSFER_OUT: transfer_out\nTRANSFER_IN: transfer_in\nMERGE: merge';

        ALTER TABLE crm_loyalty_rule ADD on_tax BOOL NOT NULL DEFAULT true, ADD on_freight BOOL NOT NULL DEFAULT true,
            ADD on_coupons BOOL NOT NULL DEFAULT false, ADD on_points BOOL NOT NULL DEFAULT false,
            ADD on_stored_value BOOL NOT NULL DEFAULT true;
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'bonus', 'reverse_redeem', 'grace', 'waive', 'transfer_in') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt', 'transfer_out') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' THEN true
                 ELSE points <> 0 END);
        ALTER TABLE crm_loyalty_campaign ADD CONSTRAINT crm_loyalty_campaign_sound CHECK (
            points >= 0 AND amount > 0 AND minimum >= 0 AND streak_days >= 0 AND streak_points >= 0 AND per_day >= 0
            AND per_member >= 0 AND given >= 0 AND budget >= 0 AND (budget = 0 OR given <= budget)
            AND (activity IS NOT NULL) = (trigger = 'activity') AND jsonb_typeof(products) = 'array');
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_campaign_version
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_award
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        ALTER TABLE crm_loyalty_award ADD CONSTRAINT crm_loyalty_award_sound CHECK (points > 0 AND basis >= 0),
            ADD CONSTRAINT crm_loyalty_award_version FOREIGN KEY (campaign_id, version)
                REFERENCES crm_loyalty_campaign_version (campaign_id, version);

        -- Each revision of a campaign is a version. What it gave of its budget is not a part of what it says.
        CREATE FUNCTION crm_loyalty_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO crm_loyalty_campaign_version (revision, created_at, updated_at, created_by_id, campaign_id,
                version, terms)
            VALUES (1, NEW.updated_at, NEW.updated_at, NEW.created_by_id, NEW.id, NEW.revision,
                to_jsonb(NEW) - '{id,revision,created_at,updated_at,created_by_id,given}'::text[]);
            RETURN NULL;
        END $$;
        CREATE TRIGGER keep_first_version AFTER INSERT ON crm_loyalty_campaign
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_keep_version();
        CREATE TRIGGER keep_version AFTER UPDATE ON crm_loyalty_campaign
            FOR EACH ROW WHEN (OLD.revision <> NEW.revision) EXECUTE FUNCTION crm_loyalty_keep_version();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_loyalty_entry DISABLE TRIGGER append_only;
        UPDATE crm_loyalty_entry SET kind = 'earn' WHERE kind = 'bonus';
        ALTER TABLE crm_loyalty_entry ENABLE TRIGGER append_only, DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive', 'transfer_in') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt', 'transfer_out') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' THEN true
                 ELSE points <> 0 END);
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nTRANSFER_OUT: transfer_out\nTRANSFER_IN: transfer_in\nMERGE: merge';
        DROP TABLE IF EXISTS "crm_loyalty_check_in";
        DROP TABLE IF EXISTS "crm_loyalty_award";
        DROP TABLE IF EXISTS "crm_loyalty_campaign_version";
        DROP TABLE IF EXISTS "crm_loyalty_campaign";
        DROP FUNCTION crm_loyalty_keep_version;
        ALTER TABLE crm_loyalty_rule DROP COLUMN on_tax, DROP COLUMN on_freight, DROP COLUMN on_coupons,
            DROP COLUMN on_points, DROP COLUMN on_stored_value;
    """


MODELS_STATE = (
    "eJztXetz4ka2/1e6+LK5VcQ1thPPxLl1qzCjZJwZgxdjz2ZDSmmkBrQW3UQPM+xu/vfbrQ"
    "d6g6QRSMjnSzKW+kjid/px3uc/HcVYyjrbYN3anPUUhdnU6lyj/3QoXhL+j9T7XdTBq1Xs"
    "rrhq4akep5JxiGpqWgZWxBtmWDcJv6QSUzG0laUxKgh7aEmWU2L8zUQrplHLRGyGGCXI2q"
    "zImXiGyhT+EI3O8w23qfanTWSLzYm1IAYn+u23jkska6rz0Xyo+Ofvv/M/NKqSL8R0hym2"
    "abFl+sDVszzTiK5GwHLHOddlMVpcu9Hmt9T6yRkrPn8qK0y3lzQYv9pYC0a3BJqL1ZxQYm"
    "CLiDdYhi2worauewj78Lk/Lxjifn+IRiUzbOsCcUHtfkBwrSPLg+FYfpDGstxJcMOnCCHu"
    "XVIYFZwUiDsAzMUnfPvDxcXl5duLN5dX777/7u3b79+9ecfHOt+bvPX2L/djArTcRzmY3f"
    "58OxiLD2J8urhTSlz4y6HBFnapHDYF6BvkRTPFlyd4kMmAMMl+Nvig7+KDfyFgRDDTfdTP"
    "D8uGi/Pv3n737vLquy362yu7QPcBDq99In65jK0kpO/5HUtbknRco5QxZFWP9Mz/x6Fw7v"
    "zvzKaKQBHNbUy/aGeKzpTnM8rW/9c5EA92ADy+vZMexr27e/H4pWn+qTtA9saSuHPhXN3E"
    "rn5z9T/RZbB9CPp8O/6AxJ/on8OB5ODMTGtuOG8Mxo3/2RHfhG2LyfyHy1gNg+Vf9i9F+G"
    "+v1JL8j1IC/0+T//4qnm7koidbgrTU7uqdYYWY3pJjLuACtYWwkoS/v8BGOvgBRQx1/mPK"
    "rLV6ZYsl/iLrhM6tBf/z6s0OPJ96o/6H3uibqzexRTPw7lw4t6LwTrGOqUKKTe8Q0fHEhj"
    "etmtYLD9f8oPsUgHg5xFUyTTnIdyHuUwDi5RBfEaryr5K5+qvpRWWoBHEFYlTDDtRWCUtR"
    "Y0EBUSlKeLy11jpJKWLWyc+ACBnAXxp+3z5WCPwQEUBfCHphhZw9p1rC3BmdZMRPzCDanH"
    "4kG4cZt/zLM8TYsNn3bvu0E+PFX/5k868GJ6CB11v7bXQD4CCoRCeWA8OIHwuj2/64k7rV"
    "fy3ACh991g89rKX4xk64HAg7KFU0fe+FY2DsPbClCId20Qx0xW4xxcrzGhuqHNk2xB12wW"
    "JXtmOTt5YXy/gVTPHcQUf8DPHRYQb0mUo6WT4l52a3kENJ8Un2epM+L7CFsOcjQhbRdRPx"
    "K9aCIMcnJS4yZBCVkCUyGeK/Y+M5kq7RnDEVMT6/umjGDH57SdBSo7ZF+EOoyvmgETPpkj"
    "rSO1P8Wgn/led58yaG8Fx10W9h2zx4sprpyXKnQzEOBDQgR5UWYcXWIi+wuShibo0QVWNx"
    "rRv8iM314k0eoysflWl1de7FlAWxkyVRflhiXc9WFnyi1hikLi/eXm1ntPhj1xx+uOt9+g"
    "RuWrA8RS1P5MtK448rwf8oZV38BwNjPm+8Wc4Vb1a5wMGAfDD+RqX1/IJflA6Ev6qMaKG4"
    "xSrMEKHgyRPjRl4jRHQiNtEOQU176f/8LHNEMKZb0CoRpdxrnPjA1mHlX0SuYqQziyv6iF"
    "DL2CCLsecfESVzbGkvBK25nk/4GIO8EMPEOppjfpVr/0skUDpDvZXwGX7LqL5J2iUO/7o8"
    "JgnnTbJviuCvh4DaurVfMEM0hBEhid5fJYWgD1MB+KXB9zalQtAHNAB8VfKXM52rkr4k/2"
    "Enxom8sld47efwr/H5WhWyn9gpzvC8uAYLu3nyrDunsyTZ7YwvIMNul9x+6XVICVqyF7Lk"
    "NEKWdM/9MzReECQEiik2CRcdZ7ZJTOHwUhaYzgliBnJRRJqVlFGremh555hrKAGZtLEyKS"
    "R5QZJXBGfwHkCSF/AfkrxO8ZgLuPDMf20SfBFzIFF7mZDHI2zwaZscetCReqPBNSLYoBN6"
    "Mxw8PlyjKaO2OaEj6b0k3V17IVETKv3j/nYk8bGOc1Lcf5JGD5IcjBP2SCL7438e9fp8+J"
    "yjy0ePex8l+abX/8gnFn4mspC3J/S9dDO+RiKdZUI/926f+Pg11l74+N77Xx4f+D2s/ss2"
    "+d3xqDd4+EkaycPHsZibmJozYsjMDt+7HYRuafwX3Umjn/kzl8SYk7hUmyfE4vwqR4TFeX"
    "ybCAIsxK1Y6gnY7upZyXODra2U+KFdwAc0rQlsOTLqXkKmjGdWWlx2jlzOgBQmf2k2mMw2"
    "0nJps4PnAorW5SofJG4OL9Od0jsjBLY0IKCVndlc1DXTrA7ZMzugOJ5g1jmUxhOd2Ze5Zv"
    "bljpl9mTKzCyugoHiesuKJFYsVKmuxJWjdejrMSQHxZHUfGY6iahbmQIwQDu3SHLD14hnJ"
    "ISJAHmIpGxxLGZ/qVcE78p51WhM9L7Sh9Z0HV28vrgrbvIEopwpu9OhqXtDEBxZz5ydudg"
    "uFTCx8kr0RE/du3K1JLIRNTSVOhi9GK9tQFiKuweacNdAap8TuFiMtF/0A8Q4Q7wDxDhDv"
    "0HazA8Q7vG7+Q7xDEzRzcE/X5aGzOELpVtf9kSZb4iNaYNmK0IL7Wmd4Lw2ukaCc0H7vfv"
    "w4kt5fIwWvLNsgqggp+ST1HsQ1g2snXIJW/bCT937ciRoXwnOFcVzkCeO4yA7juIgbcSG3"
    "/1UcSuA3B29Iyw+emnIaX620Bdb4Gq3xteQuNmyqV5i6WKO9WKQ3ZpmLvdTHAtZiL+8yt7"
    "HYEsUkFf5q5FtznTKQrmy3vZZpMC5AXrx4A5iQG7Tbd8GEDCZkMCGCCRn4DybkY0t6NSmU"
    "2KClFmGEEAxjjV5q+AVrDs4l+BynBVY3mtUNMnU3bH9tE5fB8VdbNPqSf4H4rkLYR8gA/t"
    "Lwg/+hbnERaioeF3xwQLw2B8SpottsD4TXfi/LCRF05yvghwgaBO53RfSQ378NadTpY7Uy"
    "2NzASxFRY6huXyqNGF20YGsR/u+WmXa2iaCInyAU5aQNkvRWHOQNeRwa4qHgv2jCYdEF/w"
    "X4L8B+Df4L4D/4L44tJ9bUa1CIh9RO79S8o9tglKyF0Z+5gj93xH7GQz+hIlsd0zskW+eH"
    "PUQEG0vpjSXabrvA5h4lrGbmvxIFZoe1S0zqqkwxYy1Xp/iGrYO8hpjQ8q/ADpNcEUkuDC"
    "kZM/6fPDxQOMfO+qFHndRSyMuD2CaQhw9fb+Ny4lXHLtbpZq5gRLeQpcuxDbls7Oazdoly"
    "yiGr0lqzFkgTDdPWFHm1Qs1rNLHf/kBmE/v7izdXXcTnzXJldtFS04nTrwI7/Svcpu8qQX"
    "+4D/sDaSbC+hpvPGtVmi3s6O/fbykDwxgYxsAwBoaxthtGwDD2uvkPhrFG6K9cYilkEfPG"
    "t84UdpmvyvKOIstxU5jz/wLQ+uOb3FqkJLhXecC9ygb3KhVc+d8phsbd+HokrStqXA3ACb"
    "tKjZEYblbliHCozeys0OiobiFt1QhR5VBVdWzMide6xu2ZKMoC+p1puohxXRGZXJufMnWD"
    "CH8Kwvy8FCpiOEN0zWxdRXMmYifQguOBlgTT9YIrk2kK6pHeWr6J47ZMDQR1gO4Kuivorq"
    "9BdwHd9XXzH3TXJuiure/jmNUvMWiIGJcY8+gK53l0hfNsXeE8oYxBnhk0ymqCmeEgrbJO"
    "roinp9cSn/m5t5uR9PdHfjS6pTq9Z0xo7/5+NHwSF7lubbAXt6bnL1LfG/gvovjvqn0jUo"
    "miqaXksiglpDU3WfoSabLGc7Fdz6doneXvMO0BIYG23oPd345KKBgJUlAwTiyNGbDnV0Sv"
    "n8LQh4gA+dLB5Ewuu/8nSIELFcU1Qxb/obP4g7l7fJAbNuNzh5DHl3sOmP0eblUA7LeQay"
    "e6ocOsqUUoThTZHDUo0oXxr8HXc7Q8mm1OKkkoH80r8TEi4kGdrIgS73a3YCjJlmhfJEk2"
    "5HliMPwYMQi2gGALCLaAYIvXYO6FYIvXzX8ItmiCVQii2UOdB3M5LnfUzThPFs6AgPbDYw"
    "xxKrU1QuUHXgGBeDu+NQVhKpOGuW6pvaTsxDeM6QTTLL+sTxQDdMqpDoWor/odV7y5GQ4/"
    "RSSbm9vY9Bw83t1IfO9wdg4+SLMyZu1pxRd2XpitLLyQwAJRP0/Dx/4HEVPo0U9of/h4Px"
    "xcI4XZK+Z09X34IN/0+h9FiVBzIQtjTKfMnl55vM9cm6UoBdknpj++fcdlrgSw8x0ZYOfJ"
    "HLv1Ik3l2nVY+hQgZpd2vnKa4m7XgAiElKo8rn4Zmyr8KZGCOifGjNzOwGASNtDobzvYZp"
    "j8xc1uMYO/T5IjcfSFGMK4K2oELdjaLzUkEjHd5liiDjejBCm2YRCqbH5E1Km7rSww5b9I"
    "5HjqGzRjus7WfPR045QaouSL5T86LXH0SG+FekYN3t264KYANwWYqcFNAfwHN0V7hfgwFz"
    "zZpMCpFqJoTxHe6k41TzwsYmUJ07TQ/XOZJ98mO9smr1PilXkkqjOQL9NjeHfmLW1p2gTp"
    "sbNlRGfYjI1iv8E8oG7yltEZSE/CVu7oyhP6vvfrwzVS8cac0LvhYPyB/7Vk1Fr4f8vS4L"
    "13SSZUndC/P/ZGY2nkXv/TxoZFDPfOr1LPu7zhGrq4VsrGfpHLbbrDaxrfn9zfU2B/CgiO"
    "qCRenMjuJOZKASz94eAHTQh6WNdUeWawZVF1K0oJjcobrVUJ1uAvKaf5Lnd3QFSzu3sr+T"
    "fYy83hmQmfxiJNZtqDcogQkM6DtOtSTwtB2oN0iPCISG+vhKEumtdQF9aZ0V57oM7UrwDp"
    "DKRNixlElfnBaheNTEqhhp0kFfOEq7pGd6rTGSnLneq3TSrgTvW7Nu13p7odmE20XjCTIL"
    "dzHDIIVhZERX9YCy56iLzJPxxPp0aRZnURV+01PXBfLviRRQzh/Ez6Tat/PDhIG22+AAfp"
    "PjaAgxQcZOAgBf6Dg/SEj7mm5HE1qOEL9CQ5OYC38nex3SNC1h4ffx3h0TXqnE9eekuW2v"
    "kUpL8U0DxDSTP7lc/PopUKRn7XVjRnFpoxwwuu/dHRAflEWyELPxOTK4cIzznXTMvpKSpa"
    "ZyU1zoqeWb6Bi1u7JHQR9FHQR0EfBX207foI6KOvm/+gjzZBH4UGpJ66lKvgxY56F8lyF7"
    "ZZbnczoQ/CSWxgDqO4rlBk+YRpSi2hhvEzvobyLaJdqyixjF5Y6vGwy6vtk9QdQADlNqDc"
    "RqXlNl5IoW5TW4LWGTcPstNA25Xa+6mFbGH58Y+QAfzlM0jq6bfSMK2gCcVPoN3EodtNBC"
    "XDqwA4qFreUnwjW2wF9WX2Nk4YUjJm/D9FuJC3bUKzNpy8LMjRNaFil19vZ6X+XolC/Th3"
    "nf7O54WmLLgEvlxhvh7RHL8QhClyUPib6fnnugiLYFEx0ssj51eo6njwRDG0MzQIV9VJc/"
    "8d6C3FHYL+R3h/qnjjOghXtsEfbBL3r9gocBiCwxAchuAwfBX2VnAYvmr+g8OwCUaCBlT4"
    "aQbulZ1rUBa/pqm8lawT0Geb1MM0Ta6U0iS7+hSbWsH5vSVpTeWNY3cwxylGFSElpePtDd"
    "8lGp3g3N6BopBowP3TrDkbs20UEO+ihMACcAGdBvQ7XED+nK7KRdEPPe/ElkJeC3lsG8jh"
    "BQI/2yH8bOAIapkjaLt3ZPmCwptLAXdQeI/b7xG6d3soONlZnhZmIkvkb81EHRBxXVkQ5f"
    "lbjZqI/yEuYIqc5lsa/0gkYeHrcZw0oi+DZiHNRM9kZQn/Ds7u5nDMFxftQi18QqJ8iwye"
    "IPAEgScIPEGvwRMAnqDXzX/wBDXBVgAtqaEl9RFD/g+CMf+A+ZxkpHDtz3sJkTd5VnfuHw"
    "UED9L1VoGZ0P4Hqf9RvhWZL0J5kTU6ob3++Pbpdvzr9VZ5iStD9WS+hL+mDJ/C9A1Ou+Ma"
    "/NOt9PkaCfGfrCf04XH0JHFumLbxQjYTKj1Jg/E1Ii+EWvwuR4uz1OQQcH7ej4Y/3X4SLD"
    "bYTNNJgzgH/bKzj9rqEvj2leTPiM7IXY6/McvkQP4/FwmnnGxxALdkrxlBiGSpy3MKbcLi"
    "R1nFbcJqaGvVsK2gppRQDqEqPquk5BemP6JKpLI1LagWdd4PP3NhXFBO6EDqCW8O5wXhwp"
    "3Jhb3H+2tkr8oIde9yrIR3mSvhXaIhlUa1pZ0iY+xaCiEiiOgqtxJOuxXPSUnSp9eTZ3vl"
    "lDFvQ3eeU8P89Lv0nBrirerWc1Lgrwym2krabP/lYTjIUE9DNHHVXlMs9F+ka+bBJJiQo3"
    "Bqa7qlUfNMvK8OL6HAKMIIX0b85q73j7j42P80vHEgC3n+xANuYiyZaYZpydmJGDuXQ5IY"
    "9qICy2GqGdYiNU8gn2oVpj+iaoXppqhm1RsIjwbdeF2BvY7ATv9gp31wGa3qKodWFfeRh4"
    "rrx7Uq/iKCn+WC/WljVK1RrSqLFPIAKmOYTJC2Bt1jp9kRQ07dZnaahQMiwL087kunoV5x"
    "6AM6QL8c+lNbnZOCBuOABlAvh3pGicxdoGcVyQTMc2Luh58XQj1EBM6RilLG/DauVaQy+V"
    "1kT4sNeVNoQrOvghymA2XbPHl1M/Yl3TwF9TVK5N7IofIc+Vsw+QXTTKypSASPiIa7foqL"
    "xbbteM/QZ0OzLELRdONcFEkSUyweTfdVZjvgm1KybBKl1Xxcfo/l30CSDSTZQJINJNm0Pc"
    "kCkmxeN/8hyaYJyhWUW6v6XLOIsSzkAtwSHN//V09k70E8fVDcp2nmAqgwc6AKM3XaDkQq"
    "1+0Om4F3v1vMVuAliOWzEfSQ6z1AayzKZBCDcJXd0drZzNHMFcZRpKK+unBc/shvKYSr+v"
    "yPpBngax+Wqum7jwwXWgcdvykbVhd0fNDxQccDHR/4Dzp+e+VyqNX7VZmmbnBWATkgIGiT"
    "AlmZIBCRiAukdYXJ2gRsvZp5VtRWOb38bvu0E+NFXq08MgsboJP/9f+enx7p"
)
