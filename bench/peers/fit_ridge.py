"""Reads an Arrow file and fits scikit-learn on it, and writes seconds, megabytes resident and coefficients as JSON.

Usage: python fit_ridge.py FILE Ridge|LinearRegression
"""

import json
import resource
import sys
import time

import numpy
import pyarrow.ipc
from sklearn import linear_model

path, name = sys.argv[1:]
model = linear_model.Ridge(alpha=1) if name == "Ridge" else linear_model.LinearRegression()

begun = time.perf_counter()
with open(path, "rb") as file:
    table = pyarrow.ipc.open_file(file).read_all()
target = table["y"].to_numpy()
features = numpy.column_stack([table[name].to_numpy() for name in table.column_names if name != "y"])
loaded = time.perf_counter() - begun
model.fit(features, target)
seconds = time.perf_counter() - begun

resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "loadSeconds": loaded, "coefficients": model.coef_.tolist(),
                  "residentMb": resident}))
