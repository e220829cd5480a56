"""What learners do to a deck besides studying it, each as the window of Anki does it."""

import compat
from anki import scheduler_pb2


def learn(col, step):
    """Answers the first cards of the deck "easy", so that each has an interval of days; gives guid and ordinal."""
    answered = []
    col.decks.select(col.decks.id_for_name(step["deck"]))
    sched = compat.scheduler(col)
    for _ in range(step["cards"]):
        queued = sched.get_queued_cards().cards
        if not queued:
            break
        card = col.get_card(queued[0].card.id)
        card.start_timer()
        easy = scheduler_pb2.CardAnswer.EASY
        sched.answer_card(sched.build_answer(card=card, states=compat.states(queued[0]), rating=easy))
        answered.append([card.note().guid, card.ord])
    return answered


def history(col, _step):
    """Every card with all that an update must leave alone: its id, place, schedule, flag, and the reviews of it."""
    query = (
        "select n.guid, c.ord, d.name, c.id, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.flags, "
        "c.data, (select count() from revlog r where r.cid = c.id) "
        "from cards c join notes n on n.id = c.nid join decks d on d.id = c.did order by n.guid, c.ord"
    )
    return [[row[0], row[1], row[2].replace("\x1f", "::"), *row[3:]] for row in col.db.all(query)]


def guids(col, _step):
    return col.db.list("select guid from notes order by guid")


def empty_cards(col, _step):
    """The cards that Tools, Empty Cards would remove."""
    empty = []
    for note in col.get_empty_cards().notes:
        empty += [[col.get_card(card_id).note().guid, col.get_card(card_id).ord] for card_id in note.card_ids]
    return sorted(empty)


def cards_of(col, step):
    return col.find_cards("nid:%d" % note_id(col, step["guid"]))


def note_id(col, guid):
    return col.db.scalar("select id from notes where guid = ?", guid)


def rename_deck(col, step):
    col.decks.rename(col.decks.by_name(step["deck"]), step["name"])


def move_cards(col, step):
    col.set_deck(cards_of(col, step), col.decks.id(step["deck"]))


def delete_note(col, step):
    col.remove_notes([note_id(col, step["guid"])])


def suspend(col, step):
    col.sched.suspend_cards(cards_of(col, step))


def bury(col, step):
    col.sched.bury_cards(cards_of(col, step), manual=True)


def flag(col, step):
    col.set_user_flag_for_cards(1, cards_of(col, step))


def tag(col, step):
    col.tags.bulk_add([note_id(col, step["guid"])], step["tag"])


def leech(col, step):
    """The learner forgets the note's first card for the eighth time."""
    card = col.get_card(cards_of(col, step)[0])
    card.type, card.queue, card.ivl, card.due, card.reps, card.lapses = 2, 2, 10, col.sched.today, 12, 7
    col.update_card(card)
    card.start_timer()
    states = col._backend.get_scheduling_states(card.id)
    answer = col.sched.build_answer(card=card, states=states, rating=scheduler_pb2.CardAnswer.AGAIN)
    col.sched.answer_card(answer)


def remove_empty(col, _step):
    """Tools, Empty Cards."""
    empty = [card_id for note in col.get_empty_cards().notes for card_id in note.card_ids]
    col.remove_cards_and_orphaned_notes(empty)


def own_preset(col, step):
    """Gives a deck new options of the learner's own."""
    deck = col.decks.by_name(step["deck"])
    deck["conf"] = col.decks.add_config_returning_id(step["name"])
    col.decks.save(deck)


def describe(col, step):
    deck = col.decks.by_name(step["deck"])
    deck["desc"] = step["text"]
    col.decks.save(deck)


def filtered_deck(col, step):
    col.decks.new_filtered(step["name"])


def remove_field(col, step):
    note_type = col.models.by_name(step["type"])
    (field,) = [field for field in note_type["flds"] if field["name"] == step["field"]]
    col.models.remove_field(note_type, field)
    col.models.update_dict(note_type)


def move_field(col, step):
    note_type = col.models.by_name(step["type"])
    (field,) = [field for field in note_type["flds"] if field["name"] == step["field"]]
    col.models.reposition_field(note_type, field, 1)
    col.models.update_dict(note_type)


def add_template(col, step):
    note_type = col.models.by_name(step["type"])
    template = col.models.new_template(step["name"])
    template["qfmt"], template["afmt"] = "{{Answer}}", "{{Question}}"
    col.models.add_template(note_type, template)
    col.models.update_dict(note_type)


def add_field(col, step):
    note_type = col.models.by_name(step["type"])
    col.models.add_field(note_type, col.models.new_field(step["field"]))
    col.models.update_dict(note_type)


def rename_type(col, step):
    note_type = col.models.by_name(step["type"])
    note_type["name"] = step["name"]
    col.models.update_dict(note_type)


def change_style(col, step):
    note_type = col.models.by_name(step["type"])
    note_type["css"] = step["css"]
    col.models.update_dict(note_type)


def types(col, _step):
    """The note types that notes have, by name, with their fields and their style sheet."""
    used = set(col.db.list("select mid from notes"))
    every = [each for each in col.models.all() if each["id"] in used or "Recto" in each["name"]]
    return {each["name"]: {"fields": [field["name"] for field in each["flds"]], "css": each["css"]} for each in every}


STEPS = {
    "learn": learn,
    "history": history,
    "guids": guids,
    "empty-cards": empty_cards,
    "rename-deck": rename_deck,
    "move-cards": move_cards,
    "delete-note": delete_note,
    "suspend": suspend,
    "bury": bury,
    "flag": flag,
    "tag": tag,
    "leech": leech,
    "remove-empty": remove_empty,
    "own-preset": own_preset,
    "describe": describe,
    "filtered-deck": filtered_deck,
    "remove-field": remove_field,
    "move-field": move_field,
    "add-template": add_template,
    "add-field": add_field,
    "rename-type": rename_type,
    "change-style": change_style,
    "types": types,
}
