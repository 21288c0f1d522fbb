"""Reading and writing rasters by rows; with ``io.vector`` the only place that imports GDAL.

Pixels cross as byte buffers, never through GDAL's own NumPy bridge, so that the NumPy
in use need not be the one GDAL was built against.
"""

from ...requirements import require_space as require_space
from ...types.bands import Band as Band
from ...types.bands import factor_band as factor_band
from ...types.bands import factor_spec as factor_spec
from .crs import cell_area_km2 as cell_area_km2
from .crs import crs_name as crs_name
from .crs import crs_wkt as crs_wkt
from .crs import metres_per_unit as metres_per_unit
from .crs import same_crs as same_crs
from .gdal_calls import bounded_cache as bounded_cache
from .gdal_calls import constants_unremarked as constants_unremarked
from .sink import NODATA as NODATA
from .sink import Layout as Layout
from .sink import RasterSink as RasterSink
from .source import STRIP_ROWS as STRIP_ROWS
from .source import RasterSource as RasterSource
from .source import grid_of as grid_of
from .source import open_common_part as open_common_part
from .source import require_marks_declared as require_marks_declared
from .source import require_no_picture as require_no_picture
from .source import require_on_grid as require_on_grid
from .warping import warp_to_grid as warp_to_grid
from .warping import warped_view as warped_view
