"""The checklist of a deposit: twenty points on an archive and the files beside it, each with what was counted.

    python -m igf1r_validation.deposit build/deposit/igf1r_core

The judges of the project read the files of the deposit; nothing is judged here a second time. A point is green, red,
not run (a judge could not), or open: a person must do something, and the line says what.
"""
