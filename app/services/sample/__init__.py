"""Invented offices: the one of the pictures, and the large ones that speed is measured with."""

from app.services.sample.writing import write_once, write_sample

__all__ = ["write_once", "write_sample"]
