"""Installments and allocations say themselves since when they count: aging reads no invoice and no payment for that."""

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
        ALTER TABLE "crm_receivables_allocation" ADD "invoiced_on" DATE;
        ALTER TABLE "crm_receivables_allocation" ADD "received_on" DATE;
        ALTER TABLE crm_receivables_allocation DISABLE TRIGGER append_only;
        UPDATE crm_receivables_allocation a SET invoiced_on = i.posted_on, received_on = p.received_on
        FROM crm_receivables_installment i, crm_receivables_payment p
        WHERE i.id = a.installment_id AND p.id = a.payment_id;
        ALTER TABLE crm_receivables_allocation ENABLE TRIGGER append_only;
        ALTER TABLE "crm_receivables_allocation" ALTER COLUMN "invoiced_on" SET NOT NULL;
        ALTER TABLE "crm_receivables_allocation" ALTER COLUMN "received_on" SET NOT NULL;
        CREATE INDEX crm_receivables_allocation_later ON crm_receivables_allocation (effective_on)
            INCLUDE (invoiced_on, received_on, installment_id, payment_id, amount, reverses_id);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX crm_receivables_installment_owed;
        CREATE INDEX crm_receivables_installment_owed ON crm_receivables_installment (customer_id, currency, due_on, id)
            WHERE outstanding > 0;
        DROP INDEX crm_receivables_installment_void;
        DROP TRIGGER posted_stays ON crm_receivables_installment;
        DROP INDEX crm_receivables_refund_day;
        DROP INDEX crm_receivables_reversal_day;
        DROP INDEX crm_receivables_allocation_later;
        ALTER TABLE "crm_receivables_allocation" DROP COLUMN "invoiced_on";
        ALTER TABLE "crm_receivables_allocation" DROP COLUMN "received_on";
        ALTER TABLE "crm_receivables_installment" DROP COLUMN "posted_on";
        ALTER TABLE "crm_receivables_installment" DROP COLUMN "voided_on";"""


MODELS_STATE = (
    "eJztXelz2kgW/1e6+JSpYlw2dhIP2doqjJUJExu8GCdzeEpppAY0Ft2MjjjsbP737daBDo"
    "SQZA4J3hcXlvSE+L2n7ne/f2qKMZUNohDtKx7qxDxp6TpTsKUxWmuif2oUTwn/kHZZHdXw"
    "bJZwkThjiU8J52QcvcHQtAysWPzKEdZNwg+pxFQMbeY9Sa2FZtiwEBshzD/Np4RayJpgC5"
    "nEsvgNEaZIo6bF7yvOvUP8mQhVf2RUn5+gjmUig3wlhon1OtL4Tei8jmZMo/yExZBmnYjH"
    "UJnCn0Oj4519o021v20iW2xMrAkx+Pf+8Sc/rFGVfOMI8n//qHlfLmuqoOB/+RV/8Eu+Mk"
    "0hS0cXD+SdIaMRUSztK5E5kH+Km8+e5JFGdDXCYPdi57hszWfOsStt3KHWe+dagc5QVphu"
    "T2lw/WxuTRhdEPAfJ46OCSUGtoj4BsuwBTepreueKPgMdn96cIn7m0M0KhlhWxcyIajdBw"
    "iO1WS52xvI99JAlmtL8uJThBjqHVIYFbIm+OAAMBaP8ONPjcb5+dvG6fmby9cXb9++vjy9"
    "5Nc6z7t86u1392ECtNxbOZh1fu50B+KBGBdoV/bFge8ODbawS+WwNkAfT5ntYpedAwHNei"
    "74mKexwT8Q8CF4FQ+MEQHwkbdjCf5rDl8y+HG6GAs4o4mlTcmJ+FBBZqTget0aSDEQvaVI"
    "zYlhjOyoIXS3xtwQxsiOHEKx23LVIu9WFiMstJp6W9bx7WlhFZEIfGScsI9de5KYzIAoZZ"
    "oQiw/bEuTav0Y2VQTWaGxj+k07UbiK+nRC2fO/a7uX8EHnVroftG7vxO2npvm37su9ONNw"
    "js5jR1+9+SHKpcVN0OfO4AMS/6Lfe13JwZmZ1thwvjG4bvB7TTwTti0m8x8uYzUMln/YP5"
    "TI/+E89xu4RLqRd/A4FRpqGfkZEKYCbbIw+MvWVw6DaokWGPECRoSN4zxMCNMBAwozIOqz"
    "yM6AKB0wIBcDhHNn9JToYHAW+GVWvGcG0cb0I5k77OiINYgqJAH7uAPwF2YbFOuSf9+KMe"
    "W7L3j+0UB/MPDzwj8W2Rg5GirRieXg0ef6Ur/THtSSxH6TQN8FtzxQjKPvfAaUQ1vlJpHu"
    "RG97oGgv6xmZEHf2xc2ivbjlwSIdViZWoCzW7CFWnp6xocqRxVucYQ0WO7K4dvnUtDGNH8"
    "EUjx2AxC8Rz50m82nxnti7USDgE3tps0R8AvKmE4PxojEi7OIg64ZjNBOpNkHcbMdIxfMT"
    "9MWLLRH1C1ImmI6JiYZz9EVY8+YXhHVGSVK4Z9tflyXWkxzV4V/oefjEEYjhlDKGY5Cvmq"
    "kl+W/TPI8Lkt3pumfbZUPj7OLtxeX5m4sF+osjaaCDQxEcilGHoj1TC/I/Sgn8ryb/waFc"
    "Bk8OtadDrqwswd+eYCMZ/IAihjr/MUXetf3qFlP8TdYJHVsT/u/FaQqen1r99odW/9XFae"
    "yl6XpnGs6p2CZnGwahSoJvZjXAYZrNQLxvyY6AfJ4B4/OVEJ/HEeY/muh54F0Q7A7b2rb2"
    "gyiyZ6dZ5JdftRJd51zM1cuX/dyJCxGio05b4Paemhu+CNEL4SvZLpcPvcAyzgpdQHHUYg"
    "cZh3vSpxbeopzYh8l2B//pQWHPbEv4p1XxZLnQjxGC+BdmgbtzJaDPmE4wTdvuEpAfcqpt"
    "Qb84stu1+qrXu4lY6FedGKjdh9sriatpjpLGL9KsFVh7iY35k0ojZMesXii2abEpMfI7IK"
    "KEsGBAKk+VGJCSSQKh4G2FgpMWnpfCrPCrT9qhmx0owLH1tqzBdlfO0wPti3ehUJA9oF4b"
    "YBcliq5JZyIq9nwvfI0YlyekOaFu10/zDlkTgkTkc4hNggwysk1iikteTbWx4ZRxorMflo"
    "Pq2/mKLIH0mED4kXQuSA4qsn+Avz2W7YAaDbKLcxEnFcTiS7ZH1RHE4texAWLxEIuFWDzw"
    "H2LxFd7m9hiLL1dZazRKnCWUeb46knm+FMjkOicRcfUE23Y1wBGiQ8P4MgvGl6sxvlzC2G"
    "S2kQ/ggOLQ0H2TBd03q9F9A8kkO08mEebiCvGV+Fq75JKJirJPvMPEEtXAIyunhlO77rfe"
    "D5rIoX2kd737gXTd9Az1R/qp1+H/iZhM3N7PtKZkWVJWryhJDHHt96IccamrxZLendRtIj"
    "YjlLOn1R/c/CbftQRXRNWCPpdnWFPFGfeQ+Nz7JPWvHyRO9JUYqk1eysazRpZMosbqRKJG"
    "6fKISqZiQhrRUaQRVRo30x5azMIJ6ZVpFmGYClJZipmCFv6WD3SPAPAuiHd+MQcZfyHmkC"
    "q3P+yrlyp3WPgrBlG13KIfpgLki7auMSyNJJiUv9z3uiuskIAkrg1qioX+h3TNrKCTOwVK"
    "gUUkduFbdq9uW7/Gjb72Te8qHpQQN7iKu7fZKt/KCuc227k7ZVuxoqhx/TpTnc7rlDqd18"
    "t1OuHUh3yLSpQQwjeF13TIJi1ZMiOk2W0jzS5p1Xk5wu59zJN26I7VWnUyoxxdcEudzHij"
    "UVLLkNDoXFcvlNSo+6TrMhpXMyIhYzCUCyi+wF9aiaExVeaiaFhudt+a9jyQAFjKBMDww+"
    "fQKGNkhxgPzaRanqeolufLquXfNqaWZiXEna+Jok2xnox2mCxuN7l0Jx791vT5s20p9Gl+"
    "dKnduW3dvDq7qF/EarjCLSSiEPOfZckzI7HyIm1ZidKBT6Cwt102EiP/qQIeJtuTgJ/uUc"
    "Bf1xuZ5bsq9egHJ9cQRdqlByBB5SzgiAkrrOCNKernDav6y+v66pSTGN0xx/89LAhNkOS1"
    "CHpUx4wfFDeXyx8Ixc0H2uc6Mq4gzV0Vn2tQwF+1mLWQocd1MDL0HdIstxiW88REpj0VY0"
    "L/SwyGNIoIVibIT9Wuo+eJxv+PVMwqE6I8mWjEDPdiJ9lYdNtOaHW9q2/N2fHaLboNpgHE"
    "inDB11ZOX9uTlrT9Z0vA9mnL7GnjEHzqddpS028EH86dFlnWv91K3UHTHxL8SFs3N712a9"
    "DpdZsomHP8SB+64TM2DZ/rS+8fuvyeovCd8ru2+9J1ZyAei3+vm9Yhi3j3I/3c7wwkuff+"
    "fRM9G9yultloJOg/Sf371k1zMXX4kQ76re79e6kvhBJTc+SGpiDTu6w7bUalEWqxoRYXan"
    "H37T7Yo+kG+Df3OmHuaPEvq+VcMoZsrSvYXsfLVRTkTNPl9uyd8JmQ5pgIMaqATyIkOZtN"
    "o8naeCs2qR5SZ0przkPvLOidFcEZ7DXonQX8B3u9itsczLHaUfMsVeMa3up02/WRgMgNdl"
    "jRpdGcaxiXLREJeKS9h0ETMdt6pK6X3nXP3/Tu75tIZ6ZZxNl+kYEvF6vHi8W5MuV6Oisc"
    "nAmoN9J6KxM7hpg+yZFwRQ7OXLW6H+Ug6hG5lwjLdO5av4mQjMbNoUf6WeKocRY+E2WCOR"
    "fbH6T2x6Yb0uT/te4/8H+wORGf+9fis6E+0s7tXa/v9EPSpjNmeMW2efncyPICNla/gI3l"
    "BEpFSc6gXL3AhUgOroRy863r9tQesMwgn2US47MUOT5bFuSYpyBrfDBGdtwRQugDuOU+gF"
    "VJVz84NR56wuwPezc3JS/0YSpAvijy7kiuvMgHVIB8wT5IVF6pWae2QYrQAfovk3uYYFdU"
    "FYSeOlvtqQMdXfa9REwwVfUCHIjSgV99Q3lA0FFn2x11PMF9CcBeGO/BzARtycQ8K7LRF7"
    "ykiT9u4U0tNfHHu6ZeLPEnRL3dxB+n7GlRthNSfsMiDkk/5Uz6SY0erI8U7SWSUKCSpy+1"
    "pc6n1tWNJOpk/LfErZ7pPkhu8QwV0xEGrV+5HOBvsUCQU5XjF+Q80qvWtXwtXQ1ErEnljz"
    "G0igSDNl9hAw5gcAAf1MoFJleJWLDY6XPhH6YC8Ddlby2KzTdVEBAvgK8YU7JaB2FphHns"
    "ezJr92x99Z3IVC3N+PIuqReyvYyAeG0niFtGyRyxEcJ+HTkaa1wXReI3v0M4aNlwgr6IkV"
    "4ys60vYn666MfAP48Z55tPu9zzYQv3z2IURqtvwAAsrQHos7xAPWWEcDM7+9EwBAyKvQPv"
    "5yfkjjFGyI4638wg2MzXaDmgOLhA41Y6LEMNGdQQQQ3RvrcKcHwcZ8OP42UAeJ727Xnaa8"
    "+PqmJchaYfbSeGuHZ+TuiyeiEvlNc8cFtTdETCoIez35Z8eW5O5Ax4f0rn/YFxObs05io7"
    "TWRPDocDHidyICtLlSaKHBzkhWaJvHSECEAvjoSUn+zQh4gA+k1Zo8l1LsVtJFft7rIqe+"
    "/XmkkhScxgifoWxKYgjk0GPVCMQwttme1QR9LX26H+C1HcDvVf1PUpEQP8REwnPwHNsGEh"
    "Zohu+l4Og9MN3m/If4I6FqKi6A8pE0zHgsy2nKkUYryFM5RiOSViC/fPOfCiHvTHXNE2M9"
    "L1Hgzo0hrQ0DQTmmZGcIaAJzTNBP5DwLuK2xw0zdxR08wyhbSPRomDOVRFNhDoMpdpidhs"
    "kaFpDy1mufGc7KtDmAocjBDJqBDk+YUdJH0TGfBVSN+udszf8REmQ7y+vcKCeIfJ8q6ek9"
    "NUrd317p3e2C61P5ZUuvbHkhbrln2ZgR+Xq1s5Q9eu0i05MPi+XOFTGHy/i/l9UEV+kFXk"
    "7rztWnoduXdRvWAleYh8beC05Zdp171GRc5oEhHfdAaG/8hGI2RNsIVURkxxDjndmxCmcz"
    "TlohUtB1+Km27+9uvDphD2LGXYExyYUDN+LNpTZCPHtlnYmlsQl9l2rl31HrptYbgNubwo"
    "wpYT1tTP0lXLHZKEjTERO+kjve3cD1ofpSaaavwXP5EiFt5ZpkEyKXNkEsbIlKB1eNneFi"
    "jrL5dXCLJcIMsBshz2vZtDWX95HFFQVb61qvI9+0k+C+dAbzSqpflJFhfVC/lJHAeEzDz6"
    "tY6Sz8JL8azpuuOlGBIkmpkt/BR1xLiIIZNNyZCpc0T4PRDmyz9/ziWnyMtutfG88UXECH"
    "LGS+s8gZxxyBkHbRpyxoH/YE1VfpuDnPEd5YxD1i2M9jjQlaMa/mbIQ9ypd98g/OIiqYh9"
    "6T8PkpuNuLjHI23d3fV7n8RBPJsZ7KubpPiL1PYu/IsoG0xc3HxYS3R6yt+sOkp1zPNwDT"
    "LFxlO+NcangJhWlhVmjzkhcck8GicT5DaXiAX+YlvADF0iBTMUMswrxADIMIcM80oBnH/8"
    "drBEvwTjo5jAvbSblTMw3daZSa6w7rAqtQVa+MJ6sSZo4hbyMHSPbEFqTJE3Yxkp/OmQxR"
    "A/KkazEaqKlmVuwj2e19HzhFDnzJRRa4KesYmcb1WRjs2EyXBbuH9io3D3p7uCEJkO7vkm"
    "413DIWpdyqg1TAqHSeEQToBwQllXrpBohzacHH6QEBWAvynrz0F1k7bfrVA+2v5dK8aSzN"
    "ZJSBbLqTuH2JCmOUe5VVRvzqovazpBmiVmF7uKad1RV4VGM8Qm122dvr+Uob/c1GDk5M66"
    "Si6n4Uqu0wqYIoINXSMGYjShe/D2vgaqYUu8xqWpxpDQCQmdEZwhoQ8SOoH/kNBZxW0u9B"
    "ZSS0voyrc622RBsOnq6b3qGPnyTCqXZ+XqsDlXpVr7puckSbnUj7R3J3WbiM0ILeLe2nSf"
    "N+ehCq0eMUpYPDbpB4DgWVbbv1yxs+//Bw37/Yw="
)
