"""Closing together: from the manager's choice to the signature, each step on its day and in its order.

What comes before what is one table (`app.domain.offers.LINKS`). A step out of its turn is refused with one sentence, or
recorded anyway with a reason that stays beside it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.offers import (
    Offer,
    OfferId,
    OfferOverride,
    OfferOverrideId,
    Step,
    VerbalAnswer,
    broken_links,
    is_free,
    last_step,
    said_of,
    with_step,
    without_decline,
    without_step,
)
from app.domain.searches import CandidateStage, Presentation, PresentationId, Search, SearchId, Stage, StageChange
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def choose(office: Office, presentation: PresentationId, *, on: date | None = None) -> Change:
    """Note whom the manager chose; the search enters its offer stage."""
    person = office.presentations.get(presentation)
    search = _open_search(office, person.search)
    day = _day(office, on)
    offer = _offer_to(office, search, person)
    chosen = with_step(offer, Step.CHOSEN, day, candidate=person.candidate, presentation=person.id)
    _keep_order(office, chosen)
    label = _("Chosen: {candidate}").format(candidate=person.candidate)
    with office.write(label):
        number = _save(office, chosen)
        office.presentations.update(replace(person, stage=CandidateStage.CHOSEN))
        _enter_offer_stage(office, search, day)
    return office.change(label, "offer", number)


def salary_talk(office: Office, search: SearchId, *, on: date | None = None) -> Change:
    """Note that talking about pay with candidates is the recruiter's; agreed at any time before the verbal offer."""
    known, day = _open_search(office, search), _day(office, on)
    offers = [each for each in office.offers.of(search) if each.is_open]
    if not offers:
        _check_room(office, known)
        offers = [Offer(id=OfferId(0), search=search)]
    handed = [with_step(each, Step.SALARY_TALK, day) for each in offers]
    for each in handed:
        _keep_order(office, each)
    label = _("Salary talk handed over: {search}").format(search=known.title)
    with office.write(label):
        numbers = [_save(office, each) for each in handed]
    return office.change(label, "offer", numbers[-1])


def terms(office: Office, offer: OfferId, *, on: date | None = None) -> Change:
    """Note that the manager approved the terms."""
    return _record(office, offer, Step.TERMS, on)


def verbal(office: Office, offer: OfferId, *, on: date | None = None) -> Change:
    """Note the verbal offer; it comes before the written one, always."""
    return _record(office, offer, Step.VERBAL, on)


def answer(
    office: Office, offer: OfferId, *, answer: VerbalAnswer, on: date | None = None, reason: str = "",
    what_changes: str = "",
) -> Change:  # fmt: skip
    """Note what the candidate said to the verbal offer; a no needs its reason."""
    if answer is VerbalAnswer.NO:
        return decline(office, offer, reason=reason, what_changes=what_changes, on=on)
    return _record(office, offer, Step.YES, on)


def written(office: Office, offer: OfferId, *, on: date | None = None, expires_on: date | None = None) -> Change:
    """Note that the written offer was sent, and until when it stands."""
    return _record(office, offer, Step.WRITTEN, on, expires_on=expires_on)


def sign(office: Office, offer: OfferId, *, start_on: date, on: date | None = None) -> Change:
    """Note the signature and the day they start; closing the search stays a step of its own."""
    return _record(office, offer, Step.SIGNED, on, start_on=start_on)


def decline(
    office: Office, offer: OfferId, *, reason: str, what_changes: str = "", on: date | None = None
) -> Change:  # fmt: skip
    """Note that the candidate said no to an offer, why, and what changes for the next one.

    Said again of a declined offer, it corrects what is known of it.
    """
    if not reason.strip():
        raise InputError("reason", _("A no needs its reason: what would have made it a yes?"))
    known = office.offers.get(offer)
    day = _day(office, on) if on or known.declined_on is None else known.declined_on
    declined = checked(
        replace(known, declined_on=day, declined_reason=reason, what_changes=what_changes.strip() or None)
    )
    _check_decline(declined, day)
    if known.day_of(Step.YES) is None and known.written_offer_on is None:
        declined = replace(declined, verbal_answer=VerbalAnswer.NO, verbal_answer_on=day)
    label = _("Declined: {candidate}").format(candidate=known.candidate)
    with office.write(label):
        office.offers.update(declined)
        _put(office, known, CandidateStage.OUT)
    return office.change(label, "offer", offer)


def record_anyway(
    office: Office, offer: OfferId, *, step: Step, reason: str, on: date | None = None, start_on: date | None = None,
    expires_on: date | None = None,
) -> Change:  # fmt: skip
    """Record a step out of its turn; why stays beside it and in sight."""
    why = checked(
        OfferOverride(id=OfferOverrideId(0), offer=offer, step=step, reason=reason, on_day=office.today()), "reason"
    )
    beside = {Step.WRITTEN: {"expires_on": expires_on}, Step.SIGNED: {"start_on": start_on}}.get(step, {})
    changed = _stepped(office, offer, step, on, **beside)
    if all(each.step is not step for each in broken_links(changed)):
        raise InputError("step", _("It is the turn of this step: record it without a reason."))
    _keep_order(office, changed, besides=step)
    label = _("Recorded anyway: {what}").format(what=_label(changed, step))
    with office.write(label):
        office.offers.update(changed)
        office.offer_overrides.insert(why)
    return office.change(label, "offer", offer)


def take_back(office: Office, offer: OfferId, *, step: Step | None = None) -> Change:
    """Open a step again, the latest one unless another that nothing stands on is named."""
    known = office.offers.get(offer)
    if known.declined_on is not None:
        return _take_back_decline(office, known)
    step = step or last_step(known)
    if step is None or known.day_of(step) is None:
        raise InputError("step", _("This step is not recorded, so it cannot be taken back."))
    opened = without_step(known, step)
    if not is_free(known, step, _overridden(office, known)):
        raise InputError("step", _("A later step stands on this one. Take that one back first."))
    label = _("Taken back: {what}").format(what=_label(known, step))
    with office.write(label):
        for each in office.offer_overrides.of(offer):
            if each.step == step:
                office.offer_overrides.delete(each.id)
        if last_step(opened) is None:
            office.offers.delete(offer)
        else:
            office.offers.update(opened)
        if step is Step.CHOSEN:
            _put(office, known, CandidateStage.FINALIST)
            _leave_offer_stage(office, known)
    return office.change(label, "offer", offer)


def delete(office: Office, offer: OfferId) -> Change:
    """Remove an offer with everything recorded of it."""
    known = office.offers.get(offer)
    label = _("Offer deleted")
    with office.write(label):
        office.offers.delete(offer)
        if known.is_live:
            _put(office, known, CandidateStage.FINALIST)
            _leave_offer_stage(office, known)
    return office.change(label, "offer", offer)


def has_room(office: Office, search: Search) -> bool:
    """Whether somebody more can be chosen."""
    return sum(each.is_live for each in office.offers.of(search.id)) < search.headcount


def _record(office: Office, offer: OfferId, step: Step, on: date | None, **beside: date | None) -> Change:
    changed = _stepped(office, offer, step, on, **beside)
    _keep_order(office, changed)
    label = _label(changed, step)
    with office.write(label):
        office.offers.update(changed)
    return office.change(label, "offer", offer)


def _stepped(office: Office, offer: OfferId, step: Step, on: date | None, **beside: date | None) -> Offer:
    """The offer with a step on its day; raises `InputError` for what no reason can excuse."""
    known = office.offers.get(offer)
    if known.declined_on is not None:
        raise InputError("offer", _("This offer was declined. Take that back, or make another one."))
    if known.candidate is None and step is not Step.SALARY_TALK:
        raise InputError("offer", _("Nobody is chosen yet, and an offer goes to somebody."))
    day = _day(office, on)
    changed = with_step(known, step, day, **beside)
    if step is Step.WRITTEN and changed.expires_on is not None and changed.expires_on < day:
        raise InputError("expires_on", _("An offer cannot expire before the day it was sent."))
    if step is Step.SIGNED:
        _check_start(changed.start_on, day)
    return changed


def _check_start(start: date | None, signed: date) -> None:
    if start is None:
        raise InputError("start_on", _("Say on which day they start."))
    if start < signed:
        raise InputError("start_on", _("They cannot start before the day they signed."))


def _check_decline(offer: Offer, day: date) -> None:
    """Only what was offered can be declined, on its day or later, and not once it is signed."""
    if offer.signed_on is not None:
        raise InputError("offer", _("This offer is signed. Take the signature back first."))
    offered = [on for step in (Step.VERBAL, Step.YES, Step.WRITTEN) if (on := offer.day_of(step)) is not None]
    if not offered:
        raise InputError("offer", _("Nothing was offered yet. Take the choice back instead."))
    if day < max(offered):
        raise InputError("on", _("An offer cannot be declined before the day of its last step."))


def _keep_order(office: Office, offer: Offer, *, besides: Step | None = None) -> None:
    """Raise `InputError` for the first step that is not in its order and was not recorded anyway."""
    excused = {*_overridden(office, offer), *([besides] if besides else [])}
    for link in broken_links(offer, excused):
        raise InputError("on" if offer.day_of(link.before) else "step", said_of(offer, link))


def _overridden(office: Office, offer: Offer) -> set[str]:
    return {each.step for each in office.offer_overrides.of(offer.id)} if offer.id else set()


def _offer_to(office: Office, search: Search, person: Presentation) -> Offer:
    """The offer of this person, the one that still waits for a choice, or a new one where there is room."""
    offers = office.offers.of(search.id)
    for each in offers:
        if each.is_live and each.presentation == person.id:
            return each
    _check_room(office, search)
    waiting = next((each for each in offers if each.is_open and each.candidate is None), None)
    handed = next((each.salary_talk_on for each in reversed(offers) if each.salary_talk_on), None)
    return waiting or Offer(id=OfferId(0), search=search.id, salary_talk_on=handed)


def _check_room(office: Office, search: Search) -> None:
    if not has_room(office, search):
        names = ", ".join(each.candidate or "" for each in office.offers.of(search.id) if each.is_live)
        sentence = _("As many are chosen as this search is for: {names}. Take one back, or note that it was declined.")
        raise InputError("presentation", sentence.format(names=names))


def _open_search(office: Office, search: SearchId) -> Search:
    known = office.searches.get(search)
    if known.stage is Stage.CLOSED:
        raise InputError("search", _("This search is closed. Move it back to a stage first."))
    return known


def _day(office: Office, on: date | None) -> date:
    today = office.today()
    if on is not None and on > today:
        raise InputError("on", _("That day has not come yet. A step is recorded on the day it was done."))
    return on or today


def _save(office: Office, offer: Offer) -> int:
    """Write it, a new one too; its number."""
    if not offer.id:
        return office.offers.insert(offer)
    office.offers.update(offer)
    return offer.id


def _put(office: Office, offer: Offer, stage: CandidateStage) -> None:
    """Move the candidate of an offer, while they are still among those presented."""
    person = office.presentations.find(offer.presentation or 0)
    if person is not None:
        office.presentations.update(replace(person, stage=stage))


def _enter_offer_stage(office: Office, search: Search, day: date) -> None:
    """On the day of the choice, or of the stage before where that was entered later."""
    if search.stage is not Stage.OFFER:
        day = max(day, *(each.on_day for each in office.stage_changes.of(search.id)), search.opened_on)
        office.searches.update(replace(search, stage=Stage.OFFER))
        office.stage_changes.insert(StageChange(id=0, search=search.id, stage=Stage.OFFER, on_day=day))


def _leave_offer_stage(office: Office, offer: Offer) -> None:
    """Back to the stage before, when this was the only choice; a stage that was set since stays."""
    search = office.searches.get(offer.search)
    way = office.stage_changes.of(search.id)
    others = any(each.is_live and each.id != offer.id for each in office.offers.of(search.id))
    if search.stage is Stage.OFFER and not others and len(way) > 1 and way[-1].stage is Stage.OFFER:
        office.stage_changes.delete(way[-1].id)
        office.searches.update(replace(search, stage=way[-2].stage))


def _take_back_decline(office: Office, known: Offer) -> Change:
    _check_room(office, office.searches.get(known.search))
    label = _("Open again: offer to {candidate}").format(candidate=known.candidate)
    with office.write(label):
        office.offers.update(without_decline(known))
        _put(office, known, CandidateStage.CHOSEN)
    return office.change(label, "offer", known.id)


def _label(offer: Offer, step: Step) -> str:
    """What was done, as Undo names it."""
    return {
        Step.CHOSEN: _("Chosen: {candidate}"), Step.SALARY_TALK: _("Salary talk handed over"),
        Step.TERMS: _("Terms approved for {candidate}"), Step.VERBAL: _("Verbal offer to {candidate}"),
        Step.YES: _("Verbal yes of {candidate}"), Step.WRITTEN: _("Written offer to {candidate}"),
        Step.SIGNED: _("Signed by {candidate}"),
    }[step].format(candidate=offer.candidate)  # fmt: skip
