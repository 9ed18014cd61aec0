"""Teams, participants, plans of contact, and whom the next contact is up to: kept by the database, whoever writes."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_contact_plan" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "way" VARCHAR(12) NOT NULL,
    "every" SMALLINT NOT NULL,
    "unit" VARCHAR(5) NOT NULL,
    "position" INT NOT NULL,
    "active" BOOL NOT NULL,
    "level_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "value_class_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT
);
COMMENT ON COLUMN "crm_core_contact_plan"."way" IS 'CALL: call\nVISIT: visit\nMAIL: mail';
COMMENT ON COLUMN "crm_core_contact_plan"."unit" IS 'DAY: day\nWEEK: week\nMONTH: month';
COMMENT ON TABLE "crm_core_contact_plan" IS 'How often customers of a class and a level are contacted, and in what way (定期回访, SVC-13).';
        CREATE TABLE IF NOT EXISTS "crm_core_follow_up_reminder" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "user_id" BIGINT NOT NULL UNIQUE REFERENCES "guanxi_user" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "crm_core_follow_up_reminder" IS 'Up to which day a user was reminded of follow-ups.';
        CREATE TABLE IF NOT EXISTS "crm_core_member" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "part" VARCHAR(12) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_me_custome_9bfeea" UNIQUE ("customer_id", "user_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_user_id_095c38" ON "crm_core_member" ("user_id", "customer_id");
COMMENT ON COLUMN "crm_core_member"."part" IS 'SALES: sales\nPRESALES: presales\nSERVICE: service\nFINANCE: finance\nMANAGEMENT: management\nOTHER: other';
COMMENT ON TABLE "crm_core_member" IS 'Somebody beside the owner who follows a customer, and sees it as the owner does (CUST-37).';
        CREATE TABLE IF NOT EXISTS "crm_core_participant" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "activity_id" BIGINT NOT NULL REFERENCES "crm_core_activity" ("id") ON DELETE CASCADE,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_pa_activit_a61359" UNIQUE ("activity_id", "user_id")
);
COMMENT ON TABLE "crm_core_participant" IS 'A colleague who took part in a contact with a customer.';
        ALTER TABLE "crm_core_activity" ADD "next_contact_by_id" BIGINT;
        ALTER TABLE "crm_core_customer" ADD "next_contact_by_id" BIGINT;
        ALTER TABLE "crm_core_customer" ADD "next_contact_planned" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "crm_core_activity" ADD CONSTRAINT "fk_crm_core_guanxi_u_11a741aa" FOREIGN KEY ("next_contact_by_id") REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_core_customer" ADD CONSTRAINT "fk_crm_core_guanxi_u_7c2c0ac1" FOREIGN KEY ("next_contact_by_id") REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_core_contact_plan" ADD CONSTRAINT "crm_core_contact_plan_every" CHECK ("every" > 0);

        CREATE FUNCTION crm_core_cadence_day(since date, every int, unit text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
            SELECT (since + CASE unit WHEN 'day' THEN make_interval(days => every)
                WHEN 'week' THEN make_interval(weeks => every) ELSE make_interval(months => every) END)::date
        $$;
        -- A next contact without anybody named is up to the owner, and goes with the customer to another one. A merge
        -- says itself what becomes of it.
        CREATE FUNCTION crm_core_keep_next_contact() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.next_contact_on IS NULL THEN
                NEW.next_contact_by_id := NULL;
                NEW.next_contact_planned := false;
            ELSIF coalesce(current_setting('crm_core.merging', true), '') <> 'on' THEN
                IF NEW.next_contact_by_id IS NULL THEN
                    NEW.next_contact_by_id := NEW.owner_id;
                ELSIF TG_OP = 'UPDATE' THEN
                    IF NEW.owner_id IS DISTINCT FROM OLD.owner_id AND NEW.next_contact_by_id = OLD.owner_id
                        AND OLD.next_contact_by_id = OLD.owner_id THEN
                        NEW.next_contact_by_id := NEW.owner_id;
                    END IF;
                END IF;
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER keep_next_contact
            BEFORE INSERT OR UPDATE OF next_contact_on, next_contact_by_id, next_contact_planned, owner_id
            ON crm_core_customer FOR EACH ROW EXECUTE FUNCTION crm_core_keep_next_contact();
        UPDATE crm_core_customer SET next_contact_by_id = owner_id
            WHERE next_contact_on IS NOT NULL AND owner_id IS NOT NULL;
        CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_next_co_0055fd" ON "crm_core_customer" ("next_contact_by_id", "next_contact_on");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER keep_next_contact ON crm_core_customer;
        DROP FUNCTION crm_core_keep_next_contact();
        DROP FUNCTION crm_core_cadence_day(date, int, text);
        DROP INDEX IF EXISTS "idx_crm_core_cu_next_co_0055fd";
        ALTER TABLE "crm_core_customer" DROP CONSTRAINT IF EXISTS "fk_crm_core_guanxi_u_7c2c0ac1";
        ALTER TABLE "crm_core_activity" DROP CONSTRAINT IF EXISTS "fk_crm_core_guanxi_u_11a741aa";
        ALTER TABLE "crm_core_activity" DROP COLUMN "next_contact_by_id";
        ALTER TABLE "crm_core_customer" DROP COLUMN "next_contact_by_id";
        ALTER TABLE "crm_core_customer" DROP COLUMN "next_contact_planned";
        DROP TABLE IF EXISTS "crm_core_participant";
        DROP TABLE IF EXISTS "crm_core_member";
        DROP TABLE IF EXISTS "crm_core_follow_up_reminder";
        DROP TABLE IF EXISTS "crm_core_contact_plan";"""


MODELS_STATE = (
    "eJztXW2T2riy/isqvtxs1exUMpOXOdxbt4pMnITdGUgBSfZs2GINFoN3jMTxy5DJOfvfj+"
    "Q3ZFsGyQOMYfpLMthqGZ6WpVY/re5/NybufDShLj5tTXz7zvbvG0307wYx55j9Ibl7ghrm"
    "YiHe45d8c+xkBEamKDD2fJddYA2mpuNhdsnC3sS1F75NCRfrEowmlPisEVra/gyZaBJ4Pp"
    "1jt8n/Nh3nhP1/Z3u2z/+Ymza7QF32J6E+RuaYBj6yffTs8nN/8PPZm59O+YMtOmFPtsnN"
    "Dp8REPtfAR759Ab7M+yyJ337g122iYW/Y49//NZInjOyrRAPn//L/mYNv+U+BZ6kGe9wcT"
    "ua2tixMvqJGobXR/79Irz21r5pE/992JZjMGYKcYI5WbVf3PszSlIBm4QPusEEu6aP+RN8"
    "N+BaIoHjxJpNFBf93FWT6HcKMhaemoHDdc2loy+wutYYjTrdwahvDEajRmEcJBKC2uJLTH"
    "F8DLGv6oUA3PCv8PM/zs7Oz9+cPT9/ffHq5Zs3ry6eX7C24fct3nrzd/RlVmhFXYWYtT+0"
    "OwP+hSgbqNFQ5hf+DmVM34ykQnWu0HcxHyzsmxd0UKoAUWSzGhLQ1+khubBSxOodS1B/sV"
    "s1nL14+eblxfnrlyn66ZV1oCcAi9MN5r98FI38LKTv2B3fnmM5rlnJHLJWLHqa/LErnBv/"
    "Nw3IhKOIbgKTfLdPJw6d3J4Suvz/xo50sAbgQfva6A9a159493PP+5cTAtkaGPzOWXj1Pn"
    "f12eufsq9B2gn62h58RPwj+r3bMUKcqeffuOETV+0Gvzf4dzIDn47YDx+ZlghWcjm5lNF/"
    "sLAq6j8rCfo/TP0nb/H4fqS7shVEK82u8RqmpfQjWeZWWrhlv7YI/uXMdA0SzEP42+xrmm"
    "SCC2pIZHPosx+1q3dOH/7GZevqqhkafEPypd1vD5qR1Tck1602u8MtvyFhPRjN0PTLm5Il"
    "ypqb30cOJjf+jC+5Z2v08KXVu/zY6j17cZZ72TrxnbPwVlYt+pMiTIaHPBl6wfgvPJEonb"
    "+JcoULInV+AdXnv8wrdfb8ucI7xVqVvlThvexbxfZ0Exq9BFXmO0F8f4g3CCVY8xVqdNgw"
    "5dMZwUPSM1qXH413TcQWzckMW0PCVgGjx4Ysv8jQx2wc+/w671G8x6bDkXj/cyfsq/X2in"
    "UekLC/8KdV0q+SetdoN69cC/tsKveKyh3g7yV2hCCyR4U+xnxo/DbITIUJkM+uW7/9lJkO"
    "r7qdD0lzAfjLq+7bHOCE4TqKnSwj2caYL1hy4CWi61auwzPm1uiCrzf5rXCMhLYdnJEDI7"
    "iqEZxz2WkoICu4PyfP0akgMyNU2BLK5eGVqKoPwTWtrgRBCJDXQZ77/Ke3Ur9zMsUUNfGe"
    "uti+Ib/i+4LZmkM/ZXYuhc4ObFr6OxlsydXVeHHNZUqX5KdkhoKFHeyHOHDDtte+HDRkq+"
    "92AF71dVhjXRnejMmhgG5uYn4IyrFn4bOnNIAPFGD5QqYAdOA9bJJ4EugKK1QJpHwqHpuT"
    "26XpWqPMnMzv0DOau5K2Ld6an83zV0xi3oTo8J/Bv3Rh5pAy8sK0okTIC1PaZj6+hRbY9S"
    "hBpi/Q5EVOfU27Crx4+BtPVly4+BkocKDAgQIHCvzYvf5AgT9t/QMFXgdXR2J5qBJvSfsj"
    "ZN1eKNEyL9bwMi+KxMxfdDzybd/RAjkjdATkzB5wntOxrQfySuLoED5XAfi8HN/zAryLWU"
    "zEqqKbCgC4G8HFPAxHB9xU4OjAPXv1UoUaf/WynBvn97L4LvFkJrMyywFeSRwdwq9Vhu/r"
    "8uH7ujB8eeCYVuRBKnAE4O477oC9+RIXxFtKHWySkoUuFsmhPWYyu4I7vbJfxN92u1cZxN"
    "+285B+vn5rMOMihJ81sv0Su9h0JzP7Dss2JuuwFsUAbw28IQoBuNd6KmO73OujMSyJAuQU"
    "i6AeNY5FFNhEspRDrUKd5LkSuiSlPIp4L7lm4YXp+nNM/DLypRiPl9xiA/sGlxE2o1t8H3"
    "1iP9/Co7BN+HlC5wuueoI9T5Ry8B12kjOPwkoRPSZswn46g9a9X99K8pXTn15skLrJ8mJh"
    "0zvTCTK/zTE9n41d08mBsXDpnR2/5xN+4BWoKqCqgKoCquroqQqgqp62/oGqqgNVNaGWlg"
    "s6ab8dL9Pj2hU7Pj50WAdh2Y+6MYn9w/Rji0XndFi396HVaf/eGrS7nSYSexqST0avz69G"
    "oV6NCqrZ/mFYIGh3eywy3clpYpzIAM4aOHs0KJto1iCdSj0qX7A1eHfCf4dALRxzoj1ZrK"
    "SOA94dEFwcJRffSLfUG8BdiR0B2bVroAU/mgbOWamjg3l308U48OzERak1qEXBo8N7+8Pa"
    "wTemM5pSd66DdFYKYN4Ic+qsr7KLSYX3CPSC+pj4tuno7mE+dQdGZ9BuXbGtStJHlNmiM4"
    "iyWhB/SN53e9e8CR9C/P5Vt8/uOtTz67GzmTCzzne1DG9BZI96uuzs55VQQbgc4AK+ELO3"
    "w5g9iDeFkMg9zQq7CImcmt910I2bHx222x+4Szz2bF9rYhBEjg7gnbiSxEAE5bVNkAE/h9"
    "yAnsRZzJWtsbg94CnH07L5F9BLbCjKAK5yXE3LcjXdFoLI0c2x50pz7PmaOfZcMseybaIu"
    "4SrKHB3K29//+qx7EszHshDbNd7OjNTRwbx9i4w9x6VWMPGl7vvyUyp5uSOAet+HVXzzRj"
    "JL/9LvdsrG9o1sirbYeoj+gxzb21kkohAhNQ5sx7eJd8qf9xjhURyf9arIo36SDXniHRRU"
    "4ZoW/z4Fbaw9ziJIwWkWjdMskB12W9lhM3AsHJMQ7TNZZV089oheNavxSA4PA1QbyRLRpz"
    "yS2W+zyky9zfzUSrqSHbIf5BrvjesWz48+xXPTwbzKBP/E/25UsAUvFEzBi1JL8CJvCI5t"
    "15+NJuzLEMusrIhiL3s0DD3qRM/MKmV1OauOfveq1Wui8PaQXH3u8E9OQOLGdVDHnM0Ps6"
    "Iu+mzMOKVB1TnRIwqpPj978zoNouYf1oVN99nrdVWcsiN0LFPiy1OBNRYEUHM+ZzzFrout"
    "0WTGLYgScmrz/CHtqM5z+qePYT2NkBwekq8Ge50HTRRlyGAzvNHvtz7wSR57nnmDs5WFxJ"
    "pDNZhyVtgnp23U6YO8JDhn5c7ZpGaK1sY/I1Tr3f+3Pw5o0z8zx7ZMEeVOr5XEoY7vffu4"
    "HHuKR9opcLJSgLUa1gvXnuCRhwlbTtKay9UWYUlHdV6Er7pfeejeckg+tj98bKKZfTOrwY"
    "Lq0HvT8e9HmUjGKgqRdgQK0VbIHXZt1pWl6arJiT1lN02aDkP9jG8qsr/MCc/zWD1/gEX4"
    "KKd5Q9BGk4AZ1WSiFXZSlDzU9TNHfaown+XEZ2FuzqVx0XLbCnJPeTJw6MQsi/JVWdQS6T"
    "0O0B+zkXa8euP3j0yoiULZITHYn7ja8Welo0prTioVA4G/s50hMR1p4oU14cBZsa1YEjXK"
    "AHChgvNFOc4XxZgqyHe433yHuRRhOn7avOwjmh31c9QW0r2p23EF0SPyge/ZusulsVPXQU"
    "4QNFBVA2KuQXX4RSnAvir2UM+1XvoQ04Kqa0GUAuyrYh8lwNAGPyMG6FdF36OBO8Ha6GfE"
    "AP0H+rgc0/O0VVCUBT3o6IHnJi7JbC5AW9RJheTmAxzl6DgsVfydjLgNec2LA1GhHm9oRw"
    "K4G8EV7W0FWJPdESC7EdncRlIB3LIMXwBtDtqMbaYAbGRNALAbgc2YXQrAhjuUh+D6JMqe"
    "i/s4BVBXXsAtIPsu09lx4ltwmyqAnPNwwBjegLHcI1SzGjPh5NwUSY78tK1UW8ZPGm+qK9"
    "NooSV1LUSnyEQ8TJRdNt175M9MHwVsPHiI84DEarL7oaV1gkyCEsuAfUDRUsb/iuZe/ldo"
    "8KLQ4D3Nk6B7eqSkLs63NNF2VGfmj3TQpqqBUixQikWmB5U5DkqxQCmOQyjFAaVYnrb+oR"
    "RLHRzbh1UvpEp4t/HFuGpGFhzPrPvuMzOu/9lMDbkh6RkfwgoikTk3JP3u596l0YyNuiH5"
    "0rr6bIwur1r9fhPlPM6PX/AFqorsul7AD8mp5g1p1X/ITjMfYp6hXQPMFhVbns6pdPIXRf"
    "ZoVT/fccTc1uxqts+272TnHtZGf6ZCe4z9TDaRBxX6WWAjH8tH04oTIUrdNK1VlkQlT42Q"
    "VXGzs+Yt9mwLI3+G+eFwgihhjZYzezJD3FKwPLa4hneT2sLI9j3sTIs+mAf1pFJyOFfKmR"
    "fABf8K+FfAvwL+lWPfX4N/5WnrH/wr4F/RfufodGqn30TZx9J9/77NPSaRdORR6Q+MnvEu"
    "8qp4PCeMNSRv2/ycz4cmGtuOw3Q1JO+Mq/YXg/tjLOywHQj3x3zsXrO+ZsxsG5Lu4KPRYx"
    "2HBp6amqHWUaSyQ611dMglIQ7D6XKQ1SEOA9qDLhRxGBAfSs2Ivbm9oWrEPlDeviXh4om9"
    "sKXRieUYZ4SOEOQdVMiF6ok7rMlRki9vDT9Wi1R5BzMP5xzYGnv4rOD+/KNHsYVfc+YsAb"
    "aojgqnIC6Fzg5MGaoBz7mBWLNI58soEvsTjX6AhErLtDhR5NPSIhWplEIIdFQMClEXxQYr"
    "L/gc5l9G44Qoox4ucGImsTgvhuKHSmOdt9q3NKg5p+fEeRWl1MsHOX9Lrp+gb40ELGDngJ"
    "0Ddg7YuafAzgA797T1D+wcsHPa79yKBtMg5667b9th7SY6tnklp2wVkPet3/ijvg+JEZX7"
    "wFG9j3x1kIcScdvOji3P7bwh1fCROoDPXr1U4eBevSxn4fi9fNLhcVlpHDnCqcDROXZ2wM"
    "Ctdjx6U39GDub9qvM+eNXAq1ZPZWzXqyaZc7YD8Kqvw5pulOHNTLQ181m2CCX3c/uHGf96"
    "Wfx/psmJ6imAgtRGr+WAp0swV/7CpemhpBtsMftxhskJGt+zP+g89CYuZ/enqO0j20ME3z"
    "GRgFjMFC06Lbfb9ebTAuB6rKXrUd9DAp6RQ/aMuNj0ZI7mdTERicQxbu62fmKYJ7fRNnwF"
    "Idh2HMe244msLWs2HYEHSfc2msLCm78FO1hlx9cleEDZP3vZ7z3qW7DDGIqHx0V4eE1IhI"
    "f1oiHS9ht3FF9zZr+FJ7aFLcTsKRMtApfZG/gUDWYYcZNxbHoYuXjKRqmHeB3uG+w1wxAG"
    "hw0Cz0cuXaLwAIYkLGK3j6pwPjl+Jv+TB0Pw4IjImIXQiNruTyA0AkIjMjjDBhBCI0D/EB"
    "pxiMuccGpiZYpUiY4QxOvslGlct3q/siHPDyXPTfeWTQz8WHLf6H0JTzSzvc9deKT5U6s3"
    "6Bi9fhPxFNnsq3vsWq/7vh0daF64dGrzI815G/NxXDzckJXbJGraE+Vrrb4P7S+8xu2NfY"
    "fJkPC56V2v9ZVdWdr+zGJ7qJoUv+XbBVIWT7FZH4J4rdXx1Xg7et/tXfO4IYYedef8zfnE"
    "I4cW5gK7PAHjiH3s83yLNhmxSx5PuZiNSYoCkaI4JLac9FsfePgS9jy2Wa2kzq0f3QNO4o"
    "mZJLVy3D5Je8TndRN04ReEwBKsijzwRTWhKyBGatcxUny+2A66kcd7EPd3WINdFV9hdlXA"
    "Fsi2vZNtOyCEwhG9jhRKhrwOMTRK3juVU7J3bM/ADVk6RUvO39geMr1bbIUHWjfRNj6NmR"
    "tk+7ywD8HLtMMpdRy69Ngd2QHafT1WerZW8KbEYlA2qD5L9gmwQ8AOwVYc2CHQP7BD+7Ys"
    "gR0CdkiTHUpMSHWTRJA4Jhfm1owSud+Ab4XK/ZJ1H/xbWV2M3waZhSUZls+uW7/9lFlcrr"
    "qdD0lzYRhfXnXfyjzBsqJM6/Hee1GmA4e84Ih8LM9DD/uYcIR6QfgNJb6HbJMTRe+Dm0iN"
    "3ERss/9h6mMXzegSOZTchDQzDfwkPVYaSupFdYXZ8sf2/KaLhYNrp6g7naKAPdhBHms7pt"
    "Y9mpkeW01wlHxrwXeAeCnxQuz54XBmrtbmGHgd9rbAg9fhae86wevwtPUPXoc6eB2g1u1u"
    "M6VDudvdYxxa5VX9ZqnwdrDehaXc+NQdGJ1Bu3XVRAsabrBMZ0iuuv1Bk21bPL+KD2z7EZ"
    "xztmeaSRLX9+em45TO5Sup/ZnI5693O4efn715nc7a/MO6ebp/3eIlvA635nB6BYoOV/HF"
    "fMXj99SdN6RemOTmiaL/JYkRV/S8oEUwduwJWnC3hh8e3fVuPcS3rT51o4Tm/gzbbhh/IY"
    "vh0O8APCC1Ng3BA7JJDeABgR0weEBA/+ABOeBlDjwg+9qd+/QWa+WeSwXquyOviO+5yp77"
    "vHzPfV7Yc/u272iN3lQAhq/i8OWAaXrwRBlw4SmhPDPJrcR3tCb+JJU4AoT3Hu8Tgqcb8S"
    "MKAejaoJve7Yi6NyYRskHr+PYk4uDl2+Dly+MflmKpAHwqt0fEEzvloAEvLS2+EfLyCuMw"
    "zDehLmT20ERdkIShrg56cuoyDWnXhF4qDwrQV0B8fqAi/II0zDkV0E+OalSEXxQH/KvgL5"
    "6KqaIAUR40oLPqHgxdf/BTPV2SCtlzRClwlld1lns0cCdYG/yMGKCvg/6a5EXhkC4qAvK/"
    "ZPK/iC++Qk6daKg+BNU0eGeAo0Cc48Q1807XLLNOHDZlEN+9b6wLrIpanGhGV41wKqZaey"
    "GOiELczDoJK6vxk2ETc74w2aiKQqccHF51JYXbKvdSoWJCUiYh/KXZS4HPkIifllyHaC2I"
    "1oJoLYjWOvZoHYjWetr6h2itOmxAS5mNct66nNIA1jrngpGw1rfsfdClqlMZcCFq+LW4cV"
    "22+yyPNcpKHcEAz9eNUCscsa5yRLFcK8Nsji07mOsivZICpFWRFjeMOliLcoC2Ktp+7HTS"
    "QTqRAZSVxzQlflx+U2tIr8QAaxWsoUrIo1vcghtQHX5BCKDfFt+THOx9MDEhnCo+MD2okh"
    "PC+FPgfKAKyM5rZ++R/LnGbvi2Slif6NaJIt0zT1tvZHm6BK9qXodyFmL4UZ4nkPMup6jl"
    "ozn1fERJfFCejyQrOiGPzckM/elQD7t/omdz+8YNI7zRq5+KTNBOn6TCFnmBe2ff0TxbFP"
    "aZu3aLF37UrW87wBQBUwRMETBFx88UAFP0tPUPTFEd9q1wrl+od6BW8GBdxYOCa4aNVK+s"
    "HHaZ1ZBIHJ3z65USwq/WIPxK4vwK65tJDlP80u92SuaPlUh+9bAnPvoPcmxvZ/aZsG6MA9"
    "vxbeKd8sc+xqLBIcqsFwUuNE975hYC3kGeC432MbpreiL0WMv57h0GR7FqB8RiO+YqRpso"
    "uAUl12z1PiYdJw4JnViGWARO6KhHMoi+IHXbV5QC0uABEVLcJ1hl85GXhL1H5WNSWR+pxk"
    "GprCC8BpVVEK/KFV6DvCS8BlviL5PBDTSbGs2WmwwUiMxwCQV41eAV7Q0FbNPV8SH4PokT"
    "l3k7QgHcdM4FcDeAm1+d6ki+9zCD1PMb5Rx80uJEh4ofuYKUQnJ7iwasn5gDTyrzuXhBXT"
    "Yo0LPLz/3Bz8/PJBy7nqgSae6zgcgbJ9R4yZnLkMLPXYsfK14GJh2YdGDSgUk/dn8dMOlP"
    "W//ApNfBlQJM+m6ZdEJ9PXzj9sCiq7DoqeldhFepOuDesaaLqPyBBt6N7iej00Rcckiujd"
    "4H410zDg4ekp7xi3E54Fdc/Bee8G9bQTcXCpq5KNXLRV4rJvGWMldV+ahfScC4Vxn3Fp7Y"
    "ViXbKSsJjHatLSQ4IPfY5lHyulQwUguiYKRW1YLoOVNXgCgF2FfFPuehVIc/Jwga2BLTCg"
    "cad3GgsTDd7Bvemg11VXTFSVYB2mRSACpwA6652VMB2pW9AeBuALdgmtWNaKV3OMv95W6d"
    "aFGr81RGLaMtP1w8pY5Dl/wYMhdGYYbasLcmMh0nIk9tHxGMLQ/5NGzGL3AISlLcbqVbFU"
    "I2+tXAqNbAjjlZw6gmY0HHUSTKHKEL+kLFV3RR7iq6KHiK5nhOXcmKUH7MaCWx/1NGj+MY"
    "2sl5InES0gzTBrdNlalmzZYpTfbxYIM+TTJyYGrQCu+TGUWXrf5l653xeDZRh/rvwsAtuV"
    "20uq1qGxHqj6yVyEbTaLCkaXIWL07HT+kts1vsWxzm6zddjFivYd5+j33B/0V/MpvnTzQz"
    "vfBaZPnY1in6OqOhxHKGSTO852L2paz/8RBdkqL9tOdnS4ysb2w4hEBFm+M/CkZXuhEEc6"
    "ue5hYEsEEAWwZnCGCCADbQPwSwHeIyJzjrif4uayUDe6xDI2WfLvhrNrixbQ50oAJhRTbU"
    "tXt0JvBgkd1MBT6W8+CSEp9t7j85JmlI3QdigxNFB8IkkhktEqGNLoSPdIno1MdE2MzTKT"
    "LRxDE9L9rHIwffYSfcz8cPwFZUDtAmbM/Odv5L8x49Gwavxv8wh8HrNy+m7O/XFh4GF+Px"
    "9AT1v1z+/OJccvJt70/fzNWAqwBcBeAqAFfBsW8VwVXwtPUProI67FjhrNuqoM+ZUkGfsz"
    "UFfc6KZ93Y/6MfM12IY5GjO/mzE4yZ+S3Hd/N5t1h0jzhPTMfRxLpx2bq6aiIuOSRf2v32"
    "oBlVRh+S61ab3ZmbUcZVfW0oKWONLvKqYDslWWRNf86+e+l0ngodjZF8fvbmdTpt8w/rJu"
    "r+NVOvLKGbXVJvbfOwTmT3OK7nbGs80x3Y71r/bCLLvB+Sr4bxaxMtMb5lg7rbGXxkozrt"
    "Ufd4ocrhwvKjhfkxzQwf29fb+YkiexzUz5/vdlhvbe9nMrv5TmJ3rM1MuxKCMrs6yWm590"
    "o/Oa0gBdZ1Vev6znQCPAp9idoaKMqCHrZEDQnQboXIGGCl4oI1U4Uqh1EciCqZOfn8AeBu"
    "TsopzLM1I4jeh+cKPi96eM5BdBtSlqjQ6kSRKoqOLYyCxcgVRTcSRp8X/BDMcmZPZtx0RC"
    "YKPOyipemhuCOLUzhR9z8HC6/I+lTrAqibGs/2J2uoG0vmH+AuZjn4ltQnkPErH6Cvaw2q"
    "3B2c33xWKWgQbLuewRMZuwVLRWfGz+qsqLAuwQPK/tm03uodcq2XqlQX26AkAbb8IMeDMw"
    "PPx2WLZnxPdamcr5pvXB77SfbeMfZsC4eHGeiS8OVtRuMlzeMBDnG8QxTJ4GHs8TOl8cmI"
    "SMCi7GKU+/f8jSR4YrePkh64EBM9hOO9eOhCULKY5gCOYNRzcYa4CoiryOAMvDrEVYD+Ia"
    "7iEJc5iKuQ0HE7ySG8MN3K7Ggiu88ct0nQvA472m9dGf0m8kwHe0PyqWfEFxZstoiu9Y3e"
    "l/alwdpg986e4CF53+60OvzK1Cb8x/MQgU7rg3FtdAY8UIBvV+aY+EPSHXw0ek20+maPHj"
    "wAuT0ffdqqh9/nyUC/hqOClIa7Tmko95ftKi3coeJa5jN7fH7qE1vG7Ym9MMPvLvGyiQ1O"
    "FF1ti5yMQtktNhE62LwJcOj28nkOEt4LPx1kJieG0NL2Z4IrTFaDq3I/Uk9ZGC1j+/elnj"
    "Lwh9XSH5boTXsVzgnCSgxG0GFAv8YIEiexBxtBLaGzA1OG6mKdmwPkJBfYQIdtA/39X1s0"
    "CzU="
)
