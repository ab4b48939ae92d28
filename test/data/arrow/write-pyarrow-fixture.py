"""Writes pyarrow.arrow beside it: every kind of column with nulls, in two record batches (pyarrow 26)."""

from pathlib import Path

import pyarrow as pa

schema = pa.schema(
    [
        ("price", pa.float64()),
        ("photos", pa.int64()),
        ("bought", pa.timestamp("ms", tz="UTC")),
        ("city", pa.string()),
        ("empty", pa.string()),
    ]
)
most = 2**53 - 1
rows = [
    dict(price=1.5, photos=4, bought=1525348800000, city="São Paulo"),
    dict(),
    dict(price=-0.0, photos=-most, bought=-1, city=""),
    dict(price=float("inf"), photos=most, bought=0, city='𝄞 "Rio"\n'),
    dict(price=5e-324, photos=0, bought=253402300799999, city="Olinda"),
]
with pa.OSFile(str(Path(__file__).with_name("pyarrow.arrow")), "wb") as file, pa.ipc.new_file(file, schema) as writer:
    writer.write(pa.RecordBatch.from_pylist(rows[:3], schema=schema))
    writer.write(pa.RecordBatch.from_pylist(rows[3:], schema=schema))
