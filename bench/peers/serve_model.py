"""Serves a linear model of as many features as the names given by MLflow's scoring server, on a free port.

Usage: python serve_model.py FOLDER NAME...
"""

import os
import socket
import sys

import mlflow
import numpy
import pandas
from sklearn.linear_model import LinearRegression


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


if __name__ == "__main__":
    folder, *names = sys.argv[1:]
    rows = pandas.DataFrame(numpy.random.default_rng(1).normal(size=(1000, len(names))), columns=names)
    path = os.path.join(folder, "model")
    mlflow.sklearn.save_model(LinearRegression().fit(rows, rows.sum(axis=1)), path)
    words = ["models", "serve", "-m", path, "-h", "127.0.0.1", "-p", str(free_port()), "--env-manager", "local"]
    os.execv(sys.executable, [sys.executable, "-m", "mlflow", *words])
