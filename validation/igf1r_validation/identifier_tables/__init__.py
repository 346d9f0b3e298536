"""Offline tables that the project's identifiers are held against; one module for each kind of table.

The tables come from packages that ship them as data. Their files are read; nothing of the packages is imported, and
nothing is fetched. Where no package has a table, ``sightings`` asks for a complete record of who showed the identifier.
"""
