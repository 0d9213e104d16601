"""`smo batch` beside DuckDB giving the same reasons, on the same rows: python3 benches/engines.py target/release/smo [ROWS].

Each reads a CSV file of made-up people and writes one with verdict, what is not met and what is missing, on two threads.
What is printed is the least time of three turns each, and the ratio. Needs the package duckdb.
"""

import os
import random
import subprocess
import sys
import tempfile
import time

import duckdb

SMO, ROWS = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
TURNS = 3
COUNTRIES, NATIONALITIES = ["CO", "CR", "EC", "GT", "PE"], ["VE", "CU", "HT", "NI", "PE", ""]
ANSWERS, STATUS = ["yes", "no", "unknown"], ["regular", "in_process", "irregular", ""]


def people(path):
    random.seed(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,country,nationality,arrived,adult,status,note\n")
        for row in range(ROWS):
            day = f"20{18 + random.randrange(7)}-{1 + random.randrange(12):02}-{1 + random.randrange(28):02}"
            cells = [random.choice(COUNTRIES), random.choice(NATIONALITIES), day, random.choice(ANSWERS)]
            file.write(f"{row},{','.join(cells)},{random.choice(STATUS)},from the list of row {row}\n")


def least(work):
    times = []
    for _ in range(TURNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def by_duckdb(path, out):
    query = subprocess.run([SMO, "rules", "--format", "sql"], check=True, capture_output=True, text=True).stdout
    # The office of the person's country alone, as `smo batch` writes it.
    query = query.strip().rstrip(";")
    database = duckdb.connect(config={"threads": 2})
    database.execute(f"""
        CREATE VIEW people AS SELECT id, country, nationality, arrived AS arrived_first, arrived AS arrived_last,
            CASE adult WHEN 'yes' THEN TRUE WHEN 'no' THEN FALSE END AS adult, status, NULL::BOOLEAN AS regularization,
            NULL::DATE AS asylum_registered_first, NULL::DATE AS asylum_registered_last,
            NULL::BOOLEAN AS asylum_registered_never, note
        FROM read_csv('{path}', header = true, nullstr = '')""")
    database.execute(f"""
        COPY (SELECT people.*, found.* EXCLUDE (id) FROM people JOIN ({query}) AS found USING (id)
              WHERE found.not_met NOT LIKE '%.place%') TO '{out}' (HEADER)""")


def main():
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, "people.csv"), os.path.join(folder, "out.csv")
        people(path)
        ours = least(lambda: subprocess.run([SMO, "batch", path, "-o", out, "--force"], check=True, capture_output=True))
        theirs = least(lambda: by_duckdb(path, out))
    print(f"{ROWS} rows")
    print(f"smo batch  {ours:6.2f} s  {ROWS / ours / 1e6:5.2f} million rows a second")
    print(f"DuckDB     {theirs:6.2f} s  {ROWS / theirs / 1e6:5.2f} million rows a second")
    print(f"ratio      {theirs / ours:6.2f}")


main()
