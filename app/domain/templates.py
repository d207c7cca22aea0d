"""Agendas, questions and agreements to start from; the built-in ones are data in `resources/templates`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from app.domain.fields import Body, Name

TemplateId = NewType("TemplateId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """An editable copy of a template in this office; `body` is its JSON."""

    id: TemplateId
    kind: Name
    name: Name
    body: Body
