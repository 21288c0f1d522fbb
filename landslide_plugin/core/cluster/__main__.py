"""Maps on a Dask cluster, see ``workflows.mapping.cluster``."""

import sys

from ..workflows.mapping.cluster import main

sys.exit(main())
