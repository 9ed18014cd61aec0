"""Signing on line: requests, signatories, secret links, and the company's certificate."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_certificate" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "subject" VARCHAR(500) NOT NULL,
    "issuer" VARCHAR(500) NOT NULL,
    "valid_from" TIMESTAMPTZ NOT NULL,
    "valid_until" TIMESTAMPTZ NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "secret" TEXT NOT NULL,
    "self_made" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "warned_at" TIMESTAMPTZ,
    "removed_at" TIMESTAMPTZ
);
COMMENT ON TABLE "crm_contracts_certificate" IS 'A certificate of the company with its private key. The newest, if not taken away, signs documents.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_signature_request" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "title" VARCHAR(200) NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "language" VARCHAR(5) NOT NULL,
    "days" SMALLINT NOT NULL,
    "remind_days" SMALLINT NOT NULL,
    "version" INT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "consent" VARCHAR(10) NOT NULL,
    "consent_sha256" VARCHAR(64) NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "expires_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,
    "reason" VARCHAR(500) NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "kept_id" BIGINT REFERENCES "crm_contracts_kept_document" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_6e3e99" ON "crm_contracts_signature_request" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_ba6f3e" ON "crm_contracts_signature_request" ("state", "expires_at");
COMMENT ON COLUMN "crm_contracts_signature_request"."state" IS 'DRAFT: draft\nOPEN: open\nCOMPLETED: completed\nDECLINED: declined\nEXPIRED: expired\nWITHDRAWN: withdrawn';
COMMENT ON COLUMN "crm_contracts_signature_request"."language" IS 'ZH_CN: zh_CN\nEN: en\nBOTH: both';
COMMENT ON TABLE "crm_contracts_signature_request" IS 'A contract that goes from one signatory to the next. One of a contract is open at a time.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_signatory" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(100) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "side" VARCHAR(6) NOT NULL,
    "capacity" VARCHAR(100) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "seen_at" TIMESTAMPTZ,
    "acted_at" TIMESTAMPTZ,
    "address" VARCHAR(64) NOT NULL,
    "user_agent" VARCHAR(200) NOT NULL,
    "channel" VARCHAR(6),
    "method" VARCHAR(5),
    "signed_name" VARCHAR(100) NOT NULL,
    "strokes" JSONB,
    "request_id" BIGINT NOT NULL REFERENCES "crm_contracts_signature_request" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_request_0b1399" ON "crm_contracts_signatory" ("request_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_email_6ad864" ON "crm_contracts_signatory" ("email");
COMMENT ON COLUMN "crm_contracts_signatory"."side" IS 'OURS: ours\nTHEIRS: theirs';
COMMENT ON COLUMN "crm_contracts_signatory"."state" IS 'WAITING: waiting\nASKED: asked\nSEEN: seen\nSIGNED: signed\nDECLINED: declined';
COMMENT ON COLUMN "crm_contracts_signatory"."channel" IS 'LINK: link\nPORTAL: portal\nUSER: user';
COMMENT ON COLUMN "crm_contracts_signatory"."method" IS 'DRAWN: drawn\nTYPED: typed';
COMMENT ON TABLE "crm_contracts_signatory" IS 'Who signs, in the order of ids, and what is known of the signing.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_signing_link" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "signatory_id" BIGINT NOT NULL REFERENCES "crm_contracts_signatory" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_signato_8aa074" ON "crm_contracts_signing_link" ("signatory_id");
COMMENT ON TABLE "crm_contracts_signing_link" IS 'A secret link that was mailed to a signatory: all of them work until the request ends.';
        ALTER TABLE "crm_contracts_kept_document" ADD "fingerprint" VARCHAR(64) NOT NULL DEFAULT '';
        CREATE UNIQUE INDEX crm_contracts_signature_request_open
            ON crm_contracts_signature_request (contract_id) WHERE state = 'open';
        CREATE UNIQUE INDEX crm_contracts_signature_request_draft
            ON crm_contracts_signature_request (contract_id) WHERE state = 'draft';
        CREATE UNIQUE INDEX crm_contracts_signatory_asked
            ON crm_contracts_signatory (request_id) WHERE state IN ('asked', 'seen');
        CREATE TRIGGER evidence BEFORE UPDATE OR DELETE ON crm_contracts_signatory
            FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION guanxi_append_only();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_contracts_kept_document" DROP COLUMN "fingerprint";
        DROP TABLE IF EXISTS "crm_contracts_signing_link";
        DROP TABLE IF EXISTS "crm_contracts_signatory";
        DROP TABLE IF EXISTS "crm_contracts_signature_request";
        DROP TABLE IF EXISTS "crm_contracts_certificate";"""


MODELS_STATE = (
    "eJztXWuT2rjS/isqvpxsFWcqc0uys2+9VYRhEzYzMC+QZHfDFtFgDfiMkVlfhszu2f/+Sr"
    "6AfMVyDNimP80gq2V4WpfuR63W342psZhMdWoZeGqZJ29VTVPp7M7Q7zWyaFyhvxsULwj7"
    "J71iEzXwchmpxsstzGpEnkzu3QYmS6GFe9N5yCo/YM0krEgh5tRQl5aqU95ECxlkahsGE0"
    "RMmiBrji001W1NQVS30D1B0zk2ZkQ5QV0LrbBqmT8hrGlIt+bEMNFMRzo94S9T9Cl7G2uo"
    "4HZtqv5pk4mlzwh/xFr/8gcrVqlCvhGTf/zSMC1sEV5ZVRrs4ZeGD8uEFcQV8+/En/3Bm1"
    "o+Th5UoikB7biCTvnEel46ZW/VWZdaPzt1+S++Z/Br9oJu6i+frblO1wIqtXjpjFBisG/I"
    "32AZNtcDtTXN06OvGveHbqq4v1CQUcgDtjWuTS7tfoFNWWMy6fVHk2FnNJk0Ipr2JQQleU"
    "UME95L2Fc1HQBm/Cv8+8ezs/Pz12cvz1+9ubx4/fryzcs3rK7zfaOPXv/jfpkNWm5TDmbd"
    "d93eiH8hnSHvdlxe8I8jgy3sSjmK3KBvkCfV5N88ooNEBYgi29Xgg56mB79go4jNKPJRP9"
    "2tGs5OL15fvDl/dbFGf12SBroPsDjZEP7LJ9iKQnrNnljqgsTjGpQMIat4oif+P7vCufE/"
    "DzadchTRzMb0m3oy1fTp4wnVV//b2JEOUgAedW87w1Hr9o43vzDNPzUHyNaow5+cOaXPod"
    "IXr34IDoN1I+hzd/Qe8Y/o936v4+Csm9bMcN64qTf6vcG/E7YtfcJ++AQrIlh+sV8U0L+9"
    "VHLqPygJ+q+m/v1RfP88kV3ZIqK5ZldvDZNSek2WuY0WuNkRBb/NLKF46P36IcTZD9nZON"
    "vVYGos8LeJRujMmrOP5y9fpoD5qTVov28NXrBaoSHT8x6duc+C6LJ+asaZDBzfDrUXDsZd"
    "9q0wnZIY+8GX3h/a8h280etP2FwwGDFhfcJ+imGN6V1n0O1fX6ElMVRdGdPWbf9jj9XAC9"
    "12B6esfk7PMqjn9CxRO/xRUDlrEz2PbtbCexwI+pJQycHQ6N91eleIS45p+6bTGnSYVhg4"
    "2CBKHjW8yaCFN4lKeBPWQcgrklgCgoL7M69rtwJEPNB8ehCkQRlSyuAO/8NjrNPpoxvVyc"
    "+6QdQZ/UCeI/NUCP4gqdMWWqyYRv7x+55furHhDLxaEybhqYFBoRCNWA4YA2a2DrrtUSN5"
    "CBSP9Y3Xat3xFqaABNB5V7/H08cVNpRJoM/zJ/qZHipZ140+WpwtwiWY4pkDE/89/NuH1O"
    "HQe41kwtOr0JQmOqcbwQz8pmsTIf0B4VhOcoVNNFOfCEW6baEH3UAekcrMpyVbyJV/61R7"
    "biKdCfCnBE/nrjimCnIMsDj6c1+vjWFHv0RHmPttXHPR5TwF+hQo0FJSoAGdRfTAOZt4LY"
    "Tl0hib6s6TcThzoiVkbnlgsPGUA0JP6qgB3LiQ2eeBjQzYprkdhT9tTC3Veo7pt2SqLrAW"
    "j70oFu64rtyJJ189zi6t53ba3dvWzYuzl80Lxx82/9RU1x7y/eSLCF8EeyJHzomDL156Xx"
    "ycxFo7iT4/kuImChSKrKMoim5zFZN1kCUAZWqblr4gRijexGDda2VO/I/6ikaqREJX2Oqt"
    "BQt0y12tBRGD/Tx3s8IvZMZquMhkI4QtUptC8PRK6elBsAsEu4BhB8EuoP+iDHsIdikBg0"
    "HtxT0xovAnh7tsJHLt84dRP6xpEYp3yRTukhLtEiYv1mZiVnDXAmUOb8kJ71mmcKKzlHCi"
    "s2g4UeUiVhQDP1iS60PjetD6eXSFHNkx7fYmg86nbufzFVLphFuZZDWmrbu7Qf8Tj2VhHp"
    "ihPxFlTIcdHmFkEsqkht13Pf7UdThY/fao+6nDarM17Imw5x+Hd53etVPFNvnuFq/V+fWu"
    "6wTIkG9L1eAlo87gtttjKwgrtIixUCmHaEwHnV7nMy90/Cle0m712p2bGye8huOvafkCbI"
    "qPc+JbfYROY3jb5KEpytRwdJ5nmfuSp77IzOf7w9lX9bXI/nyll7Vay037PgfsohQgnw95"
    "C3+T7OuuAOCdD+9ngg0tZvZOg3wjA6jnnF9ESjPrNn1A6Dt36Uvmsclt0gvcb1bsBJFjRm"
    "5jZUriFxE8ZhTXRr3sAA7JHTWGzJOShW8jctTIidtcmbEThY4ZvSV+XvB+tCAMgxiyNBvd"
    "EW1lj7zHPaaPEwYANR9c9lCG/3jb6n2YjAat3vDnzuAKBdoa09ZN96712xXCmsp+4ph+7j"
    "CndHSFVmQ6x9aYtt932h+u0HROpo+clRi+54SEOc/DRZxl47BSKKywp6zSJ12d8m+QU62B"
    "BvaoUXHnXkaZ7X6PqbLNFOS3wJTycTjq33Ld+pv0eZRT8EksDdOZjWe56UVRfo96+Ws+af"
    "dklfL7eyZ0hRzZMeUH5PjxuLf9ERsr97qVa6xcZlDHZaI6LsPq0G1jwlcEbOmGFHMXEazd"
    "Sd3TTNT6aQq1fhql1q05UXMiHiMKmGfCnHksZhTpEfmWRCT5AjXAN213u/OrQ0+sN7Z9FF"
    "/ctn51AF5vbt/0e+/86gLq7Zv+2ziwJyTGJN2CtycDkEtDjiklMVRpMt5rAQA7H9iS/VuU"
    "AcilIV9iw1JJzAz+y7DfSzjHtBEJu7jq1EL/RZpqVjCcJQV5jkU68mGQm8HwI95AGPmphm"
    "2TTJ6IwUMupTQQIwqayK8J9o1sh2fwAI2qInGPJk70gLs1L7/DViw4WpYBoj48Tyz9MW4+"
    "T7bEw3K1i9nKEhtynhwbch4TGxI4JSARlRgUhGNGuTcaFQOvqDT+ohQEhObFXjz+kh17UQ"
    "qwz4v95iSSFPgBMUA/d3gDwZo09oIQIJ87fIoslhrDSBr9kCBo4Ls14Bne+TURbAA0klsj"
    "TEZeCxshQF4G+bRD7sKGZFATsufbDXLSFhqrmCuQ+Vh70A3KkGvOMR6/B17v/N1HMxOwJe"
    "vkWXEVTewMoDrYfHeXDR/wH3mt1hNiYfrMgLDjbxYPcW99vq6eIItuegaUXeemeJjrC3DA"
    "HcwyU3imW3EYj4QW64lxyPGQQDmZFf9etD9tGq456EEfIwP43EsvDvAhqXBitq0oC4xGmb"
    "MROcmhtmck8nNISWYl8hNaZUley+v+hKw5Qa4jZqIHQ1+gr6wvzXVjotOvSKcIG8Sp42WQ"
    "ReZ0ThRbI+HsszplL3kkSwvdP6OvPKOE+TUud+2e3popr1L8PV5LQ1dstxSSGpUzqZH45S"
    "NqSN5UDInVIE5kDxefsB8ak+kmGWS/fu3QLT6EvgxpWPMhfroryNPOl3hpWE8vJNKw8t44"
    "WRrqNMZNSJuvg3Jw8jbnhrhqTuNTPKd2cFHsQB385cnLlwfs45fNs8xd3GKTlBHrB6eCLI"
    "odCORX1QG5KqnK6zV/uIY+oXGzd9aL18QW9miTUJ0Syb7d6PV7HaYAJjmm1/xkoOIeC+x8"
    "4IcCyeOY3vZ7/GTTgnku8zH9v4+twYgfPmMWgWHxI4W/dVrsI08ZEXa9DnAOjb2EGE9xDM"
    "aQzSpasq8kyNUm/+j52etX67HCP6SNjiGbnm6iw8HzhvOOBUF8jwMBK0/Ct8k8FlrXn3ga"
    "rivkyY9pazBgvXvIStiAxoY5ph+HrXeshm16hxUP3N8fDEIm7vUeMcR/ep8Py9ZmxSii30"
    "/xUm7l9QQgliDvwqvSqWYrJO5imzSbUhQ7lOFeFc/UuwdIum8H5aCL5+3ia8I5po8nZvYI"
    "CB1zZg8Nm7IZZQSRY0aOkm+Wt9JH0Usc9SGp2pgHxaXldy5uZPXmhm7P5jIdM0b06DuoYh"
    "PJ4R0SO2YEvQ4labNuhGozuve8pN/zDeBY3HVdI5jGAy9IhYC/Z2K7Qn5dst/e+rbfv+Et"
    "r0/Ovu2Gj4d/vH3bGbw4DRmycWk19eVSGm1BCtCWQDsUrCAxrwQF4Xhn7ulFCAyR0kBQDj"
    "y2og44CBGxe4+xLduIyHzKITgbZIhB9HpvcSjfbRqsVq/PinFwvJc5GHHkKmhbMKJ/ekIy"
    "GNE/yrHT6xEhQq+UEXpw7SBcOxjAGa6dg2sHQf9w7WAVlzmBG8ULqXvx/PrFxFuUKH/VTr"
    "LI8r+Tv2K4+3SAPZHaBZzvBGP32jxJ0m4jtEfOzu/claLsInzFQf08xyfXNJ6asJHs5om1"
    "mtJenhqSznDyjKcO5Se5+Akv73IHtNQwvUIYPaisPyA3dLaJdIMVmXN+HIzVX82x5QiJlU"
    "zE+u0TiTtrtrP35DxdBr5qKX1Vhg2JCVJNXnTWArDkZFly5PeSYRuZFy2JMSXSh2cEqe8O"
    "wasQfHCmo9SzL2xkwkZaJTRS7EbaQa1/f6Mt2fIXtuIkrX5hV3Cn2ztf1hQKGNClNaBhsw"
    "c2ewI4A9kPmz2gf9jsqeIyJ9rFitRmj1+/dps9F1lIoYtkTijqeh92H+3QvTmUVihbXqG0"
    "xELxO2lyN+4IIrWjNXeCMSTG2lliLMjadNB1z82YInVzrihTw0n6PEteveSsepCy6RD0Pk"
    "Q6HE+kQygL/faY9k26eknmk24Et4Y6dJ6I8YxcCWTxqIIVNhFhpWjGuhlFum01kam7z6iO"
    "ZniJVIqwk8LpXyYyiaES9sfCzyayKfm21JhqiRKNdtjtq7IQtXNdU9Y3PfjJdFlz7nzl56"
    "Ty4AMqF6hcoHKByq09lQdU7nHrH6jcMri0G6MtMx22lqgdnXueLUt8SpL4sKvlG3dBcNMz"
    "HvoydYrjKSLZ4dpijvbU7Sk+18Jl5mAa14PW594Vcm7U4lk8O9c8iSdRxnTQGX0c9Phng1"
    "i2QXnZp36XfX7S3TnwwDk+2ZRsyl06sZGoHfF7mYlWv0yh1S+jtPpB4wNhsWQlAUc+O/4B"
    "MUC/oOBMF9WoJuCW0UA4ZqDzZchqctCY14piXIGQ19Zyaeg8dXwyAbyu0pSmfrEoupX8/c"
    "yJVp0SZPCLy7D5aKIH3XBK/CZPUGv9v0vMTvUFMRHHxKnMuTWyQjNimYiyf5iwGeV+d/om"
    "OOtWtdWkCfwu8LvA7wG/C/oHfnffxuSBLopiho8UKePVLzNNlpOU2ckRbtMiMddUpBO8vg"
    "wQvEdH8H5udUfd3rsrtMKqxWAd07tO79opWRKqOCWtu7tB/xOnel23yqV/f+m0Ry79+x8y"
    "tXjZ9aB/d8eLFGOdOfrAJDA2TXVG+Y0BusykExIrswbLFGfNQxuVXBZWULIAC6tka22t7C"
    "h9sYhNdpF23mYtAlsrWbZWvIlWntoPCYKdmtdOxeZjPl8hJAgayH+oD9KPHPpWcG9ZzjEM"
    "IqIwEHK7zLpGpPEXhAD5gnZ4If1OwXuR7daw3bruNGJtH9hJ34JsyNbLsJfOJ4UCYB14zd"
    "QTVmHmzACpb+5Bb93WW4N2cQZoNyYEgLsF3Ii1VeaQj4HtQL0t7GPgMf85Qz8m/s7B9vgP"
    "fxU2kaWj1VydzhHWNDf4QrUQ/5om5z41fuxuhSkvNZH/Ih6w4YRzuOf1nMpUt+ZMr0h14z"
    "tYa9FYkL29Fa7mKbG52UQQArJNDRACAiEAEAIC+ocQkAovc2VJKVai431HHACyY4uhiOgP"
    "SK606+RKC5WqC3shNxELQjAF597YUc1p/JUKqWmtRDG4suIKclodLKcVBEuUaTo5yA5l6Z"
    "bKg0DPZaShF4Sg0xe0OewgGNHC924Mj7xWq6WQrNsWQj8s3e5l2aaXHW1fwmZ7kZvtB91f"
    "u2ZfaIY9AJJ214RKTem9NSUovHVj7WdDX3jXcxqmxfe5+AcNs/8V/NxEX70GyVfk7mCa7o"
    "2eX23Wl74i5mtoCnoxti/v8enYfnX2+sexfUHI+dh+ffHy1Q/RPbV9vDDLMWv/NV5vYS6T"
    "qvF7Ev/gmTb5u+D8dRmW8yZsvsHmG2y+wOYb6B823/ZteR6GL3hgFpLkHc+CyHde8lxSny"
    "qW843e8ry24iSwE2WOGryQRSxzkCQgCFRh7qEv+B3Z4ReEAPqiuELb3CfjUjYVZKVchK6X"
    "KVrcnScA1+3B4oEZtYxUVlvDTPuNlMth3ApNaQpruhHcSl+1kEW+eUn4LLJYagw0Ey1ti1"
    "/Hcv/sxGPzqySv0Ne//0Zuyy/GjSV+5qfdx40f0D//fI2SVMU1C7dyV2Y1aALVBFQTUA1A"
    "NYH+gWrat2UIt3Lv266AW7n3BS7cyl1RjO91JSa2fsRco3iA/fo1QDdtre38Ogossz6GL2"
    "5bv/4QWGpv+r13fnUB8/ZN/20M1LHdOR3t+nTnfQP+RAxJh06QqM1t6MX5c3NMZyTOkkuL"
    "phekIJxeIpweTi4c0W3cDrv4yZt8tvGtnzaTVC7adSLMclvp12RdxdCeXxobYle8uBqSXJ"
    "TDK0wmP5Mu/EyEP/G+z0pvSBa2VpbfrD5MTMJRG9Y1gnxp32uqOc/F7oZlgd+tJr+70WMO"
    "hjdGGDje3Byva9dJs+yiWJ2W8QMnqF3bwAWdQly3VzFtZA2FCfTDMgbCjLz4kEaya7au0p"
    "T2yixRdGs4zGhOkEWMhYn0B4TRI9Mt/89vrolWqjVHT9hQ+dvMJn+iqFzaRJjVdcGOuRWz"
    "yIYhJKYyE1kzxSuEkBgIiQGTGUJiQP8F6R9CYsrgLkHcBsRtQNxGZdEFernmgEPcRgPiNi"
    "oUTABxG0cat+GTftsjN8I1m7lZwl1Gb4hMJMRvlM+FgfgNiN+oYTBBVQzsGkEO8RtARkL8"
    "xmFXcyFrsW/bSaeQDgrWaSk/cB5pwRIuJopDDBComEayxnGEemMZIzk+kKV1rU9tnsOjke"
    "yuBao1pX21RyY+UUT5DFlO/PpoNddNgu6feT4SSpi7h1wu5gTxEA3uAtxjVsEgDzzegqfX"
    "dZ8j3UAu4MjQV+ZPXgpejSDn8kovp8kcm/O4bCj7fn2WEJHQrdUQKVJa/xMiRSBSBIxziB"
    "QB/Rekf4gUKYNjxoNgo+DzMIYOtRcRByCgBl+2zPxUY9jpja6QyTPa0WH3Xa9zzT4x94Yo"
    "7HO71WOfppiGzcUsUQ9vMsQ8vEmMeHgTjnfQmIlpM9M+rzZE+VJr5Pf3kzaD/a85+zOmHf"
    "YvoWP6tj96f4XudQZtDl1cZtDFZaIuLsO6qMj+fIW2G8w5Prt8Fd+34xHdSOyqNx8uU9Or"
    "iwz99dVFYoflj0L4qn/FzByJ3dWvDn0VoidTI/sus8ysrFZyZN9lZHZ9YO8nxtJQ4y6GTY"
    "Y5JHbQsLMSzwQhSknCqg4K1mlqOPBxSQ/Y4qj2ttBixTSS+chksDeWkWofEqw1kil253FT"
    "mlo3fbEMjPpSnVq2QfgpRs5FT/XFEtPnf5mIN+JcMHf6ajq2X2Py8geX3aZkRUyridQHRH"
    "ULWfiRUIRX/NK6mU5MpFP3pjrV9Lwk9ODddUfZszha/SDfYTu3DjR6KWn0MvoBB7SvdrD8"
    "A60OtCrQqoe+qZ4s9KdcozAoWcAoLJk+qj7WyhWff7fl/pq7nNfXLLPfXnONn72EGr64e+"
    "UMZjYhN++mbGVnP+EE9XRkrfRQVX7XtYaXUcOyuGZzxGEwN8xgKPCblMGOLKcdudZQ7Pya"
    "YEqKQkd9TSKhiix4gsh3QledFSkGOWYjmXHAJTswG4kanJQNbbtlOvh9mXLw+zJ68Bs8mO"
    "OzqoDAPvhqCwT20RHYH008S/Me3Ofy3oO9ltvqPXzmNv0Km4j5G4prxGsqJZwDxkjBzz8h"
    "9m5mevxbp9ozz8hnGGTK+gqPtqb8elH1iaA/2TRrqRYPwn6xUGesM/HJ9+KHqFex+9fFJ4"
    "33+wJ/Ga9lkAdiED5SwsePY2PCm+gLv6ZW8ewvv8j1gSYQNV5aNwWixiFqHIxDiBoH/cP2"
    "RuWXOSFW2TNjslIgfv3aESDnmQiQ8xQC5DxKgAiWXlZyThA5al7TM81jMptck6m6wFo8fK"
    "JYGD9X7sSTrxmCnXb3tnXz4vSieRHKRiXeFxtmQH3fRWIGCAjVMJDj9CzLRMBqJU4EzrNQ"
    "2hhV09i4tuaGbs/mMvNBVPKYOfv4PAepCet8kT2mq1uXVCpfXSgPo8dHyBlmohgYZXmNMu"
    "DNy6MCbvDm14MgDcqATYzSb2IkDoHisb7xWq073sIUkAV0ZwUtEO11e9VaeDPDLFocZdyZ"
    "axPDUh/UKU69kkus1ZS/KzkkneG8iSASOu/h3p3F8x8tDfWJP38kz1uPe/DjHeY6MVPMlV"
    "37eSWcJinxkt5M2V4z7fv/kLglPeU4yUakhjTETgKyVNO041IvJ4O8kQCMs2H8hDWVLTOG"
    "vpDd1wpKHmpfC04MZNq+cpVlU0vV8ul5LQqKLrWiq5bjoMInHk0yNUgMysm51TcStQA4bd"
    "zsIrW6SbSHyQIrspx6QG6PxPphoC+SV4egp6NeTCDopQzk/gobNNcgDAjCid4yjzQ4t11X"
    "LZfr3PZQnVFs6cZzIyV/0LpOUz6JUEA2wykM3SVGm0ilDseqGwoxOOGqKqwQU2WdkueRoU"
    "p9KpYLsV4Td9CigBaznNw2CKtihg9LkAVmbjKciignbVv+BIt7Ch89zUQlnqZQiadRKtHt"
    "+xLwrgVqh+/ZZRa2gdVKSV8Zk2o1zvPNlqTZl90j0mzmVA1TEu9G/+NgeIV02zDHdPS+0+"
    "WfhJZkSZ8snE8y5RM5IY6XeBob5ZvcyUWZ2vXzncwjrAvHhU1m7Oi+8B6xXmHV4phJdvXP"
    "re6o23t3hTz5MW0NP/A08dh8dLLEd3iOcpPwLOXhDPLXnfZN1ylRyJTHbCh5hkfBmeSd75"
    "3DhRHlwIEpmwMTclM5ijn9VFEU9FxmPfNJJ4eOBTHQb5n1i6f5aH1RDjRcag0rCmvNlLFU"
    "BZHaGarF7/7aJjEmeEbk9tmDUrWD+SyTP3CW4g+cxeTlmmNKSQKzsN0jEMRz4b2fSarBzP"
    "kPVzwpzOOY3vUHo9bNFVrqhoW1Mf047AyueOoYowRO8IIwEHPf3bWRLrMyrgetz8z3Ugy8"
    "Ys7X6Lc77mnxb5rLzSr4kijXB5zIkpkhsdrNPTviIgz9kcQso78M+70EnDciYRNJnVrov2"
    "yMmxXc+07BlmMRsIsiwT7huJ6QwcMbCAf7BPdXsu+YBOXgGFtRx9g8XKPKyHvWx91mtA0y"
    "2LRcMcVkPfYT7JNlPPcTUca27eGg3nLtErMmJkKvynQOKJCS27m0xbmiRafuBq6z9cwvTr"
    "ecwzjfrBPUpySUo1s1kb7k53IsVuq4rOFFfbdvynk/O99eXrPb5NtSZZMnd8Vhs7mcm82Q"
    "gg9S8AXtYIhGhRR8oH+IRq7gMrfRgqVamhTvsBaoxZmXPfCdlYt/UAz8YEnOYJxi+3nkUG"
    "wP1pj273isAzeWx7Tdv7276Yw45cZP3HNPKTbiYUw7v951B7zINYdZCZ+FPPKOn9J3CLw8"
    "lN2PGdT6Y6JSfwyrVMOUTflxmTKyaVWUL/Mwavz+ftJm2P81Z3+Yfti/XKNv+6P3V+het+"
    "YloE8V/BzD5w0XWNMS1w9fpk500vnZ61frlYJ/SFsbhretm5vY6+bYj5jkgTQkCsiGzuUT"
    "Q9J5FCT2B+bL3SJZmO9YjetfK7sZzl8nuRMuiNQO4NNsO1EpG1EJAE/k+3FUsnZwF9+fIZ"
    "K17mSCQKBL6jgoCVoutZZzBisTiFSuiIbhWsydX4sJ6Z0Pzbk+kqU8/IIQsN0FBcFALue9"
    "5HLmXbc4iD+w1q69vKvV6/dZURaGe1kDjNjPvFHpYyM9tsiv1cwVVsSkeQ5rVzxDRJGbks"
    "2Ju3ZDffglnfxcOlF4dA/eBPtcIaxpXraIBVrpxiNykiI6EUBeHBPil5XHhRPt6jVZYonW"
    "TcOFnYde0pOjhebYjLloJ9mK9esXY8MeVgG7JichbuioXcTA/Cc1xYUlwYUpypAO5IkqMp"
    "7ca7JiOslq5IU7ZMDSa7eG7dZ1Z7+G3j//D+RDnYA="
)
