"""The network in TensorFlow, as it is trained; the only place that imports it."""
