"""Quantities of the mapping part, and of what a run may hold."""

from .quantity import Quantity

MAPPING: tuple[Quantity, ...] = (
    Quantity(
        "palette",
        "Colours of the classes",
        "Colours of the five classes on maps. The default can be told apart with any colour vision.",
        default="default",
        choices=("default", "study"),
        choice_labels=("Colour-blind safe, blue to red", "Study, green to purple"),
    ),
    Quantity(
        "memory",
        "Memory",
        "What the run may use. Rasters are read and written in strips that fit; the result does not depend on "
        "it.",
        unit="MiB",
        default=2048.0,
        minimum=320.0,
        maximum=1e6,
    ),
    Quantity(
        "keep_worker_minutes",
        "Keep the modelling process",
        "How long the process that trains and draws reports stays after a run of the desktop, so that the next one "
        "need not load its packages again; 0 ends it at once. Meanwhile it holds the memory that the log says.",
        unit="min",
        default=0.0,
        minimum=0.0,
        maximum=600.0,
    ),
    Quantity(
        "unseen_classes",
        "Classes that the training never saw",
        "Cells with a category that is new to the model stay empty, or are mapped as the known class of the training "
        "sample that is most like them in all other inputs; the area of applicability, which must then be asked for, "
        "shows them as outside.",
        default="empty",
        choices=("empty", "nearest"),
        choice_labels=("Stay empty", "As the nearest known class, shown as outside"),
    ),
    Quantity(
        "field_share",
        "Share of the cells that count as highly uncertain",
        "The points are chosen among the cells with the highest uncertainty; 0.1 is the top 10 %.",
        default=0.1,
        minimum=0.0001,
        maximum=0.5,
    ),
    Quantity(
        "field_distance",
        "Least distance between points",
        "Keeps the points apart, so that a day in the field sees different places.",
        unit="m",
        default=250.0,
        minimum=0.0,
        maximum=1e6,
    ),
    Quantity(
        "field_most",
        "Most points",
        "The most uncertain places come first; the rank tells the order.",
        default=50,
        minimum=1,
        maximum=100_000,
        integer=True,
    ),
    Quantity(
        "above_class",
        "Share in this class or above",
        "Lowest class that counts for the share of cells above a class.",
        default="high",
        choices=("low", "moderate", "high", "very_high"),
        choice_labels=("Low", "Moderate", "High", "Very high"),
    ),
    Quantity(
        "raster_layout",
        "Format of the rasters",
        "Cloud-Optimised GeoTIFFs carry overviews and are quick to look at over a network or at small scales; they "
        "need twice the room while they are written. The values are the same.",
        default="geotiff",
        choices=("geotiff", "cloud_optimised"),
        choice_labels=("GeoTIFF", "Cloud-Optimised GeoTIFF with overviews"),
    ),
    Quantity(
        "release_class",
        "Class from which cells release",
        "Cells of this class or a more dangerous one make the release areas. Mapped landslide bodies do not.",
        default=5,
        minimum=-1000,
        maximum=1000,
        integer=True,
    ),
    Quantity(
        "release_probability",
        "Probability from which cells release",
        "In place of the class: cells of this probability or more make the release areas.",
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "release_least_m2",
        "Least release area",
        "Smaller release areas are left out; they are counted in the log. Take the area of a small landslide.",
        unit="m2",
        default=0.0,
        minimum=0.0,
        maximum=1e12,
    ),
    Quantity(
        "release_height_m",
        "Release height",
        "Height of the mass that is released where the raster of depths has none, or everywhere without such a raster.",
        unit="m",
        minimum=0.001,
        maximum=1000.0,
    ),
    Quantity(
        "frame_step_h",
        "Hours between frames",
        "A frame is mapped every so many hours. Windows of neighbouring frames overlap, so frames are never summed.",
        unit="h",
        default=6.0,
        minimum=0.25,
        maximum=8760.0,
    ),
    Quantity(
        "event_threshold",
        "Threshold",
        "Cells whose probability reaches it are shown. The log says at which share of the landslides and of the stable "
        "places it was reached in events left out of the training. Left empty, no such rasters are written.",
        minimum=1e-9,
        maximum=1.0,
    ),
)
