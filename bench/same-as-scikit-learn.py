"""Fits scikit-learn's LinearRegression on the tables that a run stored and compares the test MSE.

Usage: npx sluice run customer-satisfaction --json > run.json && python bench/same-as-scikit-learn.py run.json
Exits 1 when the relative difference is above 1e-9.
"""

import json
import sys
from urllib.parse import urlparse
from urllib.request import url2pathname

import numpy
import pyarrow.ipc
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error

TOLERANCE = 1e-9


def read_table(run, step, output):
    outputs = next(entry["outputs"] for entry in run["steps"] if entry["name"] == step)
    path = url2pathname(urlparse(outputs[output]["uri"]).path)
    with open(path, "rb") as file:
        return pyarrow.ipc.open_file(file).read_all()


def split_target(table, target):
    features = [table[name].to_numpy() for name in table.column_names if name != target]
    return numpy.column_stack(features).astype(float), table[target].to_numpy().astype(float)


def main(path, step="clean", target="review_score"):
    with open(path) as file:
        run = json.load(file)
    features, truth = split_target(read_table(run, step, "train"), target)
    test_features, test_truth = split_target(read_table(run, step, "test"), target)
    peer = mean_squared_error(test_truth, LinearRegression().fit(features, truth).predict(test_features))
    ours = run["metrics"]["mse"]
    difference = abs(ours - peer) / peer
    print(f"rows {len(truth)} + {len(test_truth)}: mse {ours!r}, scikit-learn {peer!r}, relative difference {difference:.1e}")
    return difference <= TOLERANCE


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
