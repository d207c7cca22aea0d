"""Whose fault it is: these are for the person, anything else is a bug.

The text of an `AppError` is shown as it is: what happened, then what helps, in one plain sentence.
"""

from __future__ import annotations


class AppError(Exception):
    """A problem the person can act on; its text is shown as it is."""


class InputError(AppError):
    """Something typed cannot be taken as it is; `field` names the field it was typed into."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NotFoundError(AppError):
    """What was asked for is not in this office, or not any more."""


class NotReadyError(AppError):
    """This computer lacks something that a window takes."""


class StorageError(AppError):
    """The office's file cannot be used: full, locked, damaged, foreign or too new."""


class BusyError(StorageError):
    """Another program holds the office's file at this moment; trying again may help."""


class FullError(StorageError):
    """The disk has no room for a save; nothing was changed."""


class OutcomeUnknownError(StorageError):
    """The disk failed while saving; nobody can say whether the save is there, so nothing more is written."""
