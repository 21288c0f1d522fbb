"""What the models are called, by the key under which they are stored and scored."""

from __future__ import annotations

NAMES = {
    "ensemble": "Network ensemble",
    "logistic": "Logistic regression",
    "additive": "Additive logistic regression",
    "forest": "Random forest",
    "boosting": "Gradient boosting",
    "unconstrained": "Network ensemble without physics",
    "physics_alone": "Physics alone",
    "stack": "Stacked mean",
    "stack_without_network": "Stacked mean without the network",
}
