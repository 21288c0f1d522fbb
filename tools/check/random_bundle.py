"""Bundles with drawn weights, made without TensorFlow, for tests of everything after training."""

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.bundle.bundle import ModelBundle
from landslide_plugin.core.model.bundle.facts import ModelFacts
from landslide_plugin.core.model.families.ensemble import Ensemble, Member
from landslide_plugin.core.model.families.linear import LinearPart
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.samples.scaling import ProfileScaler, TriggerScaler
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.profile import ProfileColumns
from landslide_plugin.core.types.scenarios import TriggerScenarios

SPECS = (
    FactorSpec("slope", unit="deg"),
    FactorSpec("lithology", "categorical"),
    FactorSpec("aspect", "circular"),
)
SOIL = ProfileColumns((0.5, 1.0, 2.0), ("cohesion_kpa", "friction_deg"))
RAIN = TriggerScenarios(
    (10.0, 50.0, 100.0), ("intensity_mm_h", "duration_h"), np.array([[20.0, 6.0], [50.0, 8.0], [80.0, 12.0]])
)


def _dense(name, rows, columns):
    return {f"{name}.kernel": (rows, columns), f"{name}.bias": (columns,)}


def _norm(name, width):
    return {f"{name}.gamma": (width,), f"{name}.beta": (width,)}


def _gated(name, width):
    parts = [_dense(f"{name}.{part}", width, width) for part in ("input", "output", "gate")]
    return {key: shape for part in (*parts, _norm(f"{name}.norm", width)) for key, shape in part.items()}


def _selection(name, inputs, width):
    shapes = {}
    for part, rows in (("input", 1), ("skip", 1), ("output", width), ("gate", width)):
        shapes[f"{name}.{part}.kernel"] = (inputs, rows, width)
        shapes[f"{name}.{part}.bias"] = (inputs, 1, width)
    shapes.update({f"{name}.norm.gamma": (inputs, 1, width), f"{name}.norm.beta": (inputs, 1, width)})
    return {**shapes, **_dense(f"{name}.importance", width, 1), **_gated(f"{name}.post", width)}


def _attention(name, width, heads):
    shapes = {}
    for part in ("query", "key", "value"):
        shapes[f"{name}.{part}.kernel"] = (width, heads, width)
        shapes[f"{name}.{part}.bias"] = (heads, width)
    return {**shapes, f"{name}.mix.kernel": (heads, width, width), f"{name}.mix.bias": (width,)}


def _cross(a):
    """Shapes of the attention over the soil profile."""
    e, h = a.embed_dim, a.hidden_units
    return {
        **_selection("profile", a.properties, e),
        "encoder.kernel": (e, 4 * h),
        "encoder.recurrent": (h, 4 * h),
        "encoder.bias": (4 * h,),
        **_dense("cross.query_input", e, e),
        **_dense("cross.key_input", h, e),
        **_attention("cross", e, a.heads),
        **_gated("cross.post", e),
        **_norm("cross.norm", e),
    }


def weight_shapes(a):
    """Shapes of the named weights of an architecture, written down from its definition."""
    e, h = a.embed_dim, a.hidden_units
    shapes = {"scale": (), **_selection("static", a.static_dim, h)}
    if a.trigger_dim:
        shapes.update(_selection("trigger", a.trigger_dim, e))
    shapes.update(_dense("decoder", h + (e if a.trigger_dim else 0), e))
    if "cross" in a.stack:
        shapes.update(_cross(a))
    if "hierarchical" in a.stack:
        for term in ("short", "long"):
            shapes.update({**_dense(f"{term}.input", e, e), **_attention(term, e, a.heads)})
    last = (
        _attention("fusion", e, a.heads),
        _norm("final.norm", e),
        _dense("hidden", e, h),
        _dense("head", h, 1),
    )
    for part in last:
        shapes.update(part)
    return shapes


def random_weights(architecture, seed):
    """Weights of a size that lets every input show in the output."""
    rng = np.random.default_rng(seed)

    def drawn(name, shape):
        size = 1.5 / np.sqrt(shape[-2]) if name.endswith("kernel") else 0.3
        return np.asarray(name.endswith("gamma") + rng.normal(0.0, size, shape), np.float32)

    found = {name: drawn(name, shape) for name, shape in weight_shapes(architecture).items()}
    return {**found, "scale": np.asarray(2.0, np.float32)}


def random_cells(count, seed):
    """Raw factors (count, 3) and soil profiles (count, 3, 2)."""
    rng = np.random.default_rng(seed)
    slope, aspect = rng.uniform(0, 60, count), rng.uniform(0, 360, count)
    soil = rng.uniform((1.0, 15.0), (30.0, 40.0), (count, *SOIL.shape))
    static = np.column_stack([slope, rng.choice([3, 7, 12], count), aspect])
    return static.astype(np.float32), soil.astype(np.float32)


def random_bundle(members=2, soil=True, rain=True, stack="cross_hierarchical", seed=0):
    """A bundle whose weights are drawn, not trained."""
    static, profile = random_cells(200, seed)
    encoder = Encoder.fit(static, SPECS)
    layers, properties = SOIL.shape if soil else (1, 1)
    triggers = len(RAIN.columns) if rain else 0
    shape = Architecture(len(encoder.columns), layers, properties, triggers, stack, 8, 16, 2, 0.1)
    rng = np.random.default_rng(seed)
    linear = LinearPart(
        rng.normal(size=shape.static_dim), rng.normal(size=properties), np.ones(triggers), -0.5
    )
    ensemble = Ensemble(
        encoder=encoder,
        profile_scaler=ProfileScaler.fit(profile, SOIL.properties) if soil else None,
        trigger_scaler=TriggerScaler.fit(RAIN.values, RAIN.columns) if rain else None,
        linear=linear,
        members=tuple(Member(seed + i, shape, random_weights(shape, seed + i)) for i in range(members)),
        shift=-0.3,
    )
    return ModelBundle(
        ensemble=ensemble,
        profile=SOIL if soil else None,
        scenarios=RAIN if rain else None,
        reference_index=int(rain),
        class_cuts=(0.1, 0.3, 0.5, 0.7),
        threshold=0.4,
        facts=ModelFacts(
            grid={"cell_size_m": 25.0},
            provenance={"inventory": "drawn"},
            settings={"prevalence": 0.1},
            dated=True,
            quiet_storms=2,
            events=8,
        ),
    )


def bundle_with_pf():
    """A bundle without networks whose linear part has the logit of the probability of failure behind its triggers.

    Behind its factors stands the level of cells that physics assessed.
    """
    plain = random_bundle(soil=False)
    linear = plain.ensemble.linear
    physics = replace(
        linear, factors=np.append(linear.factors, 0.8), triggers=np.append(linear.triggers, 0.6)
    )
    ensemble = replace(plain.ensemble, linear=physics, members=(), with_pf=True)
    return replace(plain, ensemble=ensemble, typical_pf=(0.05,) * len(RAIN.names))
