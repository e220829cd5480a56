"""Learners who live through years in the real Anki, each in a collection of its own.

Reads {"clock": path, "learners": [{"collection": path, "seed": n, "steps": [{"at": seconds, "do": …}, …]}, …]} from
standard input and prints each learner's steps with their results. libfaketime reads the time from the file "clock" at
every call, so that the time stands still until this writes it anew. Cards are named by their note's guid and ordinal.
"""

import json
import random
import sys
import time
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

GRADES = ([1] * 3) + ([2] * 3) + ([3] * 11) + ([4] * 3)

SCHEDULES = (
    "select n.guid, c.ord, c.id, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.left, c.flags, "
    "c.data, (select count() from revlog r where r.cid = c.id) from cards c join notes n on n.id = c.nid"
)


class Learner:
    def __init__(self, clock, collection, seed):
        self.clock = Path(clock)
        self.random = random.Random(seed)
        self.collection = collection
        self.now = 0
        self.col = None

    def set_time(self, seconds):
        self.now = max(self.now + 1, seconds)
        # As a whole, for libfaketime reads it at any moment.
        fresh = self.clock.with_suffix(".new")
        fresh.write_text(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(self.now)))
        fresh.replace(self.clock)

    def live(self, steps):
        self.set_time(steps[0]["at"])
        self.col = Collection(self.collection)
        if int(time.time()) != self.now:
            raise SystemExit("the clock is not ours: %s, not %s" % (int(time.time()), self.now))
        try:
            return [self.step(step) for step in steps]
        finally:
            self.col.close()

    def step(self, step):
        self.set_time(step["at"])
        return getattr(self, step["do"])(step)

    def study(self, step):
        answered = []
        for deck in sorted(self.col.decks.all_names_and_ids(), key=lambda each: each.name):
            if "::" not in deck.name:
                self.col.decks.select(deck.id)
                answered += self.answer(step["cards"])
        return answered

    def answer(self, count):
        answered = []
        for _ in range(count):
            queued = self.col.sched.get_queued_cards().cards
            if not queued:
                break
            card = self.col.get_card(queued[0].card.id)
            card.start_timer()
            self.set_time(self.now + self.random.randrange(2, 20))
            rating = self.random.choice(GRADES) - 1
            answer = self.col.sched.build_answer(card=card, states=queued[0].states, rating=rating)
            self.col.sched.answer_card(answer)
            answered.append([card.note().guid, card.ord])
        return answered

    def some_note(self):
        notes = self.col.db.list("select id from notes order by guid")
        return self.col.get_note(self.random.choice(notes))

    def edit(self, _step):
        note = self.some_note()
        field = self.random.choice([note.keys()[0], "Why", "Hint", "Topic"])
        note[field] += " (my own words)"
        self.col.update_note(note)
        return note.guid

    def tag(self, step):
        note = self.some_note()
        self.col.tags.bulk_add([note.id], step["tag"])
        return note.guid

    def suspend(self, _step):
        card = self.random.choice(self.col.db.list("select id from cards order by id"))
        self.col.sched.suspend_cards([card])

    def empty_cards(self, _step):
        """Tools, Empty Cards, with its box "keep notes with no valid cards" ticked, as it is."""
        cards = []
        for note in self.col.get_empty_cards().notes:
            cards += note.card_ids[1:] if note.will_delete_note else note.card_ids
        removed = []
        for card_id in cards:
            card = self.col.get_card(card_id)
            removed.append([card.note().guid, card.ord, card.reps])
        self.col.remove_cards_and_orphaned_notes(cards)
        return removed

    def import_package(self, step):
        """Imports with the options as they are; gives the schedules that are not as they were, and the notes."""
        before = {row[2]: row for row in self.col.db.all(SCHEDULES)}
        mods = dict(self.col.db.all("select guid, mod from notes"))
        request = ImportAnkiPackageRequest(package_path=step["path"], options=ImportAnkiPackageOptions())
        log = self.col.import_anki_package(request).log
        after = {row[2]: row for row in self.col.db.all(SCHEDULES)}
        notes = self.col.db.all("select guid, mod, flds, tags from notes")
        problems, fine = self.col.fix_integrity()
        return {
            "conflicting": len(log.conflicting),
            "broken": [row for card, row in before.items() if after.get(card) != row],
            "mods": mods,
            "notes": [[guid, mod, fields, " ".join(tags.split())] for guid, mod, fields, tags in notes],
            "arrived": len(self.empty() - before.keys()),
            "integrity": "" if fine else problems,
            "missing": list(self.col.media.check().missing),
        }

    def empty(self):
        return {card for note in self.col.get_empty_cards().notes for card in note.card_ids}


def main():
    job = json.load(sys.stdin)
    results = []
    for learner in job["learners"]:
        life = Learner(job["clock"], learner["collection"], learner["seed"])
        results.append(life.live(learner["steps"]))
    json.dump(results, sys.stdout)


main()
