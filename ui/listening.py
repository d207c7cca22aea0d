"""Hears a second start of the office that is open, and says so; no word of it leaves this computer."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Signal

from app import one_window

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_WAIT_MS = 50  # a caller speaks at once, or is not one of ours
_MOST = 1024  # bytes of a message


class Listening(QObject):
    """Listens for one office at a time; only the window that holds the folder's lock may."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door: SocketDoor | PipeDoor | None = None
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    def listen(self, folder: Path) -> bool:
        """Listen for this folder from now on; False when this computer has no place for it, which harms nothing."""
        self.close()
        kind = PipeDoor if sys.platform == "win32" else SocketDoor
        try:
            self._door = kind(one_window.address(folder), self)
        except OSError:
            return False
        self._door.called.connect(self._called)
        return True

    def close(self) -> None:
        """Listen no more."""
        if self._door is not None:
            self._door.close()
            self._door.deleteLater()
            self._door = None

    def _called(self, message: bytes) -> None:
        if one_window.heard(message):
            self.asked.emit()


class SocketDoor(QObject):
    """A socket of the file system, in a folder that is this person's alone."""

    called = Signal(bytes)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path(address)
        self._path.unlink(missing_ok=True)  # left by a window that was killed: the lock says that nobody listens
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.bind(address)
            self._socket.listen()
        except OSError:
            self._socket.close()
            raise
        self._socket.setblocking(False)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def close(self) -> None:
        """Shut it and take its name away."""
        self._notifier.setEnabled(False)
        self._socket.close()
        self._path.unlink(missing_ok=True)

    def _answer(self, *_given: Any) -> None:
        try:
            caller, _address = self._socket.accept()
            with caller:
                caller.settimeout(_WAIT_MS / 1000)
                message = caller.recv(_MOST)
                caller.sendall(one_window.SHOWN)  # first, so that the caller need not wait for the painting
        except OSError:
            return
        self.called.emit(message)


class PipeDoor(QObject):
    """A named pipe, as Windows has them; Qt opens it for this person alone."""

    called = Signal(bytes)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(address):
            raise OSError(self._server.errorString())
        self._server.newConnection.connect(self._answer)

    def close(self) -> None:
        """Shut it; its name goes with it."""
        self._server.close()

    def _answer(self) -> None:
        caller: QLocalSocket = self._server.nextPendingConnection()
        if caller.bytesAvailable() or caller.waitForReadyRead(_WAIT_MS):
            message = caller.read(_MOST).data()
            caller.write(one_window.SHOWN)
            caller.waitForBytesWritten(_WAIT_MS)
            self.called.emit(message)
        caller.disconnectFromServer()
        caller.deleteLater()
