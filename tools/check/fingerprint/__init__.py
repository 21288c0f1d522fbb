"""What the plugin writes, kept in a folder, and two such folders compared byte for byte.

``python -m tools.check.fingerprint run FOLDER`` runs every algorithm of the provider on small inputs with fixed
seeds into a new folder. ``python -m tools.check.fingerprint compare A B`` prints a line for each file that
differs or is missing, then counts, and exits with 1 if there is any. Run it with ``.venv/bin/python``.
"""
