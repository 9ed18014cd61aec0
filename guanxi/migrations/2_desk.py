from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "guanxi_external_key" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "resource" VARCHAR(120) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "record_id" BIGINT NOT NULL,
    CONSTRAINT "uid_guanxi_exte_resourc_2363b5" UNIQUE ("resource", "key")
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_exte_resourc_2e2266" ON "guanxi_external_key" ("resource", "record_id");
COMMENT ON TABLE "guanxi_external_key" IS 'The name that another system has for a record: a second import finds the record by it.';
        CREATE TABLE IF NOT EXISTS "guanxi_note" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "resource" VARCHAR(120) NOT NULL,
    "record_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" JSONB NOT NULL,
    "author_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_note_resourc_d5c6ae" ON "guanxi_note" ("resource", "record_id", "id");
COMMENT ON TABLE "guanxi_note" IS 'A remark on a record. Those whom it mentions are told.';
        CREATE TABLE IF NOT EXISTS "guanxi_notification" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "title" JSONB NOT NULL,
    "detail" VARCHAR(500) NOT NULL,
    "href" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "read_at" TIMESTAMPTZ,
    "mailed_at" TIMESTAMPTZ,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_noti_user_id_6ddde7" ON "guanxi_notification" ("user_id", "read_at", "id");
CREATE INDEX IF NOT EXISTS "idx_guanxi_noti_user_id_a76fbf" ON "guanxi_notification" ("user_id", "id");
COMMENT ON TABLE "guanxi_notification" IS 'Told to one user. `title` is a Text (message, params, context), so that it is read in any language.';
        CREATE TABLE IF NOT EXISTS "guanxi_preference" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(160) NOT NULL,
    "value" JSONB NOT NULL,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_guanxi_pref_user_id_7ffdee" UNIQUE ("user_id", "name")
);
COMMENT ON TABLE "guanxi_preference" IS 'What one user has set for oneself: `columns:crm_core/customers`, `home`, `hotkeys`, `digest`.';
        CREATE TABLE IF NOT EXISTS "guanxi_saved_view" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "resource" VARCHAR(120) NOT NULL,
    "view" VARCHAR(12) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "query" VARCHAR(4000) NOT NULL,
    "shared" BOOL NOT NULL,
    "pinned" BOOL NOT NULL,
    "is_default" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "owner_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_guanxi_save_owner_i_47d770" UNIQUE ("owner_id", "resource", "name")
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_save_resourc_4cddb8" ON "guanxi_saved_view" ("resource", "owner_id");
COMMENT ON TABLE "guanxi_saved_view" IS 'The query of a list, board, pivot or calendar under a name.';
        CREATE TABLE IF NOT EXISTS "guanxi_todo" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "title" VARCHAR(200) NOT NULL,
    "due_on" DATE,
    "resource" VARCHAR(120) NOT NULL,
    "record_id" BIGINT,
    "done_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "assignee_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_todo_assigne_64e229" ON "guanxi_todo" ("assignee_id", "done_at", "due_on");
CREATE INDEX IF NOT EXISTS "idx_guanxi_todo_resourc_11f49a" ON "guanxi_todo" ("resource", "record_id");
COMMENT ON TABLE "guanxi_todo" IS 'Something that a user is to do by a day, on a record or by itself.';
        ALTER TABLE "guanxi_company" ADD "logo" VARCHAR(64) NOT NULL DEFAULT '';
        ALTER TABLE "guanxi_company" ADD "color" VARCHAR(7) NOT NULL DEFAULT '';
        ALTER TABLE "guanxi_company" ADD "greeted" BOOL NOT NULL DEFAULT False;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "guanxi_company" DROP COLUMN "logo";
        ALTER TABLE "guanxi_company" DROP COLUMN "color";
        ALTER TABLE "guanxi_company" DROP COLUMN "greeted";
        DROP TABLE IF EXISTS "guanxi_todo";
        DROP TABLE IF EXISTS "guanxi_saved_view";
        DROP TABLE IF EXISTS "guanxi_preference";
        DROP TABLE IF EXISTS "guanxi_notification";
        DROP TABLE IF EXISTS "guanxi_note";
        DROP TABLE IF EXISTS "guanxi_external_key";"""


MODELS_STATE = (
    "eJztXW1z27ay/isYfWk6V/GJX5Pr3rkziqOkPk3sjq2etE07CixCEmsS0CFAK+q5/u8XAN"
    "/FFwGyKFE0vtgSgCWpXXB38exi8Z/OxIf4m33Q8y2b9THzFp1z8J8Ohi7iHwp6u6ADZ7Ok"
    "TzQweOekhg+hGC5H3lHmwRHjfWPoUMSbLERHnj1jNsGC4hojMPdshs7BfEq6/A/C4u+iC+"
    "7QmHgIQGwBOGbIOwCDKQIW5HeDFAEPjX2KKGAEjKYQTxAgHrCQgxjvI3N6IB7AIiP+BDae"
    "bOFePrb/7aMhIxPEpsjjd/zyJ2+2sYW+ISq+ful4iBLfGyEx3kMj4llD2xJf+N8/xejZ/X"
    "BsI8fKSCEYItuHbDGTbW/tySVm7+VY8UPvhiPi+C5Oxs8WbEpwTGBjKZIJwsiDDIk7MM8X"
    "IsG+44QSjKQU/JZkSPAjUjQWGkPfEYIV1MEDJG2d4fDqejC87Q+Gw05O6BFFSjZh04hgMW"
    "H4o1LJgIl4hJf/fXR0fPz66NXx2ZvTk9evT9+8esPHyufNd71+DB4m4VZwKcmzyw+XVwPx"
    "QITPymDKioZHScOFHVBJWSXchyzP/Xecg8x2UTH/A4ol/lshyUH0YVkaEe+rxBE1JPJI3q"
    "uY+f8z9vFI8BqEr+/IIaP7A0zm/9upSVIVTB9cfurfDnqffhaXdyn9tyMZ2Bv0Rc+RbF0s"
    "tb44+z4rpfgi4PPl4EcgvoLfr6/6ks+Esokn75iMG/zeEc8EfUaG/IcPoZVmVtQcNfGhKX"
    "mPGPGG95zFeblfTKFXIvMM1ZLsOavqknadr58Lvw0dhCdsyr8eHlUI+V+9m4sfezcvDo+W"
    "BHcV9hzJrscCRusqtzTVahVXwOZQgzWGy1tUcsu8l9+0J3lEtb1J3qlLb2Wn+NGrVwpznI"
    "8qneSyL8dp8VB6XA4pWqhG3qiw+E05h9/kGJz2qVRZnKZpIZMPj1S4zEdVaOsCPqf8VXV9"
    "nSEzCntdhc2ZgRydKR4TtE5NHyup6eMKNX2cV9MeglRPTScUrePwqRKHTys4fJrncLDGzn"
    "P4n7fXV8UcTiiW11L2iIH/A45N91B/VHBWsCKzTIoY+uJT79dlXl98vH67vP4RF3i77IAI"
    "QEOH7TGB4fr6XPcQ/9mUFZrLKp2SpmqdXjk7UVArZyelWkV0PT4KnGx8n8JqRMMdHN3PIX"
    "c0cj3kiJSNzXe5R+5yC8RwItkmfqF4/jQoeoug0ylDTGVnVxUwHdJouBJq6tj4HpAxYFME"
    "ppBOBTJpY0AekCfb5DWBQybngE7h0enZi5mHHmzi02D4f8lRSIC631EwgphgewQdICbz98"
    "Xgaf23XI2hloKkVLw6uGgZUOWdpqnWck4NYppHTKWEtRcKaSojijWXCeI9K2I7ht6imO0R"
    "xRLL7xaM37wmc7MbO/82NN2xned25e3lVe/mt9jQx0j0x+urD28LTP3b3wb9XnNs0KWF3B"
    "lhXIMtfkKFobulESrWyE5IhvchzUqTJOJlENO5MAWEfwK9ny+5inccrvMh4588z0aW6Eg9"
    "0Uv+SF1wj2YMcE8fQGDBRd70bPbSBSbmSwBsil7xe/9UNTkmLrfTuFwkMy30uqWI3+Zh1f"
    "DNV2VuOLyFrK0lKhAt9Irt9eoFYonVbgO/N7NITDObMsh8mmdz+aogJtiMI7pr/gb6+ujw"
    "5PXJm+Ozk1hNxy1V2jnvZN4Rq0A3VDmZEYVxMnWczDTPRx4S/BnqZ6NkKU1Wyv5kpTRkkX"
    "Hlu3fIu0Xcyw4YuLTEyPSrLDCwJBjShEJpeeFAykBAC3zKPX4y5n59cBVgY/55gaD3A//v"
    "kTmwKRATjA/zMbMdCT0FxN9R7i3zBUUQZwcIWwXJgtu4YeFSJOGKuLhZjOzHYiSRmqonl1"
    "C00Ifb/HJEvgzqHlw03PhvhbkEfAURqCY9nSEIt8vVV3uvNRpixG8Z8ZD13paPljPhqV4V"
    "Az6OBq602z0gxgZA3R1yCJ7ILHpuMWVa0A8iEx+4cMG/Q0uazKAjabPZAbggmCEuOeDYCN"
    "wtgmgSt6SWTe/zpntL91w/399k+jfTiDNyj7RSgGKCzZjw3Yogm2Olku19XJ7tfZzL9g4i"
    "wloeUkxRl4e0O/7WAHLZf+vGvkOKNvlIWw636ibQbz91fnsw+empCkx+eloOk4u+LH9dW4"
    "+/0fgW8vdQKQxxWBGGOCwKQ5jc+VbnzjeO1ztR0wY8f37geZH87/Sz0nKkZgvLHqIf/yR3"
    "N3Ju5JCPsKergHr8Re6UQI9yMahABiL2HOAFPg7VjoAMuuBL7D0aCKGxEIJZENTrSHGlr7"
    "mZNiJoIYc3H2WZwYVDYIEGKd8tlCJ50n6hpzpGd77tMBvTA3HbXXhFtWwj2mIW3rKP0iA0"
    "spYUvNjQ5pnbx74rGXzJHwqG20NyGWLbLoIwhzYTPNNjeedz73JwefXhHIT0f+CbX66uZA"
    "t3MbBseccd73PANSXin/u9d/wzghb/fHl70bt51xcNNh1xPwxZy/EWNVuw6eIhiXeks5xL"
    "qMxSbj+Xcqw4z6LUvWUlWRb7G7PeXBoAglTLWY0JNmJfGuVKbT7eJZk1lKlgulpqiXQDqq"
    "phvG+TQhJGc0gZmhVopap1d5auNdppy8guIww667B/idCgemtj675Hi/Zhla8YEwpTYOIp"
    "BSaoeH4NvicUhu/r8x15XtF0H6BvZfvaI4IWlPOoMtz9XwfVzM7se4mGL0vAlIhsimI3JS"
    "K3hUSZ8PTzXkKMbWzT6VoTYInULBWbJueGBMBvR3yS+A4qiYKnu7sKoXAajpeDV24C+DxF"
    "YrNcRGSBv8id2C5n+Qhg7jf9AKD1IGB2SyTaj4g7gx56CbH1kiKWz+9/+uWeUGYqTAJQNY"
    "fh8Nblh28wuFseTB95erHeaLwJ9SqEesWbsobBSZHtyt0w1kbJq5C7/PQFnCIz3kTT5NsQ"
    "b6I3s0vKjYU9Kj4EnNnK5cWeklJnMuUamSknKoPSwpMRKtLhE5LtBUwO6xXDxsK5BkV4fv"
    "YgLX9/Zq0p/yylkf9+yt9scmgCam4SwOtNAJ95aGx/0+FwQtFCFGbTaZW69ShNHUqNLfoz"
    "5Lk2FR5sQbJKRYZ9lqwZWfbifq3JskffZjbvXsN1ylIawKTJDpIo4beOd0xNeG0v5CvKKz"
    "4U1UAhxEEQl+YrhETLtWk5VV0KNfIYtlya9vr6Y0aWby+XU3B++fS2zz0GKUQ+yGYlXi5/"
    "J/TTclJEppaB1gIjB/tmJZEXw3viIXuCf0KL3DamJdaHS+1fwsvsmQgeozkWtSYvlwfnMe"
    "abnnr8twcnt0vHtnd70XvX7zzuCEdnDLkz1ikC0sOurgqSnhq7Mhj/HtoiZk759HjJHTl5"
    "5j0R0Dl3IV3+wluAk9MuGBEfi2/c+wT3aCHHuTb2GQJzPhqBG2TZVMTd4bzo1I4a71NYNz"
    "cMJcz5TOT2wZTNbYzy6lYEAcwhE3XmFYbvgqa/m1CZAH+j/V2pOTXCZ/H41mw2elLsrCGx"
    "9HdoBj3mIlzoBqR6VTwBKzvchNWfnUU1YXUTVs/w2YRVTVjdyN+E1ffRzDUlrN6okO+Ggu"
    "oNcX+vMRpw7TeQlfQLHOBMv4oLLMoqCH06jIvzq5xSIY82lydGzIl3TwHBI3QOZpDSuTgZ"
    "gusTxLrAxg82g4KqCyAY+ZQRVx7vFKJcB+AaOwtgs/DAc5v3yJM1ig6p2MYtVQpOznyP60"
    "z5tlD/7i80YuaMil0rvnL/frcJGg1ShDWkZyQvgnJuUULSQlDyRMXUnJRbmpN8zb1EwWjp"
    "kCydiR6u7Uc1KNOlaQJp06LFpLq0W74GlHp+8m/Igu2GyJ+bW6jJ9q7CAs2LBproxLNbvZ"
    "johIlOGENgohNG/iY6sfdmzpzSUHuNGrOZstbNlOL/8G8tPDlF0rrijvVsWDWb/pqz6a8h"
    "a+hbJCXbKarEF3Z1VarwpcYqxDhFxBBZL20uUI/MKfLC2CFfQoen24/l5xEh9zb6joIH6P"
    "ioOoi5kWua5Xyj/RwTjNxBMHJEvbEOa6PxLXR9To5VwpDH5WHI42Xm7mT74uqVUlsVSBr/"
    "g46rM61jgvYdOdSq6HrTOP0MkxQbtJCqZTebQ0bQ0TuvLKZoHYcPlVaqFQtVcwiBQZKzxg"
    "OhdU7UTJEZye+n5E1O2LMQs1y/wAkq2jNcbkOzVK2zoxvzVBqCLMo6LgWwYlTfZSWmGNWT"
    "Mdk5bV2Nm+ycVWIw2TnGszLZOUb+Jjtnj81cGjia2FrnSMUErYtT1QLMNR/23O8sHeRC29"
    "FhcEzQvuXaqUqglY8qn7+n+X2f4ZbroW44O0fYPn7XoS9Mnd6t1emFlisOiOX3ZUWHlldz"
    "fJl2i4yPW/aW81XRqj72XcnzdF3e3UeugmoZGizv9K/OAcJ/4N9/HF7wj39P+b/OOmZz49"
    "GspBCetuedIzWet47nnQNCi4SSl4h2xepsZcT9ksZjNOdWlK3OTcVM8eobvj69ubwY7Kp6"
    "tcCUy3aDxn1dRcy5pm2hX+IC6fL6pix0Y/REtwqI5rLS1tspIlMgZG2wxJzs0BRraU52UD"
    "GRK092yKSfkiKXXJulkWFrKUtTirRR/sYngWoV+BqfQrRrpZ8RwWImtv0MXQoT25ZiMLFt"
    "E9s0sW0jfxPb3mMzl0iBEZ2AVTC6hXHXWuKCYvJrhrZTJCYWqBILDLee6fA4RdLCmXysxO"
    "XjCi4f57nM0LcCFg94a8k0Dse3gr9VRrf/6yBjb3N1JWKb+/H66kM0fLnYxNKURty+saEu"
    "z5fI2rDfdducnzK3IE+mnOXR+Bao6q1PcsY5U6y1V0e3Y+ItMn4ObSYYqMf/zufe5eDy6s"
    "M5COn/wD/1fx6cg3s0Y3/g2/7VO9lLEbZkL28ZyK+8933v8mP/nXgacRJqZw1jcHiklE1W"
    "kUy2bAlcRCmcFAdXyk1ulspkRap4NqYmXG2sRZ5XlM1UkRAZEbRA02f5e6rE39MK/p4WOO"
    "Ui4WCdrcAxmake3zTopiH7E3uWRfCttP8FkZxUb1fl3HMxXCmg0+lhwEe/JDg8cQlSgB6Q"
    "BxAW17SAOGn8ALyzqfzalecpydsFB5eL2maAuy0F55xv9MpPCC+ZE9I2XIa0PJYUirYA9K"
    "zKp01RmRRm9URa/i4Vx+3Kp3aKpBUIRt11o8KZuU4BiAylCeUYf0DTH7gg7gziRalHkOlX"
    "8QlGAYGaV3CNkTDAB+BrFOv/CjybctM8t9kUzLlBl7Z8NIV4IlqFhYdg5pERXxEDFy7APU"
    "IzYGPgIpd4Be5BPbfYcBrKk3NQmu8ibCT7YZ30ksqU1TZmmGw7AmozvapwMUELfYNa4Ja/"
    "CdZicDR+i2BLj9rwH7dChU6hvR3k5UyF02fljD7LV+DzPQ/hkRZsmKbZIr8vrn7bDpdVSv"
    "+WV/7NFf7dkxqSyUa6fSwkSRw9dDYmaB06W2XdIt6+LmXt6/zsnWil+0TjW8fXzZdb58sp"
    "xLQhnRSV2Ry9AtNpyILzVh47cYuYiOYGP275BI7siK7SQRypwTvZXBBD4aq6ISYw+K82/i"
    "vPMNE6zSehaMZBPuK25iCfp2uTK1IMW8l2Fc2Bo4EK5/d4yIXePeByhPzziHjWARhMCUVg"
    "PiUusBkQO8XFiVEAeggw4hQe2bPuZVZrpy8dLiXie0HKT3DtMGeE//3T7IwyO6MajFuZnV"
    "EmnGJ2Rhn5m51Re2zm0mYtcUVUF0VpmhZGB2qpTplx83RCXykyUzRk/fCX2dqzvV0P0cJI"
    "Z+mfpmnG4n/vT/HNVLj0OUv1KxZlyIyR1dE+OehlWRh5SdRVtKhhMniMZtmKAjuZydeoEj"
    "tXhNljewRZyenUmf6uGr6VJViJcw2IYwFGAMEI+PJA6a8yY+OrODQaAmHZwItwQ1IXzKAH"
    "XdoFnOfCsn3fBZQEidg2EwTcn7ZE7hTEC+BAzJ9qgvKg2JbuqYKgpepZieuES0EBn3VBpt"
    "cgao1F1O75j9dZdkTjW+GTLSckKeUjVaQj5fayF+d7lTtgZfleW/C+duP61uJnWYhpnkKQ"
    "ULQu/6CWXXdTD2md+B6Nbx13aymBoQ/GGhB2n0HYlPOkI/QUmdnD2mT5urKowhoSzhAaGT"
    "dZxqYWdVOAHVOLWgXXWVmLejegzs/cUURilwDqFEA6qd6uAqAzyw5fCed8FrhIhKuAKaSA"
    "IgbGxBONFDnjc/A1eHnp+chzOZM99I+RTxlxkUe/dsHXKf8U/Gf3aCGbLHuCKPuaB3Jqv1"
    "vlEROSs+aIicYotG4FRmMOLUzCwkpbmQ4r9jId5jczyYxXHZgmJjAwzRNgGuMyGZepCSLY"
    "c5fpFj4g6182mhd5TEmnisNExejhQzR8dfxrigAXobcAZAyg1HtdcEf4T+qCmf1AuH/jAb"
    "EnEVvQAz4Xr8eHiUcsiGs97VqFzg6Z4/BArVSyVKHnk00Hl3RDE7VqrEdkEua2kzAXqQJV"
    "Hkfjt4jzR87WNjisxGCNCqfGsd/4TriEudKY6HA3JmhdlOrklVKYSgyrKMVVUHyT81J7I3"
    "JCZPYha9SWm9kYa/M6ITJl/NRZbdP4yfXYnSU001uD52Yj2vOOn8VLrvwbV7GqSlMZOGhT"
    "cFC8bDZ4UBUelJ58TQKEBsQinQIsSLZ3FWAgFg1cCQDdEhexKWdmkFMMg1iWTUWCskXA3Y"
    "I3WXDRTe/gFzgO77CZiHHlcaDNXFIlfRlSyqczio6KsAhGoRGxOCn/gTKNubhMgAGGmgoM"
    "mQIBHVMgwPhlm/LLTIGA5y1/UyCgETunTeHgmgsHhy5foY4r2TMSU1Tptv2b4RW8FRppb0"
    "tXbAlrb1fhiobNzd1o39TKUMcBSpGZ3P0m+zgecgUX19uDkyE1cm6ynJcAH3U9ukRokOZN"
    "Ic0RYw3YvLIOR3YKNqoSR/8bQx6GDhdWpwB3Tnd3FeBnFI4fhufMquUhipuGkDEmAvMFdE"
    "EZcuXOCrGrIgKLz/knyj9hC9jujHgMjLnsKadFEZwsseTiFMV6blOYvZh2kwUrqnMWDTbd"
    "BF3XrcSm92WptN9Ji1s8zbrZ3K0FKDE1FHfvQG3TzD/+P3JBeRY="
)
