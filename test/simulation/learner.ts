import type { Published, Release } from './release.ts';

/** What must never be. */
export interface Violation {
  readonly what:
    | 'moved'
    | 'lost'
    | 'doubled'
    | 'stale'
    | 'conflict'
    | 'schedule'
    | 'back in time'
    | 'not as the package'
    | 'database'
    | 'media'
    | 'stuck'
    | 'failed';
  /** Where it came to light. */
  readonly release: string;
  readonly about: string;
  readonly kind: string;
  /** What the author had done to the question. */
  readonly deeds: string;
}

/** A note as a learner has it. */
interface Held {
  /** Seconds; Anki's time of change. */
  readonly mod: number;
  readonly content: Published;
  /** True if the learner has changed it since it last came from a package. */
  readonly touched: boolean;
}

/** A card by its note's guid and its number, from 1. */
export const cardName = (guid: string, number: number): string => `${guid} ${number}`;

/** What a learner has, by the rules of Anki's import, and which parts were learnt on which card. */
export class Learner {
  readonly notes = new Map<string, Held>();
  /** By card the parts that it asked for when it was learnt. */
  readonly learnt = new Map<string, readonly string[]>();
  readonly #said = new Set<string>();
  readonly #trueSelf: (self: string) => string;

  /** @param trueSelf of a part that two branches made, the one that it is known as */
  constructor(trueSelf: (self: string) => string = (self) => self) {
    this.#trueSelf = trueSelf;
  }

  /**
   * Imports a package; gives what went wrong with what was learnt.
   * @param fork for a package of another branch than the last, what both began from: of a number that both have given out
   * since then no build could know
   */
  import(release: Release, fork?: Release): Violation[] {
    for (const card of release.said) this.#said.add(card);
    const before = new Map(this.notes);
    for (const [guid, content] of release.notes) {
      const held = this.notes.get(guid);
      // Anki updates a note only if the package's time of change is greater (rslib, package/import/notes.rs).
      if (!held || content.changed > held.mod)
        this.notes.set(guid, { mod: content.changed, content, touched: false });
    }
    return this.#misplaced(release, before, fork);
  }

  /** A note has this time of change now: if it is another than it was, the learner has changed it. */
  touch(guid: string, mod: number): void {
    const held = this.notes.get(guid);
    if (held && held.mod !== mod) this.notes.set(guid, { ...held, mod, touched: true });
  }

  /** The learner answers a card for the first time. */
  learn(guid: string, number: number): void {
    const asks = this.notes.get(guid)?.content.asks?.get(number);
    const card = cardName(guid, number);
    if (asks && !this.learnt.has(card)) this.learnt.set(card, asks);
  }

  /** Learns every card that asks for something. */
  learnAll(): void {
    for (const [guid, { content }] of this.notes)
      for (const number of content.cards) this.learn(guid, number);
  }

  #misplaced({ name }: Release, before: ReadonlyMap<string, Held>, fork: Release | undefined): Violation[] {
    return [...this.learnt].flatMap(([card, selves]): Violation[] => {
      const learnt = selves.map(this.#trueSelf);
      const isLearnt = (self: string) => learnt.includes(this.#trueSelf(self));
      const [guid = '', number = ''] = card.split(' ');
      const content = this.notes.get(guid)?.content;
      // What a question left behind asks what the question asks now, and says so.
      if (!content?.asks) return [];
      const now = content.asks.get(Number(number)) ?? [];
      if (now.some(isLearnt)) return [];
      const elsewhere = [...content.asks].filter(([, selves]) => selves.some(isLearnt));
      if (now.length === 0 && elsewhere.length === 0) return [];
      // It is told once, not with every import from now on.
      if (now.length > 0) this.learnt.set(card, now);
      else this.learnt.delete(card);
      const isCrossed = fork && !fork.notes.get(guid)?.asks?.has(Number(number));
      if (this.#said.has(card) || isCrossed) return [];
      const about =
        now.length > 0
          ? `${content.id}: card ${number}, learnt as ${learnt}, asks for ${now}`
          : `${content.id}: card ${number}, learnt as ${learnt}, is empty; its part has card ${elsewhere[0]?.[0]}`;
      return [
        {
          what: now.length > 0 ? 'moved' : 'lost',
          release: name,
          about: `${about}; it was ${before.get(guid)?.content.reads}, and is ${content.reads}`,
          kind: content.kind,
          deeds: content.deeds,
        },
      ];
    });
  }
}

/** What must hold of the releases themselves, those of several branches among them; one use a history. */
export class Census {
  readonly #guids = new Map<string, string>();
  readonly #notes = new Map<string, string>();

  /** Compares a release with the locks that it was built from, and with all releases before it. */
  add(release: Release, ...parents: readonly Release[]): Violation[] {
    const found: Violation[] = [];
    const add = (what: Violation['what'], about: string, kind = '', deeds = '') =>
      found.push({ what, release: release.name, about, kind, deeds });
    const entries = Object.entries(release.lock.notes);
    const guids = new Map<string, string>();
    for (const [id, { guid }] of entries) {
      if (guids.has(guid)) add('doubled', `${id} and ${guids.get(guid)} have one guid in the lock`);
      guids.set(guid, id);
    }
    if (new Set(entries.map(([, { created }]) => created)).size < entries.length)
      add('doubled', 'two notes have one id');
    for (const [guid, { question, type, id, changed, kind, deeds }] of release.notes) {
      const note = `${question} ${type}`;
      if ((this.#guids.get(guid) ?? note) !== note)
        add('doubled', `${id} has the guid of ${this.#guids.get(guid)}`, kind, deeds);
      if ((this.#notes.get(note) ?? guid) !== guid) add('doubled', `${id} has a second note`, kind, deeds);
      this.#guids.set(guid, note);
      this.#notes.set(note, guid);
      for (const parent of parents) {
        const before = parent.notes.get(guid);
        if (before && changed < before.changed)
          add('back in time', `${id} changed earlier than in ${parent.name}`, kind, deeds);
        if (before && changed === before.changed && !isSame(before, release.notes.get(guid)))
          add('stale', `${id} has changed, and its time has not`, kind, deeds);
      }
    }
    return found;
  }
}

export const isSame = (one: Published, other: Published | undefined): boolean =>
  one.fields === other?.fields && one.tags === other.tags;
