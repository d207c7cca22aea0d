"""The hiring manager: the person a relationship is with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

from app.domain.fields import SHAREABLE, Body, Line, Name, SharedName
from app.domain.working_time import DEFAULT_HOURS, WorkingHours

ManagerId = NewType("ManagerId", int)


class ManagerStatus(StrEnum):
    """Whether clocks and reminders run for this relationship."""

    ACTIVE = "active"
    PAUSED = "paused"
    PARTED = "parted"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class HiringManager:
    """One hiring manager; `called` is what you say, `family` sorts and names files."""

    id: Annotated[ManagerId, SHAREABLE]
    name: SharedName
    romanised: SharedName | None = None
    called: SharedName | None = None
    family: SharedName | None = None
    title: SharedName | None = None
    company: SharedName | None = None
    department: Name | None = None
    email: Name | None = None
    phone: Name | None = None
    zone: Name = "UTC"
    country: Name | None = None
    hours: WorkingHours = DEFAULT_HOURS
    language: Name | None = None
    channel: Name | None = None
    preferred_times: Line | None = None
    cadence_days: int | None = None
    tick: Body | None = None
    rapport: Body | None = None
    tags: tuple[str, ...] = ()
    status: ManagerStatus = ManagerStatus.ACTIVE
    paused_until: date | None = None
    health_word: Name | None = None
    health_reason: Line | None = None
    health_on: date | None = None
    look_again_on: date | None = None

    @property
    def first_name(self) -> str:
        """How the manager is spoken of inside a sentence."""
        return self.called or self.name

    @property
    def family_name(self) -> str:
        """The name a file or a sorted list goes by."""
        return self.family or (self.romanised or self.name).split()[-1]

    def is_resting(self, today: date) -> bool:
        """Whether clocks and reminders rest today."""
        if self.status is ManagerStatus.PAUSED:
            return self.paused_until is None or today < self.paused_until
        return self.status is not ManagerStatus.ACTIVE
