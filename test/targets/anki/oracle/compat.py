"""What differs between the versions of Anki that the tests drive, from 2.1.50 to the newest."""

import anki.lang
from anki import scheduler_pb2

try:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
except ImportError:
    ImportAnkiPackageRequest = None

# Before 2.1.55 the window set the language, and the importer of that time needs one.
anki.lang.set_lang("en")

GOOD = scheduler_pb2.CardAnswer.GOOD


def import_package(col, path, **options):
    """Imports as the window of that version does and counts the notes; options only where there are any."""
    if ImportAnkiPackageRequest:
        request = ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions(**options))
        return counts(col.import_anki_package(request).log)
    if hasattr(col, "import_anki_package"):
        return counts(col.import_anki_package(path).log)
    from anki.importing.apkg import AnkiPackageImporter

    importer = AnkiPackageImporter(col, path)
    importer.run()
    return {
        "new": importer.added,
        "updated": importer.updated,
        "duplicate": importer.dupes,
        "conflicting": len(importer._ignoredGuids),
    }


def counts(log):
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}


def render(col, card_id):
    """Renders a card; an error in a template raises here."""
    try:
        return col._backend.render_existing_card(card_id=card_id, browser=False, partial_render=False)
    except TypeError:
        return col._backend.render_existing_card(card_id=card_id, browser=False)


def scheduler(col):
    """The scheduler that every version has today; old ones must be asked for it."""
    if not col.v3_scheduler():
        col.set_v3_scheduler(True)
    return col.sched


def states(queued):
    """What the answers to a queued card lead to."""
    return queued.states if hasattr(queued, "states") else queued.next_states
