"""Computes expected.csv: FSRS-6 by its published formulas, with 60 digits, so that rounding cannot hide a mistake.

Written from the wiki page "The Algorithm" of fsrs4anki alone, in another language and another number type than
dev.statecraft.learning.Fsrs. Needs mpmath: python3 expected.py > expected.csv
"""
from mpmath import mp, mpf, exp

mp.dps = 60

WEIGHTS = {
    "ours": "0.2172 1.1771 3.2602 16.1507 7.0114 0.57 2.0966 0.0069 1.5261 0.112 1.0178 1.849 0.1133 0.3127 2.2934 "
            "0.2191 3.0004 0.7536 0.3332 0.1437 0.2",
    "published": "0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 "
                 "1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542",
}

# Grade and days since the review before; below one day is the same day.
HISTORIES = [
    "1@0", "2@0", "3@0", "4@0",
    "3@0 1@1", "3@0 2@1", "3@0 3@1", "3@0 4@1",
    "3@0 1@0", "3@0 2@0", "3@0 3@0", "3@0 4@0",
    "1@0 3@0 3@1 3@3 3@8 3@21",
    "3@0 3@3 3@11 1@46 1@0 3@0 3@1 3@4 3@9",
    "4@0 4@16 4@120 4@900",
    "2@0 2@1 2@2 2@3 2@4 2@5 2@6",
    "1@0 1@1 1@1 1@2 1@0.25 1@0.5 3@1",
    "3@0 2@0.04 4@0.5 3@2.75 1@7.5 3@0.01 2@1.5 4@30.25 1@365 3@1",
    "3@0 3@0 3@0 3@0 3@0",
    "4@0 1@2 4@0 1@3 4@0 1@5",
]


def numbers(text):
    return [mpf(it) for it in text.split()]


def first_difficulty(w, grade):
    return w[4] - exp(w[5] * (grade - 1)) + 1


def next_difficulty(w, difficulty, grade):
    damped = difficulty - w[6] * (grade - 3) * (10 - difficulty) / 9
    return min(max(w[7] * first_difficulty(w, 4) + (1 - w[7]) * damped, mpf(1)), mpf(10))


def next_stability(w, stability, difficulty, days, grade):
    if days < 1:
        change = exp(w[17] * (grade - 3 + w[18])) * stability ** -w[19]
        return stability * (max(change, mpf(1)) if grade >= 3 else change)
    factor = mpf("0.9") ** (-1 / w[20]) - 1
    recall = (1 + factor * days / stability) ** -w[20]
    if grade == 1:
        lapse = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp((1 - recall) * w[14])
        return min(lapse, stability / exp(w[17] * w[18]))
    growth = exp(w[8]) * (11 - difficulty) * stability ** -w[9] * (exp((1 - recall) * w[10]) - 1)
    return stability * (1 + growth * (w[15] if grade == 2 else 1) * (w[16] if grade == 4 else 1))


print("# weights; grade@days, one for each review; stability and difficulty after the last one. Made by expected.py.")
for name, text in WEIGHTS.items():
    w = numbers(text)
    for history in HISTORIES:
        memory = None
        for review in history.split():
            grade, days = int(review[0]), mpf(review[2:])
            if memory is None:
                memory = (w[grade - 1], min(max(first_difficulty(w, grade), mpf(1)), mpf(10)))
            else:
                memory = (max(next_stability(w, *memory, days, grade), mpf("0.001")), next_difficulty(w, memory[1], grade))
        print("%s; %s; %s; %s" % (name, history, mp.nstr(memory[0], 20), mp.nstr(memory[1], 20)))
