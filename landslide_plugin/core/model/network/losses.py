"""The terms of the training loss, one function each.

Every term is a sum over (cell, scenario) with weights that the caller has scaled, so that a row
that is padding, unlabelled or not assessed by physics weighs 0. ``logits`` are (cells, scenarios).
"""

from __future__ import annotations

from typing import Any

SMALLEST_MISS = 1e-6


def inventory_term(logits: Any, labels: Any, weights: Any, gamma: Any = 0.0) -> Any:
    """Binary cross-entropy to labels or target probabilities; above ``gamma`` 0 the focal loss (Lin et al. 2017).

    What is nearly right weighs less by ``abs(label - P) ** gamma``.

    >>> import tensorflow as tf
    >>> round(float(inventory_term(tf.zeros((1, 1)), tf.ones((1, 1)), tf.ones((1, 1)))), 4)  # log 2
    0.6931
    """
    import tensorflow as tf

    cross = tf.nn.sigmoid_cross_entropy_with_logits(labels, logits)
    miss = tf.maximum(tf.abs(labels - tf.sigmoid(logits)), SMALLEST_MISS)
    return tf.reduce_sum(weights * tf.exp(gamma * tf.math.log(miss)) * cross)


def prior_term(logits: Any, prior: Any, weights: Any) -> Any:
    """Kullback-Leibler divergence from Bern(prior) to Bern(sigma(logits)); 0 where they agree.

    >>> import tensorflow as tf
    >>> round(float(prior_term(tf.zeros((1, 1)), tf.fill((1, 1), 0.5), tf.ones((1, 1)))), 6)
    0.0
    """
    import tensorflow as tf

    cross = tf.nn.sigmoid_cross_entropy_with_logits(prior, logits)
    inside = tf.clip_by_value(prior, 1e-7, 1.0 - 1e-7)
    entropy = -inside * tf.math.log(inside) - (1.0 - inside) * tf.math.log(1.0 - inside)
    return tf.reduce_sum(weights * (cross - entropy))


def sign_term(logits: Any, side: Any, weights: Any, level: Any) -> Any:
    """Hinge on the side of FS = 1.

    Parameters
    ----------
    side : tensor (cells, scenarios)
        +1 where the factor of safety is clearly below 1 (P should lie above the level), -1 where it
        is clearly above, 0 within the margin.
    level : scalar tensor
        Logit of the landslide share: the border between the two sides.

    Examples
    --------
    >>> import tensorflow as tf
    >>> float(sign_term(tf.constant([[2.0, 2.0]]), tf.constant([[1.0, -1.0]]), tf.ones((1, 2)), 0.0))
    2.0
    """
    import tensorflow as tf

    return tf.reduce_sum(weights * tf.abs(side) * tf.nn.relu(-side * (logits - level)))


def order_term(logits: Any, lower: Any, upper: Any, weights: Any) -> Any:
    """How far logits fall although every trigger grows or stays.

    Parameters
    ----------
    lower, upper : int tensors (pairs,)
        Scenarios of each comparable pair.
    weights : tensor (cells,)

    Examples
    --------
    >>> import tensorflow as tf
    >>> float(order_term(tf.constant([[3.0, 1.0]]), [0], [1], tf.ones(1)))
    2.0
    """
    import tensorflow as tf

    falls = tf.nn.relu(tf.gather(logits, lower, axis=1) - tf.gather(logits, upper, axis=1))
    return tf.reduce_sum(weights * tf.reduce_mean(falls, axis=1))


def order_by_cell_term(logits: Any, triggers: Any, weights: Any) -> Any:
    """As ``order_term``, where each cell has its own triggers and so its own comparable pairs.

    Parameters
    ----------
    triggers : tensor (cells, scenarios, columns) or, the same for all, (1, scenarios, columns)
    weights : tensor (cells,)

    Examples
    --------
    >>> import tensorflow as tf
    >>> float(order_by_cell_term(tf.constant([[3.0, 1.0]]), tf.constant([[[10.0], [20.0]]]), tf.ones(1)))
    2.0
    """
    import tensorflow as tf

    lower, upper = triggers[:, :, None], triggers[:, None]
    grows = tf.reduce_all(upper >= lower, axis=3) & tf.reduce_any(upper > lower, axis=3)
    counted = tf.cast(grows, logits.dtype)
    falls = counted * tf.nn.relu(logits[:, :, None] - logits[:, None])
    pairs = tf.maximum(tf.reduce_sum(counted, axis=(1, 2)), 1.0)
    return tf.reduce_sum(weights * tf.reduce_sum(falls, axis=(1, 2)) / pairs)


def monotone_term(logits: Any, weakened: Any, weights: Any) -> Any:
    """How far logits fall where a cell gets wetter or its soil weaker.

    Parameters
    ----------
    weakened : tensor (cells, scenarios)
        Logits of the same cells one step further: more wetness, less cohesion and friction.
    weights : tensor (cells,)

    Examples
    --------
    >>> import tensorflow as tf
    >>> float(monotone_term(tf.constant([[3.0, 1.0]]), tf.constant([[2.0, 5.0]]), tf.ones(1)))
    0.5
    """
    import tensorflow as tf

    return tf.reduce_sum(weights * tf.reduce_mean(tf.nn.relu(logits - weakened), axis=1))


def between(values: Any, low: Any, high: Any, share: Any) -> Any:
    """Values (rows, 1, ...) on the way from scenario ``low`` to ``high`` of values (rows, scenarios, ...).

    >>> import tensorflow as tf
    >>> between(tf.constant([[1.0, 3.0, 7.0]]), 1, 2, 0.25).numpy().tolist()
    [[4.0]]
    """
    import tensorflow as tf

    ends = tf.gather(values, tf.stack([low, high]), axis=1)
    return ends[:, :1] + share * (ends[:, 1:] - ends[:, :1])


def log_odds(p: Any) -> Any:
    """Logit of probabilities, kept inside (0, 1).

    >>> import tensorflow as tf
    >>> round(float(log_odds(tf.constant(0.75))), 4)  # log 3
    1.0986
    """
    import tensorflow as tf

    inside = tf.clip_by_value(p, 1e-6, 1.0 - 1e-6)
    return tf.math.log(inside) - tf.math.log1p(-inside)
