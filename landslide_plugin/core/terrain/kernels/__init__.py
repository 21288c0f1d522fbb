"""Compiled terrain kernels; loaded in the modelling process alone, never inside QGIS.

They give what the NumPy code of ``core.terrain`` gives, faster. Arrays that carry a frame are
(rows + 2, cols + 2), NaN or 0 in the frame; a framed cell is known by its number in the flat array.
"""
