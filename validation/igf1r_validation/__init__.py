"""Judges of the files in build/, each with software of the field that did not write them.

The package reads files only and never imports the one that wrote them. A judge is a module with ``NAME``,
``QUICK`` and ``judge(build, model)``; the runner finds it by scanning this folder.
"""
