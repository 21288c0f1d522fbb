"""Quantities of the trigger scenarios, and of rain over time."""

from .quantity import Quantity

TRIGGERS: tuple[Quantity, ...] = (
    Quantity(
        "rain_source",
        "Rain from",
        "A gauge's annual maxima are fitted by extreme-value distributions; an intensity-duration-frequency formula "
        "is evaluated; a typed table is checked and written as it is.",
        default="maxima",
        choices=("maxima", "formula", "table"),
        choice_labels=("Annual maxima of a gauge", "Intensity-duration-frequency formula", "Typed table"),
    ),
    Quantity(
        "storm_duration_h",
        "Storm duration",
        "Duration of the storms of all scenarios, and of annual maxima whose column does not tell one.",
        unit="h",
        default=24.0,
        minimum=0.05,
        maximum=8760.0,
    ),
    Quantity(
        "extreme_distribution",
        "Distribution",
        "Both are fitted and printed; this one gives the scenarios. GEV has a shape of its own and needs a long "
        "record; Gumbel has a fixed, lighter tail.",
        default="gev",
        choices=("gev", "gumbel"),
        choice_labels=("GEV (generalised extreme value)", "Gumbel"),
    ),
    Quantity(
        "fit_method",
        "Fitted by",
        "L-moments are steadier on short records; maximum likelihood is the usual choice on long ones.",
        default="lmoments",
        choices=("lmoments", "mle"),
        choice_labels=("L-moments", "Maximum likelihood"),
    ),
    Quantity(
        "bootstrap_draws",
        "Bootstrap resamples",
        "How many records of the same length are drawn from the fit for the band and the goodness of fit.",
        default=500,
        minimum=100,
        maximum=10_000,
        integer=True,
    ),
    Quantity(
        "confidence",
        "Confidence of the band",
        "Share of the resamples whose return levels lie in the band.",
        default=0.90,
        minimum=0.5,
        maximum=0.99,
    ),
    Quantity(
        "bootstrap_seed",
        "Seed",
        "Start of the random sequence of the bootstrap; the same seed gives the same band.",
        default=42,
        minimum=0,
        maximum=2**31 - 1,
        integer=True,
    ),
    Quantity(
        "idf_k",
        "Formula: K",
        "i = K T^m / (t + b)^n with i in mm/h, T in years and t in minutes; from the weather service of the area.",
        default=600.0,
        minimum=1e-3,
        maximum=1e6,
    ),
    Quantity(
        "idf_m",
        "Formula: m",
        "Exponent of the return period.",
        default=0.2,
        minimum=0.0,
        maximum=2.0,
    ),
    Quantity(
        "idf_b_min",
        "Formula: b",
        "Added to the duration.",
        unit="min",
        default=10.0,
        minimum=0.0,
        maximum=1000.0,
    ),
    Quantity(
        "idf_n",
        "Formula: n",
        "Exponent of the duration; at most 1, or a longer storm would bring less rain.",
        default=0.75,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "storm_shape",
        "Shape of the storms",
        "How each storm's rain falls over its duration, for the output of hyetographs: steadily; by alternating blocks "
        "or as a Chicago storm, which need depths of several durations (annual maxima of several, or the formula); or "
        "as an own series.",
        default="uniform",
        choices=("uniform", "alternating", "chicago", "series"),
        choice_labels=("Uniform", "Alternating blocks", "Chicago storm", "Own series"),
    ),
    Quantity(
        "storm_step_h",
        "Step of the hyetographs",
        "Length of a block of rain; must divide the duration.",
        unit="h",
        default=1.0,
        minimum=0.05,
        maximum=24.0,
    ),
    Quantity(
        "storm_peak_share",
        "Peak of the Chicago storm",
        "Share of the duration that passes before the peak.",
        default=0.4,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "fixed_interval_h",
        "Fixed interval of the record",
        "Where annual maxima were read in fixed intervals, such as days from 7 to 7 o'clock (24): depths are raised to "
        "those of any interval, by 1.13 for one interval and less for more. Left empty, nothing is raised.",
        unit="h",
        minimum=0.05,
        maximum=168.0,
    ),
    Quantity(
        "storm_area_km2",
        "Area of the storm",
        "Rain at a gauge is reduced to the mean over an area of this size (U.S. Weather Bureau). Left empty, the "
        "gauge's rain falls everywhere.",
        unit="km2",
        minimum=0.0,
        maximum=1000.0,
    ),
)

RAIN: tuple[Quantity, ...] = (
    Quantity(
        "rain_window_h",
        "Window before the end",
        "How far back the rain of a sample reaches: 120 h hold most storms, 720 h the wetness of a month. The sums of "
        "antecedent rain over 14 and 30 days leave the last day out and need 360 and 744 h.",
        unit="h",
        default=120.0,
        minimum=1.0,
        maximum=8760.0,
    ),
    Quantity(
        "rain_step_h",
        "Step",
        "Length of a step of the series; a whole number of the steps of the rain given, since rain cannot be told from "
        "longer steps than it was measured in.",
        default="1",
        choices=("1", "3", "6", "24"),
        choice_labels=("1 hour", "3 hours", "6 hours", "24 hours"),
    ),
    Quantity(
        "rain_is",
        "Numbers are",
        "What each number of the rain stands for. Told by unit and metadata where they say it; ERA5-Land gives totals "
        "since the day's start, ERA5 the rain of each hour.",
        default="auto",
        choices=("auto", "amount", "rate", "day", "running"),
        choice_labels=(
            "Told by the file",
            "Rain of the step",
            "Rate",
            "Total since the day's start (ERA5-Land)",
            "Total since the first step",
        ),
    ),
    Quantity(
        "rain_stamped",
        "Times are",
        "Whether a time marks the beginning or the end of its step. Told by time bounds where the file has them; else "
        "days are taken as stamped where they begin, shorter steps where they end.",
        default="auto",
        choices=("auto", "start", "end"),
        choice_labels=("Told by the file", "Start of the step", "End of the step"),
    ),
    Quantity(
        "utc_offset_h",
        "Clock of the rain ahead of UTC",
        "Hours that the times of the rain are ahead of UTC, such as 1 for Central European Time and -5 for Ecuador.",
        unit="h",
        default=0.0,
        minimum=-14.0,
        maximum=14.0,
    ),
    Quantity(
        "samples_utc_offset_h",
        "Clock of the samples ahead of UTC",
        "Hours that the times of the samples are ahead of UTC. A date without an hour ends at the midnight of this "
        "clock.",
        unit="h",
        default=0.0,
        minimum=-14.0,
        maximum=14.0,
    ),
    Quantity(
        "rain_file_step_h",
        "Step of the rain given",
        "Only where times do not tell it: one raster, or bands without times (with START). 0 is as told.",
        unit="h",
        default=0.0,
        minimum=0.0,
        maximum=744.0,
    ),
    Quantity(
        "gauge_method",
        "Rain between gauges",
        "The nearest gauge speaks for a sample, and its gaps are gaps; or the eight nearest that have the step, "
        "weighed by the inverse square of their distance.",
        default="nearest",
        choices=("nearest", "distance"),
        choice_labels=("Nearest gauge (Thiessen)", "Inverse distance"),
    ),
    Quantity(
        "gauge_limit_km",
        "Farthest gauge",
        "Gauges farther away say nothing of a sample, whose rain is then a gap. Convective storms are a few "
        "kilometres wide.",
        unit="km",
        default=25.0,
        minimum=0.1,
        maximum=1000.0,
    ),
    Quantity(
        "index_kept",
        "Rain kept from day to day",
        "Share that a day leaves in the antecedent index (Kohler and Linsley 1951): usual are 0.84 to 0.98, low where "
        "soils drain fast.",
        default=0.85,
        minimum=0.01,
        maximum=1.0,
    ),
)
