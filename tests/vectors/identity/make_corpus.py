#!/usr/bin/env python3
"""Writes corpus.tsv beside this file: made-up numbers with the verdict of an oracle written from the standards alone.

    python3 tests/vectors/identity/make_corpus.py

GB 11643-1999 and ISO 7064 for citizen numbers, GB 32100-2015 and GB 11714 for credit codes. The oracle shares nothing with
the C# code: datetime decides about dates, the division list below is typed from GB/T 2260, checks are computed term by term.
One line: kind, text, verdict. The last birth accepted is 2026-11-22. The seed is fixed, so the file only changes with this script.
"""
import datetime
import pathlib
import random

AS_OF = datetime.date(2026, 11, 22)
PROVINCES = ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82").split()
PERMIT_PREFIXES = ["83"]  # Taiwan residents' permits, not in GB/T 2260
DIGITS = "0123456789"
USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
random_ = random.Random(20261122)


def check_11643(seventeen):
    # ISO 7064 MOD 11-2 by its definition: double and add, not by the weight table of the annex.
    total = 0
    for digit in seventeen:
        total = (total + int(digit)) * 2
    value = (12 - total % 11) % 11
    return "X" if value == 10 else str(value)


def verdict_18(text, prefix_ok):
    if text.strip() == "":
        return "Empty"
    if len(text) == 15 and all(c in DIGITS for c in text):
        return "HistoricalForm"
    if len(text) != 18:
        return "Length"
    if not all(c in DIGITS for c in text[:17]) or text[17] not in DIGITS + "Xx":
        return "Character"
    if not prefix_ok(text):
        return "Region"
    try:
        birth = datetime.date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return "Date"
    if birth.year < 1800 or birth > AS_OF:
        return "Date"
    return "Valid" if check_11643(text[:17]) == text[17].upper() else "CheckDigit"


def citizen(text):
    return verdict_18(text, lambda t: t[:2] in PROVINCES + PERMIT_PREFIXES)


def foreign(text):
    if len(text) == 15:
        upper = text.upper()
        if all(c in DIGITS for c in text):
            return "Length"
        good = all("A" <= c <= "Z" for c in upper[:3]) and all(c in DIGITS for c in upper[3:])
        return "Valid" if good else "Character"
    return verdict_18(text, lambda t: t[0] == "9" and t[1:3] in PROVINCES)


def value_36(c):
    return int(c, 36)


def uscc(text):
    text = text.upper()
    if text.strip() == "":
        return "Empty"
    if len(text) != 18:
        return "Length"
    if not all(c in USCC for c in text) or not all(c in DIGITS for c in text[2:8]):
        return "Character"
    if text[0] not in "123456789ANY":
        return "RegistrationAuthority"
    if text[2:4] not in PROVINCES + ["10"]:
        return "Region"
    # Weights are the powers of 3 modulo 31.
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(text[:17]))
    if (total + USCC.index(text[17])) % 31 != 0:
        return "CheckDigit"
    return "Valid" if check_11714(text[8:16]) == text[16] else "OrganisationCheckDigit"


def check_11714(eight):
    total = sum(w * value_36(c) for w, c in zip((3, 7, 9, 10, 5, 8, 4, 2), eight))
    value = 11 - total % 11
    return {10: "X", 11: "0"}.get(value, str(value))


def digits(count):
    return "".join(random_.choice(DIGITS) for _ in range(count))


def birth(first=1900, last=2025):
    start = datetime.date(first, 1, 1)
    return start + datetime.timedelta(days=random_.randrange((datetime.date(last, 12, 31) - start).days))


def good_citizen(first=1900, last=2025, prefix=None):
    prefix = prefix or random_.choice(PROVINCES + PERMIT_PREFIXES)
    body = prefix + ("0000" if prefix in ("81", "82", "83") else digits(4)) + birth(first, last).strftime("%Y%m%d") + digits(3)
    return body + check_11643(body)


def wrong_last(text, alphabet):
    return text[:-1] + random_.choice([c for c in alphabet if c != text[-1].upper()])


def bad_date():
    body = good_citizen()[:17]
    year = int(body[6:10])
    day = random_.choice(["0230", "0431", "1301", "0015", "0100", "0132", "0229", "1131", "0000", "9999"])
    if day == "0229":
        year = random_.choice([1900, 1901, 1999, 2001, 2023])
    if random_.random() < 0.1:
        year = random_.choice([0, 1066, 1799])
    body = body[:6] + "%04d" % year + day + body[14:]
    return body + check_11643(body)


def bad_region():
    body = random_.choice(["00", "10", "16", "20", "24", "30", "38", "47", "49", "55", "60", "66", "72", "80", "84", "91", "99"]) + good_citizen()[2:17]
    return body + check_11643(body)


def bad_length():
    good = good_citizen()
    return random_.choice([good[:17], good[:16], good + random_.choice(DIGITS), " " + good, good + " ", good[:1], good * 2, "", "   "])


def strange():
    good = good_citizen()
    place = random_.randrange(18)
    kind = random_.randrange(5)
    if kind == 0:
        return good[:place] + random_.choice("ABOIlZYxX" if place < 17 else "ABOIlZY") + good[place + 1:]
    if kind == 1:
        return "".join(chr(0xFF10 + int(c)) if c in DIGITS else "Ｘ" for c in good)
    if kind == 2:
        return "".join(chr(0x0660 + int(c)) if c in DIGITS else c for c in good)
    if kind == 3:
        return good[:place] + random_.choice("-*. ·一\u200b\u00b2\u0130") + good[place + 1:]
    return good[:17] + random_.choice(["Χ", "х", "Ｘ", "ｘ", "×", "\u0178"])


def future():
    body = random_.choice(PROVINCES) + digits(4) + "2099" + birth().strftime("%m%d").replace("0229", "0228") + digits(3)
    return body + check_11643(body)


def edge():
    """Around the last day, leap days, centuries."""
    when = random_.choice(["20261122", "20261123", "20261121", "20000229", "19000228", "20240229", "18000101", "17991231", "18801231", "20270101"])
    body = random_.choice(PROVINCES) + digits(4) + when + digits(3)
    return body + check_11643(body)


def good_uscc():
    alphabet = random_.choice([DIGITS, USCC])
    organisation = "".join(random_.choice(alphabet) for _ in range(8))
    body = random_.choice(["11", "12", "13", "51", "52", "53", "81", "91", "92", "93", "N2", "Y1"]) + random_.choice(PROVINCES + ["10"]) + digits(4)
    body += organisation + check_11714(organisation)
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + USCC[-total % 31]


def some_uscc():
    good = good_uscc()
    case = random_.random()
    if case < 0.5:
        return good
    if case < 0.55:
        return good.lower()
    if case < 0.7:
        place = random_.randrange(18)
        return good[:place] + random_.choice(USCC) + good[place + 1:]
    if case < 0.8:
        place = random_.randrange(18)
        return good[:place] + random_.choice("IOSVZ一-") + good[place + 1:]
    if case < 0.85:
        return good[:17]
    if case < 0.9:
        return random_.choice("0BCGW") + good[1:]
    # Inner check wrong, outer check right.
    body = good[:16] + random_.choice([c for c in DIGITS + "X" if c != good[16]])
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + USCC[-total % 31]


def some_foreign():
    body = "9" + random_.choice(PROVINCES) + random_.choice(["124", "840", "392", "410", "643", "276"]) + birth().strftime("%Y%m%d") + digits(3)
    good = body + check_11643(body)
    case = random_.random()
    if case < 0.5:
        return good
    if case < 0.6:
        return wrong_last(good, DIGITS + "X")
    if case < 0.7:
        return random_.choice(["8", "1"]) + good[1:]
    if case < 0.75:
        return good[:17]
    old = "".join(random_.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(3)) + digits(12)
    return old if case < 0.9 else old.lower() if case < 0.95 else old[:2] + "1" + old[3:] if case < 0.98 else digits(15)


def citizens(count):
    """Shares of the mixed corpus by which validators are compared, and a few edges."""
    shares = [
        (600, good_citizen), (40, lambda: good_citizen().replace("X", "x")), (120, lambda: wrong_last(good_citizen(), DIGITS + "X")),
        (60, bad_date), (50, bad_region), (40, bad_length), (40, lambda: good_citizen(1900, 1999)[:6] + good_citizen(1900, 1999)[8:17]),
        (30, strange), (20, future), (20, edge),
    ]
    total = sum(share for share, _ in shares)
    for share, make in shares:
        for _ in range(count * share // total):
            yield make()


def main():
    lines = [("citizen", text, citizen(text)) for text in citizens(17000)]
    lines += [("uscc", text, uscc(text)) for text in (some_uscc() for _ in range(2000))]
    lines += [("foreign-resident", text, foreign(text)) for text in (some_foreign() for _ in range(1000))]
    random_.shuffle(lines)
    out = pathlib.Path(__file__).with_name("corpus.tsv")
    out.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8", newline="\n")


main()
