"""The checks of scripts/check_layers.py; tables.py and exceptions.py are their data."""
