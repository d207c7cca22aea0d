"""The limit that a start is measured against: an empty window of the same toolkit, and nothing else."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget


def main() -> int:
    """Show it until it is ended."""
    app = QApplication(sys.argv[:1])
    window, tabs = QMainWindow(), QTabWidget()
    tabs.addTab(QLabel(""), "Tab")
    window.setCentralWidget(tabs)
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
