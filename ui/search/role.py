"""The two tall cards of the main column: what is asked for, and what the market and the manager would accept."""

from __future__ import annotations

from ui.search.alternatives import AlternativesPart
from ui.search.market import MarketPart
from ui.search.parts import Stack
from ui.search.predecessor import PredecessorPart
from ui.search.requirements import RequirementsPart


class RoleCard(Stack):
    """Requirements over the last person in the role."""

    PARTS = (RequirementsPart, PredecessorPart)
    TABLES = RequirementsPart.TABLES | PredecessorPart.TABLES


class TermsCard(Stack):
    """Alternatives over the facts of the market."""

    PARTS = (AlternativesPart, MarketPart)
    TABLES = AlternativesPart.TABLES | MarketPart.TABLES
