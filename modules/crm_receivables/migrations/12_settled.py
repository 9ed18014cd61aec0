"""What settled an invoice, apart: money, credit notes, write-offs."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_receivables_invoice" ADD "written_off" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_receivables_invoice" ADD "settled_by_credit" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_receivables_invoice" ADD "paid" BIGINT NOT NULL DEFAULT 0;

        -- Whatever is not by credit notes or a loss is by money, so that the three always sum to what is allocated.
        CREATE FUNCTION crm_receivables_paid() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.paid := NEW.allocated - NEW.settled_by_credit - NEW.written_off;
            RETURN NEW;
        END $$;
        CREATE TRIGGER paid_insert BEFORE INSERT ON crm_receivables_invoice FOR EACH ROW
            WHEN (NEW.paid <> NEW.allocated - NEW.settled_by_credit - NEW.written_off)
            EXECUTE FUNCTION crm_receivables_paid();
        CREATE TRIGGER paid_update BEFORE UPDATE OF allocated, paid, settled_by_credit, written_off
            ON crm_receivables_invoice FOR EACH ROW
            WHEN (NEW.paid <> NEW.allocated - NEW.settled_by_credit - NEW.written_off)
            EXECUTE FUNCTION crm_receivables_paid();
        UPDATE crm_receivables_invoice v SET settled_by_credit = s.by_note, written_off = s.by_loss,
            paid = v.allocated - s.by_note - s.by_loss
        FROM (
            SELECT a.invoice_id,
                sum(CASE WHEN p.direction <> 'note' THEN 0 WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END)
                    ::bigint AS by_note,
                sum(CASE WHEN p.direction <> 'loss' THEN 0 WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END)
                    ::bigint AS by_loss
            FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id
            GROUP BY a.invoice_id) s
        WHERE v.id = s.invoice_id AND v.allocated <> 0;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_receivables_paid() CASCADE;
        ALTER TABLE "crm_receivables_invoice" DROP COLUMN "written_off";
        ALTER TABLE "crm_receivables_invoice" DROP COLUMN "settled_by_credit";
        ALTER TABLE "crm_receivables_invoice" DROP COLUMN "paid";"""


MODELS_STATE = (
    "eJztXW1z4riW/isqvmxPFZPqkKS7b2ZrqwhxTzOTQJaQ7nnhlluACL4xEmOLTufenf++km"
    "zjV4ztADZwvqSIrSPMc2TpvJ//1EbWTLfIiBjf8NAk9knTNNkIc4PR2iX6T43iGREf0obV"
    "UQ3P5wmD5B0uPyXc03F4gqHNLTziYuQEmzYRl8bEHlnG3H2SWhPNscURmyAsPr3MCOWITz"
    "FHNuFcTIgwRQa1uZhX3vsJiWcidPwjo+bLCWpzG1nkG7FsbNaRISahL3U0ZwYVNzhDBj+R"
    "jzFmI/EcBn3c2TcuqPHXguicPRI+JZb43j//KS4bdEy+CwTFv3/W3C/XjbGkEH/FiD/FkG"
    "/MGJHY1eUDuXfIZEJG3PhGdAHkP+Xk8yd9YhBzHGKwM1hd1/nLXF27Mh7blH9UYyU6Q33E"
    "zMWM+uPnL3zK6JJA/Dh59ZFQYmFO5DdwayG5SRem6S4Fj8HOT/eHOL85QDMmE7ww5ZqQ1M"
    "4D+Ndqut7p9vV7ra/rtdh68SgCDHUvjRiVa03yQQHwKB/hx380Gmdn7xtvz959uDh///7i"
    "w9sPYqx63vit9387D+Oj5UylMGv/3O705QMxsaCdtS8v/K1oMMcOlWKtjz6esYWDXXYO+D"
    "TrueBhnsYG74LPB/9VPDBG+MCH3o4Y/NcCvmTwo3QRFghGE27MyIn8sIfMSMH1utnXIiC6"
    "W9E4J4YRsqOG0Dkac0MYITtyCOVpK0SLvEdZhLDQbuoeWcd3pgVFRCLx0XHCOXbtrsRkBo"
    "Qp0xax/LCthVz778mCjiTW6HGB6XfjZCRE1KcTyp7/p7b7Fd5v32r3/ebtnZx+Ztt/md66"
    "l3ca6upL5Oqbdz+EubScBH1p9z8h+S/6o9vRFM7M5o+W+kZ/XP+PmnwmvOBMFz9cx+MgWN"
    "5l71Ii/4cvud/AGOlG3sHjFGgot/IzIEgF0mRh8OPaVw6FKkYLjHgFI4LKcR4mBOmAAYUZ"
    "ELZZZGdAmA4YkIsB0rgzeUo0MKgNPs6Kj8wixiP9lbwodrTlHkRHJAH7qAHwF7awKDY1b9"
    "49Y8rf3sLzrvryg4Wfl/ax0MEo0BgTk3CFR0/IS712q19LWvabBPrOn/JAMQ6/8xlQDhyV"
    "m0S6HZ72QNGOyxmZEFfn4mbRXk55sEgHhYkVKMs9e4hHT8/YGuuhzVveYQ0WubIcG781a8"
    "yiVzDFjwog+Uvkc6et+TR/T+TdKODwiby0WTw+Pvml8sG43hjpdlHIOu4Yw0bjBUFCbcdo"
    "jF9O0FfXt0TGX9FoiukjsdHwBX2V2rz9FWGTUZLk7tn212Xx9SR7dcQXuhY+eQV8OJX04V"
    "jkm2EbSfbbNMvjkmR3su7pdtnQOD1/f/7h7N35Ev3llTTQwaAIBsWwQXExHxfkf5gS+L+f"
    "/AeDchUsOXQxGwphJQZ/a4qtZPB9igjq4scUedfKlS1m+LtuEvrIp+Lf87cpeH5u9lqfmr"
    "03528jL03HvdNQtyKH3MKyCB0l2GZWAxyk2QzEZa/sEMhnGTA+WwnxWRRh8aOJmQfeJcHu"
    "sK1t6zwII3v6Nsv6FaNWoqvuRUy9YtvPHbgQIjrqsAWh741zwxcieiV8FTvl8qHna8ZZof"
    "MpjnrZQcRhSfLU0lqUE/sg2e7gf3tQ2LMFl/bpsXyyXOhHCGH5F2aBc3IloM+YSTBNO+4S"
    "kB8Kqm1Bv7yy2736qtu9CWnoV+0IqJ2H2ytNiGlKSBODDL4CazewMX9QaYjsmMWL0cLmbE"
    "as/AaIMCFsGBDKs08MSIkkAVfwtlzBSRvPa2EeidEnrcBkBwpwZL+tqrPdWefpjvblu1DI"
    "ye5Tr3WwyxRFR6WzEZVnvuu+RkysJ2QoV7djp/kJ8SlB0vM5xDZBFpksbGLLIW9mxqOl0j"
    "jR6Q9xp/p2viKLIz2yIDxPulhIChXduyDeHr5QoIad7PJeyEgFvviKnVF1BL74dWwAXzz4"
    "YsEXD/wHX/weH3Ml+uKrldYa9hJncWWerfZknsUcmULmJNKvnqDbrgY4RHRoGH/IgvGH1R"
    "h/iGFss4WVD2Cf4tDQfZcF3Xer0X0HwSQ7DyaR6uKK5auJvTZmkgkvZY94h4ElYwtPeE4J"
    "p3bda37sXyJFO6B33fu+dn3pKuoD+rnbFv9Jn0xU38+0p2TZUlbvKEkMcfT3ohxxqPeLJd"
    "07rXOJ2JxQwZ5mr3/zu37XlFyRWQvmiz7HxljecS7Jz93PWu/6QRNE34g1XpDXsvG0kSWS"
    "qLE6kKhRuTiiiomYEEZ0FGFEe42bvRhyxnFCeGWaRhikglCWYqogx9/zge4SAN4F8c6/zG"
    "GNvxJzCJUrD3spNeaD3aMAxIsh7pSVVXbSkUXGRs7g3ERy4EUxXjxbBueE6mwyyceFCCHg"
    "fyyBuoeFv7OD5D14g1SAfGG53oviyYl+lBI4UJwD0rKWH32PCpAvKnNa3CAJxtxf7rudVU"
    "LnkiRqhzFGHP0fMg17D93LKVBKLOTMy6gBz6b65rb5W9Tc2rrpXilsAuEAcoKrqGOZrfJq"
    "rHArs507MnIazAu6iy4yZchepGTIXsQzZINBh/kO1DAhBE4Ulmcgj6NiaQQQ4L6NAPekXe"
    "f1CDvz2CetwIz7tetkRjm84VY6jeDGoKSWIZVAjasXSicwPdJ1uQSrGZEQqx+Iwpdf4G2t"
    "xDLYWBdL0eJOXP2awngQel/J0Pvgw+eQKCNkhxiJlEm0PEsRLc/iouVfC0y5wRMivq7JyJ"
    "hhMxntIFlUb3LoTlz6rcnzp9sS6NM82Fqrfdu8eXN6Xj+PZE8HizeFIRY/i+tzKzHnMW1b"
    "CdOBTaC4NcZKjLlLXeBBspIW+NsSF/hFvZF5fe9LJZiDW9e5DYyA9yssAAkiZwFDTFBgBW"
    "tMUTtvUNSP7+urgz0jdMcceediQWjCSl6LoEt1zPhBWZFq2QOhrMiBdpgINQpKM1dFOwoV"
    "sFctuxxl6C7hN+v+CRncKUMheGIjezGTDbr/TSyGDIoIHk2RlyRVR89TQ/wfqlUxmpLRk4"
    "0mzHIGqzQf2eciocnErr41Z6+JSLkLsK1V07b2ZCQd99lSnTzaKlvWBASfu+2Wdum1XAlm"
    "Kcl8pt9vtU5fpjSpjlED2ry56baa/Xa3c4ncsF8x04A+dIJ3FjR4r6d9fOiIOWWJGSpmbf"
    "W063ZfPpb4XieESZf+7QH90mv3Nb378eMlknF9REb1SfrPWu++eSNnkIXysDmg2m9Cue78"
    "LCYg350KNwPa7zU79x+1nlyomNoTxz0FeVZVPW0zCo5QCQUqYUAljLJNCCWqb4D/Zan9XY"
    "8W/6pqzxVjyEaV58o0d91TkDP1di3ZQuExIc04EWBUAbtEYOVsNpQmptOvKHvpPEyoliWo"
    "+JVU8aFyJVSuDOEM+hpUrgT+g76+j8ccdJHcUenKsSEkvNUht+u9A6EJdpjVZdCce5hYW9"
    "I7MKDdh/4lYgs+oI7l3jHZ33Tv7y+RyWy7iLH9PANfzlc394xyZSbkdFbYYeNTb6TwZSZ2"
    "DDF90kPuihycuWp2ftV9r0doLumqad81f5duGkOoQwP6RROoCRY+k9EUCy62PmmtXy8dt6"
    "b4r3n/SfyD7an83LuWn63xgLZv77o9VY3QmM2Z5Sab5+VzI8sL2Fj9AjbiQZSjUXIU5eoN"
    "LkBycGmUmy8cW1Jx3iqDfJppGZ+mrOPT+EKOWAqy+gcjZMftIYQqvDGJJ4vAk70K776ErB"
    "+cGA8V2crD3olXyQt9kAqQL4q80xAzL/I+FSBfFHlHrMiLvE8FyBeswEb1lTpNagG2EB2g"
    "Xwz9qQttdtw9CkD8dXs89EouqvZADamt1pCCCkZlbxFTTMdmAQ6E6cCHtKGYN6ggte0KUu"
    "7CfQ3Arsv6wc4EbcWWeVZkwy94RYPcnESzWmqQmzumXizILUC93SA3lea3TFsLqBvBJQ4B"
    "btUMcEv1lK33ipbiNSuQydbTWlr7c/PqRpN5Yt5b4mSPdR40J3mMyj5c/eZvYh3g7xGnp8"
    "pK8xLSBvSqea1fa1d96Vcdi8cYcjlX86b9h6Zy2bBp/Fs2Z3vo+FcX1L/+uXnz4KbDfcPm"
    "Anu+/vLz0cBdAu6Sg9r7KqK0VUyYKocDS1EhF/xBKlj+m1LYltUZNpU9E60YsWdMyapeBF"
    "djlrq/JenFFdtvNqsWl6y99ZQXt5amvLlD6oV0N8snXls55ZZR8oLYBGGvDgN6NIQsi+Rv"
    "/glhv8TJCfoqm4LpbMG/IsNW9UvE50cm+ObRxmukbGH+LEplOFMNFMjKKpAeywvkHocIN3"
    "OwHw1DQJ0oHXgvlie3jzJEdtSxmRbBdr7C5D7FwTkqt1KRHPItId8O8u3KPirA7nGcxXGO"
    "lwFgeCrb8FRqfZx9xXgfCuS0lA9ybb+pwLB6ISuUW3xzW12nZMChi7NXxj/eZyp0B6w/lb"
    "P+QHupXSpze9t9pySDwwG33zmQnWWfOvAcHOSFeu+8tuUOQC+vBISf7NAHiAD6TWmjyXky"
    "xXUkR+zusH223q9VkwIrMYMm6mkQm4I40kn3QDEObLRV1kPVSl+vh3ovRHE91HtR14dE9P"
    "ETsVV8AppjiyNmyW4UbgyD6pzgNbQ4QW2OqEwaRE6fCEG24KqLi2wHo5q4xEMitjB/zgYx"
    "db+W7IoSs6EOEaBAV1aBhgKzUGA2hDM4PKHALPAfHN77eMxBgdkdFZitkkv7aIQ46NlW5A"
    "CBioyZtojNphjaiyFn3PHnZN8dglRgYARPxh5Bnn+xw0rfRAT8PoRv77fPX9kIkyFeX55h"
    "SbzDYHlHzsmpqtbuuveqjrxD7bX1dYop+IU7cxc+z8CPD6vLnkPVr8ptOSV2Gj1eBqS4T0"
    "ttdVk1jmR17eXudQnF1Q4yi9zpV19LzyN3B9ULZpIHyNc6TptemnbdLXSk2vhI/+azZXDy"
    "I5tMEJ9ijsaM2PIeUtWfEKYvaCaWVjgdPOY33fz0692m4PaspNsTDJiQM34s0lPoIMcLu7"
    "A2tySusu5cu+o+dFpScRuK9TKSupzUpn7WrppOQzFsPRJ5kg7obfu+3/xVu0QzQ/ziJ1JE"
    "wzvN1HQppedSQsulCpQer9rbAmn91bIKQZQLRDlAlEPZpzmk9VfHEAVZ5VvLKi/ZTvJFGg"
    "e6k0ktzU6yHFQvZCdRBgidufRrDSVfpJXi2TBNZaUYEiSLmS3tFHXExBJDNpuRIRu/ICLm"
    "QFhs/+I5Y0aR10218bjxpccIYsYrazyBmHGIGQdpGmLGgf+gTe39MQcx4zuKGYeoW2jsca"
    "A7x37YmyEOcafWfYuIwUVCEXva/z5oTjTico4Bbd7d9bqf5UU8n1vsmxOk+IvWcgf+i4w2"
    "GLi4ebeWrPSUv1h1mOqY++laZIatp3x7jEcBPq0sO0yJMSHRlXk0RiaIba4QC7zNtoAaGi"
    "MFNRQizPeIARBhDhHmewVw/vbd/hb9GoyPooN37DSrpmO6ZTKbXGFTsSq1BFpwYL1YETQ5"
    "hT4MzJHNSY0pcns0o5F4OsQZEldlazZCx7JkmRNwj1/q6HlKqLozY5RP0TO2kfrWMTKxnd"
    "AZbgvzJxYKd366sxBC3cVd22S0ajh4rSvptYZO49BpHBwS4JA4VBUmtLQDR1YOS0qACsDf"
    "lP6oUN2k9ngrxZeWN+uesSSzfhNYi9WUvgNsSJO9w9wqKnlnlbgNkyCDy+7HjmhbVwKvlI"
    "mG2BbSsaocTBn6lxNcjFT0rSMmCxohJqtiwhQRbJkGsRCjCfWHt/c1kE9b4T0uTbiGkFAI"
    "CQ3hDCGBEBIK/IeQ0H085gJvIeVGQl2/1fEqS4JN51+XKmPki1TZu0gtR4bNuSvVWjddFW"
    "blUA9o907rXCI2J4XMW5uuFKceqtDuEaGEzWOTdgBwv2XV/SvvfdO+Oy11ro3JhEijcLod"
    "IGF4vZA9gLgT5XDCSUAFYxB2XV9Dxp7IWLUBwvKvXHzIM22vKaL12gkHdECbLpnyzUk/nE"
    "Xkvklk3unYc8rhR7FE0FTcZZRI2wHBo6n3zZfK4CCELkP+UFvRSfcCsR0rA1E+PUU5Zea4"
    "PqDKQLHEXg2TTZOwRZC9mM3IOJsDMOgAcK4v9dh49+BlbrOb8Rp0GIIRo3JGjAg/Y5xYYz"
    "gvx6Cxfa5szqYBDrctO9zYM9WLoBylA6TXIe0dPfn26yDVIW0Ru863wrJYRr7yaD7JcZdG"
    "S9TNU9u3H3Pr9sbbupvllKV5u5JA8+0ISxLYDgpvB1PD5swyRvmQD1IB+K/JfVWRXvnAD1"
    "IB+K+wTxeDP0wHDCgeaAVu2uN200GgXXkvX0nlLytmVa+Oc+M1jg0IclyfwVV2idGKLfys"
    "KFe/wqjnG+phns2J1HNV8iIdWTzSta6jT0z8CDSx2AwZ3InaVOENyr1CyXflXvkv+wR1ZY"
    "lQ7PltHNfOQn40eCQw1CITccOWWVrODxFD4i6mXX5xssMnYAoV357g2ZFX61CktHRhACJS"
    "17EBIlJB1YGIVOA/RKTu8TEHPvTdeXZd0S6rY9EdDk7FOGbgVCzqVIxZWkpWUPv4u1ezKE"
    "09DQyrF1JOuXivA/WWMnQMVdnitgrjmxmUWUJTlDojm6AXccijNxNCf6gLpfERc+MbEYqj"
    "0BctWfKDcE4s9GaweE9wY7C4GF68F3/Pxqfiyj/effghoX3odr8rWRNlY4WEW2k6roiuaK"
    "Nh2PZiWTbTu+hNIj+7xUFtHVRYUGFBhQUV9hhUGFBhj5v/oMJWQYV9Er82WX1dnx7o0e4w"
    "O3BsPBocm7ozuZnzPatdC0z6zRv9Z62j9Zo3lygy34B6I+7vhH4QHGHPhRYkR2g3Wqvf63"
    "baLX8aYpIRtxg1Rv5MgXHLyQLjlvPdNe+0nj/VHM+FALmcxbm7nMC569JGheIs+nkjS63u"
    "xupS3Y14KxFXKs5sAHHHH1wd9M0XRSu/CU7Ze+KW125IM8tqZAoRHbWpabh4EbuR+i/HGg"
    "1THdw20MjUDqGR0g6hEW+H4GAmLTL594Qk2oNDffMtsijJWSzRJYAYwsLCqFij+SB3CQDy"
    "4pAzjhOKqqSC7pEA7IVhx6bJRpjnTRUIke0O/rcHhX2wFVeeJBmfCpAvhvzeFSOizJrltz"
    "J0ur1bqaw71FKH7/Vvftf9ZnBzbHHzRfeWVFKfuAH93G2L/78xo1jPuIssyujFamX0IuaK"
    "t/BzPsHTpzg4cfNdFnHz3Wpx811M3Fz6APML+AmkBwf4NuxWdGKIF1Q+VwHQV5AfHPDnWY"
    "A/Xw18PDEbmiduu3kitO8rXdQJhnQUkTNt8GwV4EBaUhz0NMuXDpe7p5m3cl+L8Oogtv1a"
    "9lmRjrzx1cyK8xlxJ5SXWrbAQzW0/trgQ33uTZOtwKIsJihbKSGXHsnVJnPYnDYH7tW67H"
    "rwbPCpzFlT7ZWEvsaJGvU8VW3L5B/GnpCEckXtxe191/ruC3/WgiBFQg4TrzrfrcvvhlDD"
    "smWFlOZo0KmptAIiwfcjn+gcowXRrSgfoOty2V6h2MGSyyenAyO2o8REUjJKkbKrxpisYn"
    "Z8XWbQaaDf+E76jftn5yaRbqlpOyxTJFbFDt7ManpM7KiA/vj3/wN/+tdQ"
)
