"""Drives the real Anki backend for the tests.

Reads one JSON object from standard input, {"collection": path, "steps": [{"do": …}, …]}, and prints a JSON list with
each step's result. Cards are named by the guid of their note and their ordinal, as an import matches them.
"""

import json
import os
import sys

import compat
import deeds
from anki.collection import Collection


def import_package(col, step):
    return compat.import_package(col, step["path"], **step.get("options", {}))


def render(col, _step):
    """Renders every card to its end; an error in a template raises here."""
    cards = []
    for card_id in col.find_cards(""):
        out = compat.render(col, card_id)
        card = col.get_card(card_id)
        cards.append(
            {
                "guid": card.note().guid,
                "ord": card.ord,
                "front": "".join(node.text for node in out.question_nodes),
                "back": "".join(node.text for node in out.answer_nodes),
            }
        )
    return cards


def check(col, _step):
    media = col.media.check()
    problems, fine = col.fix_integrity()
    return {
        "empty": [note.note_id for note in col.get_empty_cards().notes],
        "missing": list(media.missing),
        "unused": list(media.unused),
        "integrity": problems,
        "fine": fine,
    }


def study(col, step):
    """Answers the first cards of the deck "good", by guid, so that they have a schedule."""
    answered = []
    deck = col.decks.id_for_name(step["deck"])
    col.decks.select(deck)
    sched = compat.scheduler(col)
    for _ in range(step["cards"]):
        queued = sched.get_queued_cards().cards
        if not queued:
            break
        card = col.get_card(queued[0].card.id)
        card.start_timer()
        answer = sched.build_answer(card=card, states=compat.states(queued[0]), rating=compat.GOOD)
        sched.answer_card(answer)
        answered.append([card.note().guid, card.ord])
    return answered


def edit(col, step):
    """A learner changes a field by hand."""
    note = note_of(col, step["guid"])
    note[step["field"]] = step["value"]
    col.update_note(note)
    return None


def note_of(col, guid):
    note_id = col.db.scalar("select id from notes where guid = ?", guid)
    return col.get_note(note_id)


def notes(col, _step):
    result = {}
    for note_id in col.find_notes(""):
        note = col.get_note(note_id)
        result[note.guid] = {"type": note.note_type()["name"], "fields": dict(note.items()), "tags": note.tags}
    return result


def cards(col, _step):
    rows = col.db.all(
        "select n.guid, c.ord, d.name, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.data from cards c "
        "join notes n on n.id = c.nid join decks d on d.id = c.did order by n.guid, c.ord"
    )
    return [[row[0], row[1], row[2].replace("\x1f", "::"), *row[3:]] for row in rows]


def resave(col, _step):
    """Has Anki write every note again; gives those whose sort field or checksum were not what Anki itself makes."""
    query = "select sfld, csum from notes where id = ?"
    wrong = []
    for note_id in col.find_notes(""):
        before = col.db.first(query, note_id)
        note = col.get_note(note_id)
        col.update_note(note)
        if col.db.first(query, note_id) != before:
            wrong.append([note.guid, before, col.db.first(query, note_id)])
    return wrong


def decks(col, _step):
    """Each deck with what the learner reads on its page and the options it has."""
    result = {}
    for deck in col.decks.all():
        options = col.decks.config_dict_for_deck_id(deck["id"])
        result[deck["name"]] = {"description": deck["desc"], "markdown": deck.get("md", False), "options": options}
    return result


def presets(col, _step):
    return {str(preset["id"]): preset for preset in col.decks.all_config()}


def change_preset(col, step):
    """A learner changes options by hand."""
    preset = col.decks.get_config(step["id"])
    preset.update(step["values"])
    col.decks.update_config(preset)
    return None


def queue(col, step):
    """The new cards of a deck in the order in which they would come today."""
    col.decks.select(col.decks.id_for_name(step["deck"]))
    queued = compat.scheduler(col).get_queued_cards(fetch_limit=1000).cards
    cards = [col.get_card(each.card.id) for each in queued]
    return [[card.note().guid, card.ord] for card in cards]


def sounds(col, _step):
    """What plays on each side of each card, as Anki takes it out of the rendered text."""
    result = []
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        sides = [card.question_av_tags(), card.answer_av_tags()]
        result.append([card.note().guid, card.ord, *[[vars(tag) for tag in side] for side in sides]])
    return result


def browser(col, _step):
    """What the browser shows of each card: the columns of the sort field, the question and the answer."""
    columns = ["noteFld", "question", "answer"]
    col._backend.set_active_browser_columns(columns)
    rows = []
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        row = col._backend.browser_row_for_id(card_id)
        rows.append([card.note().guid, card.ord, *[cell.text for cell in row.cells]])
    return rows


def fields_check(col, _step):
    """The notes that the editor opens with a warning, by guid, with what Anki has against them (0 is nothing)."""
    checked = [(note.guid, int(note.fields_check())) for note in map(col.get_note, col.find_notes(""))]
    return [each for each in checked if each[1] != 0]


def media(col, _step):
    return sorted(os.listdir(col.media.dir()))


STEPS = {
    **deeds.STEPS,
    "import": import_package,
    "render": render,
    "check": check,
    "study": study,
    "edit": edit,
    "notes": notes,
    "cards": cards,
    "resave": resave,
    "decks": decks,
    "presets": presets,
    "change-preset": change_preset,
    "queue": queue,
    "sounds": sounds,
    "browser": browser,
    "fields-check": fields_check,
    "media": media,
}


def main():
    job = json.load(sys.stdin)
    col = Collection(job["collection"])
    try:
        results = [STEPS[step["do"]](col, step) for step in job["steps"]]
    finally:
        col.close()
    json.dump(results, sys.stdout)


main()
