"""Fits scikit-learn's LinearRegression on the flights that a run stored, encoded anew, and compares the test MSE.

Usage: npx sluice run flight-delay --json > run.json && python bench/flights-same-as-scikit-learn.py run.json
Needs 8 GB: scikit-learn holds the indicators of all rows as numbers.
Exits 1 when the relative difference is above 1e-9.
"""

import importlib
import json
import sys

import numpy
import pyarrow.compute as compute
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import OneHotEncoder

read_table = importlib.import_module("same-as-scikit-learn").read_table
TOLERANCE = 1e-9
AIRPORTS = 50


def columns_of(table):
    instants = table["date"].cast("timestamp[ms]")
    parts = numpy.column_stack([compute.hour(instants), compute.day_of_week(instants)])
    airports = numpy.column_stack([table["origin"].to_pylist(), table["destination"].to_pylist()]).astype(object)
    return parts, airports, table["distance"].to_numpy().reshape(-1, 1)


def main(path):
    with open(path) as file:
        run = json.load(file)
    train, test = (read_table(run, "prepare", side) for side in ("train", "test"))
    parts = OneHotEncoder(sparse_output=False)
    airports = OneHotEncoder(sparse_output=False, max_categories=AIRPORTS + 1, handle_unknown="infrequent_if_exist")

    def encoded(table, encode):
        dates, places, distance = columns_of(table)
        return numpy.hstack([encode(parts)(dates), encode(airports)(places), distance])

    model = LinearRegression(copy_X=False)
    model.fit(encoded(train, lambda encoder: encoder.fit_transform), train["delay"].to_numpy())
    predicted = model.predict(encoded(test, lambda encoder: encoder.transform))
    peer = mean_squared_error(test["delay"].to_numpy(), predicted)
    ours = run["metrics"]["mse"]
    difference = abs(ours - peer) / peer
    print(f"rows {train.num_rows} + {test.num_rows}: mse {ours!r}, scikit-learn {peer!r}, "
          f"relative difference {difference:.1e}")
    return difference <= TOLERANCE


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
