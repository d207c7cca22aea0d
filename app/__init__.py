"""Rapport without a window: everything that runs on a server, in a test or in a terminal."""
