"""`smo batch` beside other engines that give the same reasons: python3 benches/engines.py target/release/smo [ROWS].

Each reads the same CSV file of made-up people and writes one with verdict, what is not met and what is missing for the
office of the person's country, on two threads. At the end DataFusion on Parquet, without reasons: the verdict alone,
counted and not written. What is printed is the least time of three turns each, the least time
that the processors were busy, which other work on the machine does not change much, and the ratios. What the engines write is
compared with what `smo batch` writes. Needs the packages duckdb, polars and datafusion.
"""

import csv
import datetime
import json
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
    """The least time of a turn, and the least time that the processors were busy with one."""
    times, busy = [], []
    for _ in range(TURNS):
        start, before = time.perf_counter(), sum(os.times()[:4])
        work()
        times.append(time.perf_counter() - start)
        busy.append(sum(os.times()[:4]) - before)
    return min(times), min(busy)


def query():
    """The rules as SQL. It gives a row for each person and office."""
    found = subprocess.run([SMO, "rules", "--format", "sql"], check=True, capture_output=True, text=True)
    return found.stdout.strip().rstrip(";").rsplit("ORDER BY", 1)[0]


# The columns that the query reads.
PEOPLE = """SELECT id, country, nationality, arrived AS arrived_first, arrived AS arrived_last,
    CASE adult WHEN 'yes' THEN TRUE WHEN 'no' THEN FALSE END AS adult, status, CAST(NULL AS BOOLEAN) AS regularization,
    CAST(NULL AS DATE) AS asylum_registered_first, CAST(NULL AS DATE) AS asylum_registered_last,
    CAST(NULL AS BOOLEAN) AS asylum_registered_never, note FROM raw"""
# The office of the person's country alone, as `smo batch` writes it.
HERE = "WHERE found.not_met NOT LIKE '%.place%'"
ALL = "people.id, country, nationality, arrived_first AS arrived, adult, status, note, office, verdict, not_met, missing"


def by_duckdb(path, out):
    database = duckdb.connect(config={"threads": 2})
    database.execute(f"CREATE VIEW raw AS SELECT * FROM read_csv('{path}', header = true, nullstr = '')")
    database.execute(f"CREATE VIEW people AS {PEOPLE}")
    joined = f"SELECT {ALL} FROM people JOIN ({query()}) AS found ON people.id = found.id {HERE}"
    database.execute(f"COPY ({joined}) TO '{out}' (HEADER)")


def by_polars(path, out):
    """As somebody writes it who works with Polars: the conditions of the offices as expressions, in one pass."""
    import polars

    col, lit, when = polars.col, polars.lit, polars.when
    raw = polars.scan_csv(path, null_values="", try_parse_dates=True)
    adult = when(col("adult") == "yes").then(True).when(col("adult") == "no").then(False)
    raw = raw.with_columns(is_adult=adult)
    rules = json.loads(subprocess.run([SMO, "rules", "--format", "json"], check=True, capture_output=True).stdout)
    unknown = lit(None, dtype=polars.Boolean)

    def test(rule):
        """A rule as an expression; Polars has the same logic of three values."""
        (kind, what), = rule.items()
        if kind == "all":
            return polars.all_horizontal([test(one) for one in what])
        if kind == "any":
            return polars.any_horizontal([test(one) for one in what])
        if kind == "yes":
            return col("is_adult") if what == "adult" else unknown
        fact = what["fact"]
        if fact == "asylum_registered":
            return unknown
        if kind in ("one_of", "includes"):
            return col(fact).is_in(what["values"])
        day = lit(datetime.date.fromisoformat(what["date"]))
        return {"on_or_before": col(fact) <= day, "before": col(fact) < day, "on_or_after": col(fact) >= day}[kind]

    def facts(rule):
        (kind, what), = rule.items()
        if kind in ("all", "any"):
            return [fact for one in what for fact in facts(one)]
        return [what if isinstance(what, str) else what["fact"]]

    def listed(parts):
        """Ids where conditions hold, parted by semicolons."""
        return polars.concat_str([when(held).then(lit(name + ";")).otherwise(lit("")) for held, name in parts]).str.strip_chars_end(";")

    none = lit("")
    office, verdict, not_met, missing = none, lit("not_met"), lit("place"), none
    for one in rules["offices"]:
        own = [(test(found["rule"]), found) for found in one["requirements"]]
        together = polars.all_horizontal([held for held, _ in own])
        here = own[0][0].fill_null(False)
        said = when(together).then(lit("met")).when(~together).then(lit("not_met")).otherwise(lit("unclear"))
        failed = listed([((~held).fill_null(False), found["id"]) for held, found in own])
        lacking = listed([((together.is_null() & held.is_null()), ";".join(facts(found["rule"]))) for held, found in own])
        office = when(here).then(lit(one["id"])).otherwise(office)
        verdict = when(here).then(said).otherwise(verdict)
        not_met = when(here).then(failed).otherwise(not_met)
        missing = when(here).then(lacking).otherwise(missing)
    found = raw.with_columns(office=office, verdict=verdict, not_met=not_met, missing=missing).drop("is_adult")
    found.sink_csv(out)


def by_datafusion(path, out):
    from datafusion import SessionConfig, SessionContext

    context = SessionContext(SessionConfig().with_target_partitions(2))
    context.sql(f"CREATE EXTERNAL TABLE raw STORED AS CSV LOCATION '{path}' OPTIONS ('format.has_header' 'true')")
    context.sql(f"CREATE VIEW people AS {PEOPLE.replace('arrived AS', 'CAST(arrived AS DATE) AS')}")
    joined = f"SELECT {ALL} FROM people JOIN ({query()}) AS found ON people.id = found.id {HERE}"
    context.sql(f"COPY ({joined}) TO '{out}' STORED AS CSV OPTIONS ('format.has_header' 'true')").collect()


def by_datafusion_without_reasons(path):
    from datafusion import SessionConfig, SessionContext

    context = SessionContext(SessionConfig().with_target_partitions(2))
    context.register_parquet("people", path)
    context.sql(f"SELECT office, verdict, COUNT(*) FROM ({query()}) AS found GROUP BY office, verdict").collect()


def told(path):
    """What a file says of each person, in the order of the rows."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["id"]))
    return [tuple(row[name] for name in ("id", "office", "verdict", "not_met", "missing")) for row in rows]


def main():
    with tempfile.TemporaryDirectory() as folder:
        path, out, parquet = (os.path.join(folder, name) for name in ("people.csv", "out.csv", "people.parquet"))
        people(path)
        ours = least(lambda: subprocess.run([SMO, "batch", path, "-o", out, "--force"], check=True, capture_output=True))
        said = told(out)

        def show(name, found):
            (all_time, busy), (own_time, own_busy) = found, ours
            print(f"{name:<32}{all_time:6.2f} s, ratio {all_time / own_time:5.2f}; busy {busy:6.2f} s, ratio {busy / own_busy:5.2f}")

        print(f"{ROWS} rows; smo batch: {ROWS / ours[0] / 1e6:.2f} million rows a second")
        show("smo batch", ours)
        for name, work in [("DuckDB", by_duckdb), ("Polars", by_polars), ("DataFusion", by_datafusion)]:
            own = os.path.join(folder, f"{name}.csv")
            show(name, least(lambda: work(path, own)))
            # The others write no row for who is in a country without an office.
            assert [row for row in told(own) if row[1]] == [row for row in said if row[1]], name
            os.remove(own)
        duckdb.sql(f"CREATE VIEW raw AS SELECT * FROM read_csv('{path}', header = true, nullstr = '')")
        duckdb.sql(f"COPY ({PEOPLE}) TO '{parquet}' (FORMAT parquet)")
        show("DataFusion, Parquet, no reasons", least(lambda: by_datafusion_without_reasons(parquet)))


main()
