"""The algorithm that makes sample study areas."""
