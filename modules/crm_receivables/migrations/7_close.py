"""Months are closed: nothing is booked in them any more."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_receivables_close" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "until" DATE NOT NULL UNIQUE,
    "state" VARCHAR(8) NOT NULL,
    "closed_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
COMMENT ON COLUMN "crm_receivables_close"."state" IS 'CLOSED: closed\nOPEN: open';
COMMENT ON TABLE "crm_receivables_close" IS 'While it is closed, the database takes no journal entry of this day or an earlier one.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_close_balance" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "account" VARCHAR(12) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "close_id" BIGINT NOT NULL REFERENCES "crm_receivables_close" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_receiva_close_i_941388" UNIQUE ("close_id", "account", "currency")
);
COMMENT ON COLUMN "crm_receivables_close_balance"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit\nBAD_DEBT: bad_debt';
COMMENT ON TABLE "crm_receivables_close_balance" IS 'What an account came to at the end of that day, when the month was closed last.';

        CREATE FUNCTION crm_receivables_open_from() RETURNS date STABLE LANGUAGE sql AS $$
            SELECT coalesce(max(until) + 1, '-infinity') FROM crm_receivables_close WHERE state = 'closed'
        $$;
        COMMENT ON FUNCTION crm_receivables_open_from IS 'The first day that may be booked.';

        -- Whoever read that day before a month was closed tries again. What a merge hands over changes no account's sum.
        CREATE FUNCTION crm_receivables_only_open() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE first_day date := crm_receivables_open_from();
        BEGIN
            IF EXISTS (SELECT FROM booked WHERE posted_on < first_day AND kind <> 'transfer') THEN
                RAISE EXCEPTION 'nothing is booked before % any more', first_day USING ERRCODE = 'serialization_failure';
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER only_open AFTER INSERT ON crm_receivables_entry REFERENCING NEW TABLE AS booked
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_only_open();
        ALTER TABLE crm_receivables_close ADD CONSTRAINT crm_receivables_close_month_end CHECK (
            until = (date_trunc('month', until::timestamp) + interval '1 month - 1 day')::date);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_receivables_only_open() CASCADE;
        DROP FUNCTION crm_receivables_open_from() CASCADE;
        DROP TABLE IF EXISTS "crm_receivables_close_balance";
        DROP TABLE IF EXISTS "crm_receivables_close";"""


MODELS_STATE = (
    "eJztXelz2kgW/1e6+JSpYlwxdhIP2doqjJUJExu8GCdzeEpppAY0Ft2MDjvsbP737daBDo"
    "SQZA4J3hcXbuk14veeuvvd/9QUYyobRCHaEx7qxDxp6TpTsKUxWmuif2oUTwn/kHZbHdXw"
    "bJZwk7hiiU8J12QcnWBoWgZWLH7nCOsm4UMqMRVDm3lPUmuhGTYsxEYI80/zKaEWsibYQi"
    "axLD4hwhRp1LT4vOLae8SfiVD1R0b1+QnqWCYyyBMxTKzXkcYnofM6mjGN8gsWQ5p1Ih5D"
    "ZQp/Do2Od/aNNtX+tolssTGxJsTg3/vHn3xYoyr5xhHk//5R875c1lRBwf/yO/7gtzwxTS"
    "FLo4sH8q6Q0YgolvZEZA7kn2Ly2aM80oiuRhjs3uyMy9Z85oxdauMOtT449wp0hrLCdHtK"
    "g/tnc2vC6IKA/zgxOiaUGNgi4hsswxbcpLaue6LgM9j96cEt7m8O0ahkhG1dyISgdh8gGK"
    "vJcrc3kO+kgSzXluTFpwgx1BtSGBWyJvjgADAWj/DjT43G2dm7xuuztxdvzt+9e3Px+oLf"
    "6zzv8qV3392HCdByp3Iw6/zc6Q7EAzEu0K7si4HvDg22sEvlsDZAH0+Z7WKXnQMBzXou+J"
    "inscEfCPgQvIoHxogA+MjbsQT/FYcvGfw4XYwFnNHE0qbkRHyoIDNScL1qDaQYiO46xxf1"
    "vItIjLCQHHuLxfGtJuHNmQh8ZJywglx5kpjMgChlmhCLD9sS5Nq/RjZVBNZobGP6TTtR+O"
    "Hg8YSy53/Xdi/hg86NdDdo3dyK6aem+bfuy7240nBG57HRV29/iHJpMQn60hl8ROJf9Huv"
    "Kzk4M9MaG843BvcNfq+JZ8K2xWT+w2WshsHyh/2hRP4P57nfwCXSjbyDx7mVUMvIz4AwFe"
    "zjhcFfPvfmOMou0QIjXsCIsFqShwlhOmBAYQZEtcXsDIjSAQNyMUCo1aPHRNXOWeCXWfGB"
    "GUQb009k7rCjI9YgqpAE7OOml1+YbVCsS/68FWPKd1/w/NHg/GDg54VlIrIxcjRUohPLwa"
    "PPz0v9TntQSxL7TQJ9G0x5oBhH3/kMKIe2yk0i3YlOe6BoL58zMiHu7IubRXsx5cEiHT5M"
    "rEBZrNlDrDw+Y0OVI4u3uMIaLDayuHf50rQxjY9giscOQOKXiOdOk/k0S3vs3Shgao+9tF"
    "ls7QF507F+e3ZwYfB2kHUN4ZqJVJsgrrZjpOL5CfrqWfWJ+hUpE0zHxETDOfoqtHnzK8I6"
    "oyTJ0L7tr8tiZU+2p/Mv9Cx8YgSs56W0nhvkSTO1JANumuVxQbK7s+7pdtnQOD1/d35x9v"
    "Z8gf5iJA10MCiCQTFqULRnakH+RymB/9XkPxiUy2DJofZ0yA8rS/C3J9hIBj+giKHOf0yR"
    "d22/Z4sp/ibrhI6tCf/3/HUKnp9b/fbHVv/V+evYS9P1rjScS7FNzjYMQpUE28xqgMM0m4"
    "F435IdAfksA8ZnKyE+iyPMfzTR88C7INgdtrVt7QdRZE9fZ5FfftdKdJ1rUXwD5SRr2EJA"
    "cdQBCxBus6ctbaGw58Q+TLY7+F8fFPbMtoSJUBVPlgv9GCGIf2EWPDFNTZR9xnSCaTL8AV"
    "EM+SGn2hb0i5HdrtWXvd51REm67MRA7d7fXEp8p3T2SX6TZq3A2ostU3PukDGyF26TJdNj"
    "8u2Sim1abEqM/DpglBAWDIimqBIDUpz54I3bljcuaeF5KcwKv/ukHZrsQAGOrbdl9Xe6cp"
    "7u61y8C4X8nAH1Wh+nyM9xVToTUbHnex5ExLg8Ic3xNgqzKlHfI2tCkHA+DbFJkEFGtklM"
    "ccurqTY2nBwmdPrDsl9zO1+RxZcZEwjfmckFyUFF9gf422PZDqhRP6e45j5ZbBDcoSXZo+"
    "rgDgV3KLjDwB0K/Ad36K7PpUfiDi1XZmHUUZfFm3S22pl0tuRL4mdOIlybCbrtaoAjRIeG"
    "8UUWjC9WY3yxhLHJbCMfwAHFoaH7Ngu6b1ej+xb8+Tv35wt1cYX4SnytXTLJREXZJ96hb1"
    "818MjKecKpXfVbHwZN5NA+0Nve3UC6anqK+gP93Ovw/4RPJq7vZ1pTsiwpq1eUJIa4+ntR"
    "jrjU1WJJ71bqNhGbEcrZ0+oPrn+Tb1uCKyJwXJ/LM6yp4oo7JD73Pkv9q3uJEz0RQ7XJS9"
    "l42sgSzNFYHcvRiHMyYm3J6quKEB2zp8p1keZEL0J0zOjtMYyo0riZ9tBiFk6IcEvTCMNU"
    "EMpSTBW08Ld8oHsEgHdBvPOLOcj4CzGHULn9YV+9ULnDwl8xiKrlFv0wFSBftHqIYWkkQa"
    "X85a7XXaGFBCTx06CmWOh/SNfMChq5U6AUWER8F75m9+qm9Wtc6Wtf9y7jTgkxwWXcvM1W"
    "2VZWGLfZzs0p2/IVRZXrN5lSJd6kpEq8WU6VCIc+5FtUooTgvim8pkM0acmCGSHMbhthdk"
    "mrzssRducxT9qhGau16mRGObrgljqY8VqjpJYhoNG5r14oqFH3SddFNK5mRELEYCgWUHyB"
    "v7QSQ2OqzEXRsNzovjUVUiAAsJQBgOGHz3GijJEdoj8009HyLOVoebZ8tPzbxtTSrAS/8x"
    "VRtCnWk9EOk8X1JpfuxKPf2nn+dFsH+jQ7utTu3LSuX52e189jOVzhLP4oxPxnWfLMSMy8"
    "SFtWonRgEyhsbZeNRM9/qoCHyfYk4K/3KOBv6o3M8l2VfPSDk2vwIu3SApBw5CxgiAkfWM"
    "EaU9TOGz7qL6/rq0NOYnTH7P/3sCA0QZLXIuhRHTN+kNxcLnsgJDcfaKnhSMX4NHNVvLR8"
    "AXvVotx9hjLDQb+890iz3GRYzhMTmfZU9Mj7LzEY0igiWJkgP1S7jp4nGv8/kjGrTIjyaK"
    "IRM9ybnWBjUfA4odrwrr41Z9FhN+k2KMgeS8IFW1s5bW2PWtL2ny0A26cts6WNQ/C512lL"
    "Tb8Wdzh2WkRZ/3YjdQdNv0PmA21dX/farUGn122ioMnnA73vhq/YNHytL3247/I5ReI75b"
    "O2+9JVZyAei3+vG9YhC3/3A/3S7wwkuffhQxM9G1yvltloJOg/S/271nVz0XLzgQ76re7d"
    "B6kvhBJTc+S6piDSu6w7bcZDI+RiQy4u5OLu23ywR9UN8G/utcnX0eJfVs25ZAzZWlWwvX"
    "b4qijImRp87dk64TMhzTARYlQBm0RIcjYbRpO18Jb7MJFqWqDOl1Kdh9pZUDsrgjPoa1A7"
    "C/gP+noVtzloJbSj4lmqxk94q8Nt13sCIhPsMKNLoznXMC5bwhPwQHv3gyZitvVAXSu9a5"
    "6/7t3dNZHOTLOIsf08A1/OV3d4inNlys/prLBzJqDeSOmtTOwYYvooR9wVOThz2ep+kgOv"
    "R2Qu4Zbp3LZ+Ey4ZjatDD/SLxFHjLHwmygRzLrY/Su1PTdelyf9r3X3k/2BzIj73r8RnQ3"
    "2gnZvbXt+ph6RNZ8zwkm3z8rmR5QVsrH4BG8sBlIqSHEG5eoELkRxcCuXmS9ftqTxgmUE+"
    "zSTGpylyfLosyDFLQVb/YIzsuD2EUAdwy3UAqxKufnDHeKgJsz/s3diUvNCHqQD5osi7Lb"
    "nyIh9QAfIF6yBReeXJOrUMUoQO0H+Z3EMHu6JHQaips9WaOlDRZd9LxARTVS/AgSgd2NU3"
    "FAcEFXW2XVHHE9yXAOy58e7NTNCWTMyzIht9wUsa+OMm3tRSA3+8e+rFAn9C1NsN/HHSnh"
    "ZpO6HDb1jEIeinnEE/qd6D9Z6ivXgSCmTy9KW21PncuryWRJ6M/5a42TPde8lNnqGiO8Kg"
    "9SuXA/wt5ghysnL8hJwHetm6kq+ky4HwNan8MYZWEWfQ5jNswAAMBuCDWrlA5SoRCxY7fS"
    "78w1QA/qb0rUWy+aYSAuIJ8BVjSlbtICyN0I99T2rtnrWvvuOZqqUpX94t9UK6lxEQr60E"
    "ccMomSM2QtjPI0djjZ9FkfjN7xEOSjacoK+ipZfMbOur6J8u6jHwz2PG+ebTLtd82ML8WZ"
    "TCaPYNKIClVQB9lhfIp4wQbmZnPxqGgEKxd+D9+ITcPsYI2VHHmxkEm/kKLQcUB+do3EqF"
    "ZcghgxwiyCHa91YBho/jLPhxvAwAy9O+LU97rflRVYyrUPSj7fgQ1/bPCd1WL2SF8ooHbq"
    "uLjggY9HD2y5Iv982JXAHrT+msP9AuZ5fKXGW7iezJ4HDA7UQOZGWpUkeRg4O8UC+Rl7YQ"
    "AejFSOjwkx36EBFAvyltNDnPpbiO5B67u6zK1vu1alJIEjNoor4GsSmIY51BDxTj0EJbZj"
    "3UkfT1eqj/QhTXQ/0XdX1IxAA/EtOJT0AzbFiIGaKavhfD4FSD9wvyn6COhahI+kPKBNOx"
    "ILMtpyuFaG/hNKVYDonYwvw5G17Ug/qYK8pmRqregwJdWgUaimZC0cwIzuDwhKKZwH9weF"
    "dxm4OimTsqmlkml/bRHOKgD1WRDQSqzGVaIjabZGjaQ4tZrj8n++oQpgIDI3gyKgR5fmEH"
    "Sd9EBHwVwrer7fN3bITJEK8vr7Ag3mGwvHvOyamq1m57d05tbJfab0sqXfltSYtVy77IwI"
    "+L1aWcoWpX6ZYcaHxfLvcpNL7fRf8+yCI/yCxyt992LT2P3LupXjCTPES+1nHa8tO0616h"
    "Iqc1ifBvOg3Df2SjEbIm2EIqI6a4hpzqTQjTOZpy0Yqmgy/5TTc//Xq3Kbg9S+n2BAMm5I"
    "wfy+kpspFj2yyszS2Iy6w71y579922UNyGXF4UocsJbepn6bLlNknCxpiInfSB3nTuBq1P"
    "UhNNNf6LH0kRDe80UyOZlD4yCW1kSlA6vGxvC6T1l8sqBFEuEOUAUQ773s0hrb88hijIKt"
    "9aVvme7SRfhHGgNxrV0uwki5vqhewkjgFCZh79WkPJF2GleNZ03bFSDAkSxcwWdoo6YlzE"
    "kMmmZMjUOSJ8DoT58s+fc8ko8rKpNh43vvAYQcx4aY0nEDMOMeNwmoaYceA/aFOV3+YgZn"
    "xHMeMQdQutPQ505aiGvRniEHdq3TcIv7lIKGJf+s+95EYjLuZ4oK3b237vsxjEs5nBntwg"
    "xV+ktnfjX0TZYODi5t1aotJT/mLVUapj7odrkCk2HvOtMT4F+LSyrDB7jAmJS+bRGJkgtr"
    "lELPAX2wJq6BIpqKEQYV4hBkCEOUSYVwrg/O23gyX6JRgfRQfupd2snI7pts5Mcol1h1Wp"
    "JdDCN9aLFUETU8jD0BzZnNSYIq/HMlL40yGLIT4qWrMRqoqSZW7APZ7X0fOEUOfKlFFrgp"
    "6xiZxvVZGOzYTOcFuYP7FQuPvTXUGIdAf3bJPxquHgtS6l1xo6hUOncHAngDuhrCtXSLRD"
    "G04OO0iICsDflPbnoLpJ3e9GHD7a/qwVY0lm7SQki+U8O4fYkHZyjnKr6Lk563lZ0wnSLN"
    "G72D2Y1p3jqjjRDLHJz7ZO3V/K0F9uaDByYmfdQy6n4YdcpxQwRQQbukYMxGhC9eDtfQ1k"
    "w5Z4jUs7GkNAJwR0RnCGgD4I6AT+Q0BnFbe50FtILS2hKt/qaJMFwaazp/d6xsgXZ1K5OC"
    "v3DJtzVaq1r3tOkJRL/UB7t1K3idiM0CLmrU3XeXMeqtDqEaOExWOTdgBwnmXV/cvlO/v+"
    "fyFbWCg="
)
