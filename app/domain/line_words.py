"""The words a typed line may use, in every language the quick-add bar understands.

All languages are understood at once: people who write to managers abroad mix them within one line. A word that means
something else in another of these languages is left out ("brief" is a letter in German, "do" a Thursday).
Words are compared folded: without case, accents and signs.
"""

from __future__ import annotations

import unicodedata

from app.domain.channels import Channel

_UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "æ": "ae", "œ": "oe"})


def fold(words: str) -> str:
    """The letters and digits of `words` alone, without case and accents, to compare by."""
    plain = unicodedata.normalize("NFKD", words.casefold()).translate(_UNMARKED)
    return "".join(letter for letter in plain if letter.isalnum())


def name_of(word: str) -> str:
    """`word` folded if it is a single word of letters, else nothing."""
    letters = (
        unicodedata.normalize("NFC", word)
        .replace("'", "")
        .replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
        .replace("-", "")
    )
    return fold(word) if letters.isalpha() else ""


def _table(*rows: str) -> dict[str, int]:
    """Each word of row n, folded, leads to n."""
    return {fold(word): number for number, row in enumerate(rows) for word in row.split()}


_CHANNEL_WORDS = {
    Channel.CALL: "call phone anruf telefonat appel llamada chamada rozmowa telefon chiamata telefonata telefoontje",
    Channel.VIDEO: "video videocall videoanruf visio videollamada wideo videochiamata videogesprek videochamada",
    Channel.EMAIL: "mail email e-mail courriel correo",
    Channel.MESSAGE: "msg message sms nachricht mensaje wiadomosc messaggio bericht mensagem",
    Channel.IN_PERSON: "meet meeting treffen besuch rencontre visite reunion visita spotkanie incontro bezoek reuniao",
    Channel.LETTER: "letter lettre carta lettera",
}

CHANNELS = {fold(word): channel for channel, words in _CHANNEL_WORDS.items() for word in words.split()}

BOTH = frozenset(_table("both beide les-deux ambos oboje entrambi allebei"))

AGREED = frozenset(
    _table(
        "agreed vereinbart abgemacht convenu acordado uzgodniono uzgodnione ustalono concordato afgesproken combinado"
    )
)

JOINING = frozenset(_table("to that dass que ze che dat"))

THEM = frozenset(_table("them ihnen eux ellos oni loro hen eles"))

TODAY = frozenset(_table("today heute aujourdhui hoy dzisiaj dzis oggi vandaag hoje"))

TOMORROW = frozenset(_table("tomorrow morgen demain manana jutro domani amanha"))

YESTERDAY = frozenset(_table("yesterday gestern hier ayer wczoraj ieri gisteren ontem"))

WEEKDAYS = _table(
    "mon monday mo montag lun lundi lunes lunedi pon poniedzialek maandag seg segunda",
    "tue tues tuesday di dienstag mardi martes martedi wt wtorek dinsdag terca",
    "wed wednesday mi mittwoch mer mercredi mie miercoles mercoledi sr sroda woensdag qua quarta",
    "thu thur thurs thursday donnerstag jeu jeudi jue jueves gio giovedi czw czwartek donderdag qui quinta",
    "fri friday fr freitag ven vendredi vie viernes venerdi pt piatek vrijdag sexta",
    "sat saturday sa samstag sonnabend samedi sabado sabato sob sobota zaterdag",
    "sun sunday sonntag dim dimanche dom domingo domenica nd niedziela zondag",
)

MONTHS = {
    word: number + 1
    for word, number in _table(
        "jan january januar janvier enero stycznia gennaio januari janeiro",
        "feb february februar fevrier febrero lutego febbraio februari fevereiro",
        "mar march marz mars marzo marca maart marco",
        "apr april avril abril kwietnia aprile",
        "may mai mayo maja maggio mei maio",
        "jun june juni juin junio czerwca giugno junho",
        "jul july juli juillet julio lipca luglio julho",
        "aug august aout agosto sierpnia augustus",
        "sep sept september septembre septiembre wrzesnia settembre setembro",
        "oct october oktober octobre octubre pazdziernika ottobre outubro",
        "nov november novembre noviembre listopada novembro",
        "dec december dezember decembre diciembre grudnia dicembre dezembro",
    ).items()
}
