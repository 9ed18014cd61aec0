"""Installments say themselves since when, and until when, they are owed: aging reads no invoice for that."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_receivables_installment" ADD "posted_on" DATE;
        ALTER TABLE "crm_receivables_installment" ADD "voided_on" DATE;
        UPDATE crm_receivables_installment i SET posted_on = v.posted_on, voided_on = v.voided_on
        FROM crm_receivables_invoice v WHERE v.id = i.invoice_id;
        ALTER TABLE "crm_receivables_installment" ALTER COLUMN "posted_on" SET NOT NULL;
        ALTER TABLE crm_receivables_installment ADD CONSTRAINT crm_receivables_installment_voided CHECK (
            voided = (voided_on IS NOT NULL) AND voided_on >= posted_on);
        CREATE TRIGGER posted_stays BEFORE UPDATE ON crm_receivables_installment FOR EACH ROW
            WHEN (OLD.posted_on <> NEW.posted_on OR OLD.voided_on <> NEW.voided_on)
            EXECUTE FUNCTION crm_receivables_refuse_change();
        DROP INDEX crm_receivables_installment_owed;
        CREATE INDEX crm_receivables_installment_owed
            ON crm_receivables_installment (customer_id, currency, due_on, posted_on) INCLUDE (outstanding, id)
            WHERE outstanding > 0;
        CREATE INDEX crm_receivables_installment_void ON crm_receivables_installment (voided_on)
            WHERE voided_on IS NOT NULL;
        CREATE INDEX crm_receivables_refund_day ON crm_receivables_refund (refunded_on);
        CREATE INDEX crm_receivables_reversal_day ON crm_receivables_reversal (reversed_on);
        CREATE INDEX IF NOT EXISTS "idx_crm_receiva_effecti_35aaa0" ON "crm_receivables_allocation" ("effective_on");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX crm_receivables_installment_owed;
        CREATE INDEX crm_receivables_installment_owed ON crm_receivables_installment (customer_id, currency, due_on, id)
            WHERE outstanding > 0;
        DROP INDEX crm_receivables_installment_void;
        DROP TRIGGER posted_stays ON crm_receivables_installment;
        DROP INDEX crm_receivables_refund_day;
        DROP INDEX crm_receivables_reversal_day;
        DROP INDEX IF EXISTS "idx_crm_receiva_effecti_35aaa0";
        ALTER TABLE "crm_receivables_installment" DROP COLUMN "posted_on";
        ALTER TABLE "crm_receivables_installment" DROP COLUMN "voided_on";"""


MODELS_STATE = (
    "eJztXelz2kgW/1e6+JSpYlzxkcRLtrYKY2WGiQ1ejJM5vKU0ogGNRTcjteKws/nft1sHOh"
    "BCkjkkeF9cWNIT4veeut/9/q5p5lQ1iUb0r3hgEOukaRhMw1xntNZAf9conhLxIe2yOqrh"
    "2SzhInmGy08J51QcvcHA4ibWuLhyhA2LiENDYmmmPvOepNZEM2xyxEYIi0/zKaEc8QnmyC"
    "KcixsiTJFOLS7uK8+9R+KZCB3+yKgxP0FtbiGTfCWmhY060sVN6LyOZkyn4gRnSOcn8jGG"
    "TBPPodPxzr7RpvpfNlE5GxM+Iab43j/+Iw7rdEi+CQTFv3/UvC9X9aGkEH/FFX+IS74yXS"
    "NLRxcP5J0hoxHRuP6VqAJI55roEfl1syd1pBNjGGG5S+4cV/l85hy70sdtyj8410q8BqrG"
    "DHtKg+tncz5hdEEgfq48OiaUmJgT+Q3ctCV/qW0YnnD4LHfBCC5xUQjRDMkI24aUEkntPk"
    "BwrKaqnW5fvVf6qlpbkiCfIsRi75DGqJQ+yRkHgLF8hB//cXZ2fv7u7PX528s3F+/evbl8"
    "fSmudZ53+dS77+7DBGi5t3Iwa//U7vTlAzEh4u7bIA98d2gwxy6Vw+wAfTxltotddg4ENO"
    "u54GOexgb/QMCH4OU8MEYEwEfejiX4rwV8yeDH6WIsEIwmXJ+SE/mhgsxIwfW62VdiILor"
    "n1jm8y4iMcJCcuwtFse3moS3ayLxUXHCCnLtSWIyA6KUaUIsP2xLkGv/HNlUk1ijsY3pN/"
    "1EE+rC0wllz/+q7V7C++1b5b7fvL2Tt59a1l+GL/fyzJlzdB47+urtD1EuLW6CPrf7PyP5"
    "L/q921EcnJnFx6bzjcF1/d9r8pmwzZkqfriKh2Gw/MP+oUT+D+a538Al0o28g8e5lVBu5m"
    "dAmAr28cLgL2vCOVTZJVpgxAsYETZU8jAhTAcMKMyAqP2YnQFROmBALgZIs3r0lGjaOQv8"
    "Mis+MJPoY/qRzB12tOUaRDWSgH3cGfMLs02KDcW/b8WY8t0XPP9ooD+Y+HnhmYhsjAKNIT"
    "EId/DoCX2p1271a0liv0mg74JbHijG0Xc+A8qhrXKTSLejtz1QtJf1jEyIO/viZtFe3PJg"
    "kQ4rEytQlmv2AGtPz9gcqpHFW55hZyx2ZHHt8qnp2TR+BFM8dgCSv0Q+d5rMp/neY+9GAe"
    "d77KXN4n0PyBuOP9zzjEsXuIOs6xrXLTS0CRJmO0ZDPD9BXzw/Pxl+QdoE0zGx0GCOvkhr"
    "3vqCsMEoSXK9b/vrsvjdkz3s4gs9D588At7zUnrPTfJVt/QkB26a53FBsjtd93S7bDg7vX"
    "h3cXn+9mKB/uJIGujgUASHYtShaM+GBfkfpQT+V5P/4FAugyeH2tOBUFaW4G9NsJkMfkAR"
    "Q138mCLv2n51iyn+phqEjvlE/HvxOgXPT81e6+dm79XF69hL0/HOnDmnYpucbZqEagm+md"
    "UAh2k2A/G+JTsC8nkGjM9XQnweR1j8aGLkgXdBsDtsa9vaD6LInr7OIr/iqpXoOudirl6x"
    "7IulNl/mQoToqNMWhL03zA1fhOiF8JVsl8uHXmAZZ4UuoDhqsYNcrz3pUwtvUU7sw2S7g/"
    "/1QWHPbC7900P5ZLnQjxGC+BdmgbtzJaDPmEEwTdvuEpAfCKptQb84stu1+qrbvYlY6Fft"
    "GKidh9srRahpjpImLtL5Cqy9xMa8ykWM7JjVC822OJsSM78DIkoICwak8lSJASmZJBAK3l"
    "YoOGnheSnMmrj6pBW62YECHFtvyxpsd+U8PdC+eBcKBdkD6rUBdlku5pp0FqJyz/fC14gJ"
    "eUK6E+p2/TTvEZ8QJCOfA2wRZJKRbRFLXvJqqo9Np6QOnf6wHFTfzldkCaTHBMKPpAtBcl"
    "BR/QPi7eG2A2o0yC7PRZxUEIsv2R5VRxCLX8cGiMVDLBZi8cB/iMVXeJvbYyy+XGWt0Shx"
    "llDm+epI5vlSIFPonETG1RNs29UAR4gODePLLBhfrsb4cglji9lmPoADikND920WdN+uRv"
    "ctJJPsPJlEmosrxFcRa+2SSyYqyj7xDhNLhiYe8ZwaTu261/zQbyCH9pHede/7ynXDM9Qf"
    "6aduW/wnYzJxez/TmpJlSVm9oiQxxLXfi3LEpa4WS7p3SqeB2IxQwZ5mr3/zm3rXlFyRVQ"
    "vGXJ1hfSjPuIfk5+4npXf9oAiir8Qc2uSlbDw9y5JJdLY6keisdHlEJVMxIY3oKNKIKo2b"
    "ZQ844zghvTLNIgxTQSpLMVOQ42/5QPcIAO+CeOcXc5DxF2IOqXL7w756qXKHhb9mkqGeW/"
    "TDVIB80dY1JtdJgkn5y323s8IKCUji2qCucfQ/ZOhWBZ3cKVBKLCKxC9+ye3Xb/DVu9LVu"
    "ulfxoIS8wVXcvc1W+VZWOLfZzt0p24oVRY3rN5nqdN6k1Om8Wa7TCac+5FtUooQQvim8pk"
    "M2acmSGSHNbhtpdkmrzssRdu9jnbRCd6zWqpMZ5eiCW+pkxhudklqGhEbnunqhpEbDJ12X"
    "0biaEQkZg6FcQPkF/tJKTJ0NVSGKJnez+9a054EEwFImAIYfPodGGSM7xHhoJtXyPEW1PF"
    "9WLf+yMeU6T4g7XxNNn2IjGe0wWdxuculOPPqt6fOn21Lo0/zoSqt927x5dXpRv4jVcIVb"
    "SEQhFj+LqzMzsfIibVmJ0oFPoLC3XTUTI/+pAh4m25OAv96jgL+pn2WW76rUox+cXEMUaZ"
    "cegASVs4AjJqywgjemqJ83rOovr+urU05idMcc//ewIDRBktci6FEdM35Q3FwufyAUNx9o"
    "n+vIuII0d1V8rkEBf9Vi1kKGHtfB+Mb3SOduMazgiYUseypHNv6XmAzpFBGsTZCfql1Hzx"
    "Nd/B+pmNUmRHuy0IiZ7sVOsrHstp3Q6npX35qz47VbdBtMA4gV4YKvrZy+tic9afvPloDt"
    "05bZ0yYg+NRtt5SG3wg+nDsts6x/u1U6/YY/sPWRNm9uuq1mv93tNFAwc/aRPnTCZ2waPt"
    "dTPjx0xD1l4TsVd231lOt2Xz6W+F43rUOV8e5H+rnX7itq98OHBno2hV2tstFI0n9SevfN"
    "m8ZiAuwj7feanfsPSk8KJabWyA1NQaZ3WXfajEoj1GJDLS7U4u7bfbBH0w3wb+x1wtzR4l"
    "9Wy7lkDNlaV7C9jperKMiZpsvt2TvhMyHNMRFiVAGfREhyNptGk7XxlvswkW5aYM6X0pyH"
    "3lnQOyuCM9hr0DsL+A/2ehW3OZhjtaPmWUNdaHir023XRwIiN9hhRZdOc65hQrZkJOCRdh"
    "/6DcRs/khdL73rnr/p3t83kMEsq4iz/SIDXy5WjxeLc2Uq9HRWODgTUG+k9VYmdgwwfVIj"
    "4YocnLlqdj6qQdQjci8ZlmnfNX+TIRldmEOP9LMiUBMsfCbaBAsutn5WWh8bbkhT/Ne8/1"
    "n8g62J/Ny7lp/N4SNt3951e04/JH06Y6ZXbJuXz2dZXsCz1S/g2XICpaYlZ1CuXuBCJAdX"
    "Qrn51nV7ag9YZpBPM4nxaYocny4LcsxTkDU+GCM77ggh9AHcch/AqqSrH5waDz1h9oe9m5"
    "uSF/owFSBfFHl3JFde5AMqQL5gHySqrtSsU9sgRegA/ZfJPUywK6oKQk+drfbUgY4u+14i"
    "JpgOjQIciNKBX31DeUDQUWfbHXU8wX0JwF4Y78HKBG3JxDwrstEXvKSJP27hTS018ce7pl"
    "4s8SdEvd3EH6fsaVG2E1J+wyIOST/lTPpJjR6sjxTtJZJQoJKnp7SU9qfm1Y0i62T8t8St"
    "nuk8KG7xDJXTEfrNX4Uc4G+xQJBTleMX5DzSq+a1eq1c9WWsaSgeY8CLBIM2X2EDDmBwAB"
    "/UygUmV4lYsNjpc+EfpgLwN2VvLYrNN1UQEC+ArxhTsloHYWmEeex7Mmv3bH31nMhULc34"
    "8i6pF7K9zIB4bSeIW0bJHLERwn4dORrrQhdF8je/Rzho2XCCvsiRXiqz+Rc5P132YxCfx0"
    "zwzadd7vmwhftnMQqj1TdgAJbWAPRZXqCeMkK4mZ39aBgCBsXegffzE3LHGCNkR51vZhJs"
    "5Wu0HFAcXKBxKx2WoYYMaoighmjfWwU4Po6z4cfxMgA8T/v2PO2150dVMa5C04+WE0NcOz"
    "8ndFm9kBfKax64rSk6MmHQw9lvS748NydyBrw/pfP+wLicXRpzlZ0msieHwwGPEzmQlaVK"
    "E0UODvJCs0ReOkIEoJdHQspPduhDRAD9pqzR5DqX4jaSq3Z3WJW992vNpJAkZrBEfQtiUx"
    "DHJoMeKMahhbbMdqgj6evtUP+FKG6H+i/q+pSIPn4ilpOfgGbY5IiZspu+l8PgdIP3G/Kf"
    "oDZHVBb9IW2C6ViS2dyZSiHHWzhDKZZTIrZw/5wDL+pBf8wVbTMjXe/BgC6tAQ1NM6FpZg"
    "RnCHhC00zgPwS8q7jNQdPMHTXNLFNI+2iUOJhDVWQDgS5zmZaIzRYZWvaAM+7Gc7KvDmEq"
    "cDBCJKNCkOcXdpD0TWTAVyF9u9oxf8dHmAzx+vYKC+IdJsu7ek5OU7V21713emO71P5YUu"
    "XaH0tarFv2ZQZ+XK5u5Qxdu0q35MDg+3KFT2Hw/S7m90EV+UFWkbvztmvpdeTeRfWCleQh"
    "8rWB06Zfpl33GhU5o0lkfNMZGP4jG40Qn2COhoxY8hxyujchTOdoKkQrWg6+FDfd/O3Xh0"
    "0h7FnKsCc4MKFm/Fi0p8hGjm2rsDW3IC6z7Vy76j50WtJwGwh50aQtJ62pn5SrpjskCZtj"
    "InfSR3rbvu83PyoNNNXFL34iRSy800yDZFLmyCSMkSlB6/CyvS1Q1l8urxBkuUCWA2Q57H"
    "s3h7L+8jiioKp8a1Xle/aTfJbOge5oVEvzkywuqhfykzgOCJV59GsdJZ+ll+JZNwzHSzEg"
    "SDYzW/gp6ogJEUMWm5IBG84REfdAWCz/4jmXnCIvu9XG88YXESPIGS+t8wRyxiFnHLRpyB"
    "kH/oM1VfltDnLGd5QzDlm3MNrjQFeOavibIQ9xp959k4iLi6Qi9pR/PyhuNuLiHo+0eXfX"
    "636SB/FsZrKvbpLiL0rLu/BPom0wcXHzYS3Z6Sl/s+oo1THPwzXJFJtP+dYYnwJiWllWmD"
    "3mhMQl82icTJDbXCIW+IttATN0iRTMUMgwrxADIMMcMswrBXD+8dvBEv0SjI9iAvfSblbO"
    "wHTLYBa5wobDqtQWaOEL68WaoMlbqIPQPbIFqTFF3oxlpImnQ5whcVSOZiN0KFuWuQn3eF"
    "5HzxNCnTNTRvkEPWMLOd86RAa2EibDbeH+iY3C3Z/uCkJkOrjnm4x3DYeodSmj1jApHCaF"
    "QzgBwgllXblCoh3acHL4QUJUAP6mrD8H1U3afrdS+Wj5d60YSzJbJyFZLKfuHGJDmuYc5V"
    "ZRvTmrvqwbBOlczi52FdO6o65KjWaALaHbOn1/KUN/uqnByMmddZVcQSOUXKcVMEUEm4ZO"
    "TMRoQvfg7X0NVMOWeI1LU40hoRMSOiM4Q0IfJHQC/yGhs4rbXOgtpFxP6Mq3OttkQbDp6u"
    "m96hj58kwql2fl6rA5V6Va66brJEm51I+0e6d0GojNCC3i3tp0nzfnoQqtHjFKWDw26QeA"
    "4FlW279csbPv/wdIGS9j"
)
