"""From maps, bundle and inventory to what the report shows."""
