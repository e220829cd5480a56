"""Drives Anki's own window for the tests: a display of its own (Xvfb), real keys and clicks (xdotool), and a look after each.

Reads one JSON object from standard input: {"folder": path, "package": path, "night": bool, "steps": [...]}. The package
is imported into a new collection in the folder, and its deck is studied. A step is {"keys": names as xdotool has them},
{"click": a selector in the card, "twice": bool} or {"preview": true}, which shows the card in the browser's preview. Prints a
JSON list with what is seen after each step; a picture of the screen is put into the folder, "01.png" for the first.
"""

import json
import os
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path

job = json.load(sys.stdin)
folder = Path(job["folder"])
# Without auto-repeat, or a key pressed on a busy machine counts twice.
screen = subprocess.Popen(
    ["Xvfb", "-displayfd", "1", "-r", "-screen", "0", "900x800x24", "-nolisten", "tcp"],
    stdout=subprocess.PIPE,
    stderr=subprocess.DEVNULL,
    text=True,
)
os.environ.update(
    DISPLAY=":" + screen.stdout.readline().strip(),
    QT_QPA_PLATFORM="xcb",
    QTWEBENGINE_CHROMIUM_FLAGS="--no-sandbox --disable-gpu",
    QTWEBENGINE_DISABLE_SANDBOX="1",
)

import aqt  # noqa: E402
from anki.collection import Collection, ImportAnkiPackageRequest  # noqa: E402
from aqt import gui_hooks  # noqa: E402
from aqt.profiles import ProfileManager  # noqa: E402
from aqt.theme import Theme  # noqa: E402

profile = "User 1"
# Long enough for Anki to open a window, were a key to reach it.
rest = 0.4

seen_in_card = """(() => {
  const texts = (selector) => Array.from(document.querySelectorAll(selector), (each) => each.textContent.trim());
  return JSON.stringify({
    question: texts('.question').join(),
    options: texts('.front .options > li .text, .front .pool > li'),
    chosen: texts('.chosen'),
    turns: Array.from(document.querySelectorAll('.front [data-turn]'), (each) => each.dataset.turn).join(),
    back: Boolean(document.querySelector('.back')),
    focus: document.activeElement.tagName,
  });
})()"""


def prepare():
    """A collection with the package, and a profile that asks nothing at its start."""
    manager = ProfileManager(folder)
    manager.setupMeta()
    manager.meta.update(firstRun=False, defaultLang="en_US", updates=False, suppressUpdate=True)
    manager.set_theme(Theme.DARK if job.get("night") else Theme.LIGHT)
    manager.create(profile)
    manager.load(profile)
    manager.save()
    (folder / profile).mkdir(exist_ok=True)
    col = Collection(str(folder / profile / "collection.anki2"))
    col.import_anki_package(ImportAnkiPackageRequest(package_path=job["package"]))
    col.close()


def on_main(call):
    """What `call` gives in the main thread, where all of Qt lives; `call` hands its result to the function it is given."""
    done = threading.Event()
    result = []

    def finish(value=None):
        result.append(value)
        done.set()

    aqt.mw.taskman.run_on_main(lambda: call(finish))
    if not done.wait(20):
        raise TimeoutError("Anki does not answer")
    return result[0]


def look():
    mw = aqt.mw

    def windows(finish):
        names = {type(each).__name__ for each in mw.app.topLevelWidgets() if each.isVisible()}
        # The second is a message such as "1 card buried."
        finish(sorted(names - {type(mw).__name__, "CustomLabel"}))

    def reviews(finish):
        card = mw.reviewer.card
        note = card and card.note()
        finish(
            {
                "state": mw.state,
                "side": mw.reviewer.state,
                "grades": mw.col.db.list("select ease from revlog order by id"),
                "flag": card.user_flag() if card else 0,
                "marked": bool(note and note.has_tag("marked")),
            }
        )

    def page(finish):
        mw.web.evalWithCallback(seen_in_card, lambda text: finish(json.loads(text)))

    return {"windows": on_main(windows), **on_main(reviews), **on_main(page)}


def xdotool(*words):
    subprocess.run(["xdotool", *words], check=True)


def click(selector, twice):
    def place(finish):
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        script = f"(() => {{ const box = {box}; return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
        zoom = aqt.mw.web.zoomFactor()

        def whole(point):
            corner = aqt.mw.web.mapToGlobal(aqt.mw.web.rect().topLeft())
            finish([int(corner.x() + point[0] * zoom), int(corner.y() + point[1] * zoom)])

        aqt.mw.web.evalWithCallback(script, whole)

    x, y = on_main(place)
    again = ["--repeat", "2", "--delay", "60"] if twice else []
    xdotool("mousemove", str(x), str(y), "click", *again, "1")


def preview():
    """What is in the browser's preview of the first card, and whether there is a box that would take its keys."""

    def open_browser(finish):
        card = min(aqt.mw.col.find_cards(""))
        browser = aqt.dialogs.open("Browser", aqt.mw, search=(f"cid:{card}",))
        browser.table.select_single_card(card)
        finish(browser)

    def open_preview(finish):
        browser.onTogglePreview()
        finish()

    def read(finish):
        script = "JSON.stringify([document.querySelectorAll('.tappable').length, document.querySelectorAll('input').length])"
        browser._previewer._web.evalWithCallback(script, lambda text: finish(json.loads(text)))

    browser = on_main(open_browser)
    time.sleep(1)
    on_main(open_preview)
    time.sleep(1.5)
    options, boxes = on_main(read)
    return {"options": options, "boxes": boxes}


def take(name):
    def grab(finish):
        aqt.mw.screen().grabWindow(0).save(str(folder / f"{name}.png"))
        finish()

    on_main(grab)


def press(key):
    """Holds Ctrl, Shift and the like as long as a hand does before the key itself."""
    *held, last = key.split("+")
    for each in held:
        xdotool("keydown", each)
        time.sleep(0.25)
    xdotool("key", last)
    for each in reversed(held):
        xdotool("keyup", each)


def settled():
    """A look after Anki has come to rest."""
    time.sleep(rest)
    before = None
    while before != (now := look()):
        before = now
        time.sleep(0.1)
    return now


def run_step(step):
    for key in step.get("keys", []):
        press(key)
        time.sleep(0.06)
    if "click" in step:
        click(step["click"], step.get("twice", False))
    return preview() if "preview" in step else settled()


def run_steps():
    status = 1
    try:
        while not settled()["question"]:
            pass
        results = []
        for at, step in enumerate(job["steps"], 1):
            results.append(run_step(step))
            take(f"{at:02}")
        print(json.dumps(results), file=answer, flush=True)
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        screen.terminate()
        # Anki would back up and sync before it closes.
        os._exit(status)


def study():
    mw = aqt.mw
    deck = next(d for d in mw.col.decks.all_names_and_ids() if d.name != "Default")
    mw.col.decks.select(deck.id)
    mw.resize(880, 780)
    mw.move(0, 0)
    mw.moveToState("review")
    mw.activateWindow()
    threading.Thread(target=run_steps, daemon=True).start()


# Anki prints to standard output as well.
answer = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
try:
    prepare()
    gui_hooks.main_window_did_init.append(study)
    sys.argv = ["anki", "-b", str(folder), "-p", profile]
    aqt.run()
finally:
    screen.terminate()
