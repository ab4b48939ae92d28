"""Reads columns of a CSV file with polars, and writes seconds, rows and megabytes resident as JSON.

Usage: python read_csv.py FILE '{"price": "float", …}'
"""

import json
import resource
import sys
import time

import polars

path, columns = sys.argv[1], json.loads(sys.argv[2])
kinds = {"float": polars.Float64, "int": polars.Int64, "text": polars.String}
schema = {name: kinds[kind] for name, kind in columns.items()}

begun = time.perf_counter()
table = polars.read_csv(path, columns=list(schema), schema_overrides=schema)
seconds = time.perf_counter() - begun

resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "rows": table.height, "residentMb": resident}))
