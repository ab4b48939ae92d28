"""The tutorial's customer-satisfaction pipeline on ZenML with MLflow: ingest, clean, train, evaluate.

Usage: python zenml_pipeline.py setup | run PATH.csv
State is where ZENML_CONFIG_PATH says; `setup` makes the stack once and is not measured.
"""

import sys
from typing import Annotated, Tuple

import mlflow
import numpy as np
import pandas as pd
from sklearn.base import RegressorMixin
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
from zenml import pipeline, step
from zenml.client import Client
from zenml.enums import StackComponentType

STACK = "bench"
TIMES = [
    "order_approved_at",
    "order_delivered_carrier_date",
    "order_delivered_customer_date",
    "order_estimated_delivery_date",
    "order_purchase_timestamp",
]
MEASURES = ["product_weight_g", "product_length_cm", "product_height_cm", "product_width_cm"]


@step
def ingest(path: str) -> pd.DataFrame:
    return pd.read_csv(path)


@step
def clean(
    rows: pd.DataFrame,
) -> Tuple[
    Annotated[pd.DataFrame, "x_train"],
    Annotated[pd.DataFrame, "x_test"],
    Annotated[pd.Series, "y_train"],
    Annotated[pd.Series, "y_test"],
]:
    rows = rows.drop(columns=TIMES)
    rows[MEASURES] = rows[MEASURES].fillna(rows[MEASURES].median())
    numbers = rows.select_dtypes(include=[np.number])
    numbers = numbers.drop(columns=["customer_zip_code_prefix", "order_item_id"])
    numbers = numbers.fillna(numbers.mean())
    features, target = numbers.drop(columns=["review_score"]), numbers["review_score"]
    x_train, x_test, y_train, y_test = train_test_split(features, target, test_size=0.2, random_state=42)
    return x_train, x_test, y_train, y_test


@step(experiment_tracker="mlflow")
def train(x_train: pd.DataFrame, y_train: pd.Series) -> RegressorMixin:
    mlflow.sklearn.autolog()
    return LinearRegression().fit(x_train, y_train)


@step(experiment_tracker="mlflow")
def evaluate(
    model: RegressorMixin, x_test: pd.DataFrame, y_test: pd.Series
) -> Tuple[Annotated[float, "mse"], Annotated[float, "r2"]]:
    predictions = model.predict(x_test)
    mse, r2 = mean_squared_error(y_test, predictions), r2_score(y_test, predictions)
    mlflow.log_metrics({"mse": mse, "rmse": mse**0.5, "r2": r2})
    return float(mse), float(r2)


@pipeline
def customer_satisfaction(path: str):
    x_train, x_test, y_train, y_test = clean(ingest(path))
    evaluate(train(x_train, y_train), x_test, y_test)


def setup():
    client = Client()
    client.create_stack_component("mlflow", "mlflow", StackComponentType.EXPERIMENT_TRACKER, {})
    client.create_stack(
        STACK,
        {
            StackComponentType.ORCHESTRATOR: "default",
            StackComponentType.ARTIFACT_STORE: "default",
            StackComponentType.EXPERIMENT_TRACKER: "mlflow",
        },
    )
    client.activate_stack(STACK)


if __name__ == "__main__":
    if sys.argv[1] == "setup":
        setup()
    else:
        customer_satisfaction(sys.argv[2])
