import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyLock, formatLock, parseLock } from '../../../../src/identity/lock.ts';
import { lockFromPackages } from '../../../../src/targets/anki/published.ts';
import { readPackage } from '../../../../src/targets/anki/read-package.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { recto, removeWorkplaces, workplace } from '../../../cli/terminal.ts';
import { merged } from '../../../identity/merge.ts';
import { buildDeck } from '../build-deck.ts';
import { Learner, type Step } from './anki.ts';
import { mediaOf, withNewLook } from './new-look.ts';
import { cardsOf, Story, scenario, studied } from './scenario.ts';

const questions = `
  - {id: capital, ask: What is the capital of France?, answer: Paris}
  - {id: gap, cloze: "{{Paris}} lies on the {{Seine}}."}
  - {id: river, ask: Which river runs through it?, answer: The Seine}
  - {id: word, term: arrondissement, means: a district of the city}
`;

describe('what a new release of Recto Verso brings', () => {
  scenario('A template is changed', async () => {
    const story = new Story();
    const { apkg } = await story.begin(questions);
    const { log } = story.import(await withNewLook(apkg, '.card { color: teal }'));
    expect(log).toEqual({ new: 0, updated: 0, duplicate: 4, conflicting: 0 });
    const [types, cards] = story.learner.run({ do: 'types' }, { do: 'render' }) as [
      Record<string, { css: string }>,
      { front: string }[],
    ];
    for (const { css } of Object.values(types)) expect(css).toBe('.card { color: teal }');
    for (const { front } of cards) expect(front).toContain('New look');
  });
});

describe('pictures and sounds', () => {
  scenario('A picture is replaced under the same name', async () => {
    const story = new Story();
    const picture = questions.replace('answer: Paris', 'answer: Paris, image: {file: map.png, alt: A map}');
    await story.begin(picture);
    const [old] = mediaOf(story.deck?.apkg ?? new Uint8Array());
    story.media = () => new Uint8Array([2]);
    const { log, notes } = await story.update(picture);
    expect(log).toEqual({ new: 0, updated: 1, duplicate: 3, conflicting: 0 });
    const [now] = mediaOf(story.deck?.apkg ?? new Uint8Array());
    expect(now).not.toBe(old);
    expect(notes[story.guid('capital')]?.fields.Image).toContain(now);
    const [found] = story.learner.run({ do: 'check' });
    expect(found).toMatchObject({ missing: [], unused: [old] });
  });
});

describe('several authors', () => {
  scenario('Two branches are merged', async () => {
    const story = new Story();
    const base = await story.begin(questions, 5);
    const ours = questions.replace('answer: Paris', 'answer: "Paris, on the Seine"');
    const theirs = questions.replace('lies on', 'stands on').replace('{{Paris}}', '{{Old}} {{Paris}}');
    const one = await story.build(goodBank(`${ours}  - {id: more, ask: And of Italy?, answer: Rome}\n`));
    const other = await story.build(
      goodBank(`${theirs}  - {id: next, ask: And of Spain?, answer: Madrid}\n`),
      base.lock,
    );
    const { text } = merged(formatLock(base.lock), formatLock(one.lock), formatLock(other.lock));
    const both = theirs.replace('answer: Paris', 'answer: "Paris, on the Seine"');
    const all = `${both}  - {id: more, ask: And of Italy?, answer: Rome}\n  - {id: next, ask: And of Spain?, answer: Madrid}\n`;
    const deck = await story.build(goodBank(all), parseLock(text, 'a-bank'));
    expect(deck.changes).toMatchObject({ added: [], changed: [], unchanged: 6 });
    const old = deck.lock.notes.gap?.parts?.find(({ text }) => text === 'Old')?.number;
    const { log, notes } = story.import(deck.apkg);
    expect(log).toEqual({ new: 2, updated: 2, duplicate: 2, conflicting: 0 });
    expect(notes[story.guid('gap')]?.fields.Text).toBe(
      `{{c${old}::Old}} {{c1::Paris}} stands on the {{c2::Seine}}.`,
    );
  });

  scenario('Two banks have the same ids, topics and media names', async () => {
    const story = new Story();
    const picture = questions.replace('answer: Paris', 'answer: Paris, image: {file: map.png, alt: A map}');
    await story.begin(picture, 3, { 'deck.yaml': 'deck: A deck\nid: a-bank\nsubdecks: topic\n' });
    const german = picture.replace('France', 'Germany').replace('answer: Paris', 'answer: Berlin');
    const second = goodBank(german, { 'deck.yaml': 'deck: B deck\nid: b-bank\nsubdecks: topic\n' }, [
      'map.png',
    ]);
    const deck = await buildDeck(second, emptyLock('b-bank'), Date.now() - 60_000, () => new Uint8Array([2]));
    const { log, notes, after } = story.import(deck.apkg);
    expect(log).toEqual({ new: 4, updated: 0, duplicate: 0, conflicting: 0 });
    const [one, other] = [notes[story.guid('capital')], notes[deck.lock.notes.capital?.guid ?? '']];
    expect([one?.fields.Answer, other?.fields.Answer]).toEqual(['Paris', 'Berlin']);
    expect(one?.fields.Image).not.toBe(other?.fields.Image);
    expect([one?.tags, other?.tags]).toEqual([['a-bank::topic::a-topic'], ['b-bank::topic::a-topic']]);
    expect([...new Set(after.map(([, , name]) => name))].sort()).toEqual([
      'A deck::A topic',
      'B deck::A topic',
    ]);
    const files: Step = { do: 'media' };
    expect(story.learner.run(files)[0]).toEqual(
      [...mediaOf(deck.apkg), ...mediaOf(story.deck?.apkg ?? new Uint8Array())].sort(),
    );
  });
});

describe('the lock file', () => {
  scenario('Two branches add parts to one question', async () => {
    const story = new Story();
    const list = (...items: string[]) => `  - {id: list, list: Name them., items: [${items.join(', ')}]}\n`;
    const base = await story.begin(list('Ulm', 'Rom'), 3);
    const other = await story.build(goodBank(list('Ulm', 'Rom', 'Bern')), base.lock);
    const one = await story.build(goodBank(list('Oslo', 'Ulm', 'Rom')), base.lock);
    story.import(one.apkg);
    story.do({ do: 'learn', deck: 'A deck', cards: 1 });
    const union = '*.lock.json merge=union\n';
    const { text, conflict } = merged(
      formatLock(base.lock),
      formatLock(one.lock),
      formatLock(other.lock),
      union,
    );
    expect(conflict).toBe(false);
    const all = goodBank(list('Oslo', 'Ulm', 'Rom', 'Bern'));
    const deck = await story.build(all, parseLock(text, 'a-bank'));
    expect(deck.changes).toMatchObject({ risks: [], emptied: [] });
    const { after, empty, notes } = story.import(deck.apkg);
    const numbers = new Map(deck.lock.notes.list?.parts?.map(({ text, number }) => [text, number]));
    const guid = story.guid('list');
    expect(studied(after, guid)).toEqual([0, 1, 2, (numbers.get('Oslo') ?? 0) - 1]);
    expect(cardsOf(after, guid)).toContain((numbers.get('Bern') ?? 0) - 1);
    expect(notes[guid]?.fields.Text).toContain(`{{c${numbers.get('Oslo')}::Oslo}}`);
    expect(empty).toEqual([]);

    // The same, had both drawn one number.
    const number = numbers.get('Oslo') ?? 0;
    const lineWithout = (text: string): string => {
      const { list } = deck.lock.notes;
      const parts = list?.parts?.filter((part) => part.text !== text);
      const clashing = parts?.map((part) => (part.text === 'Bern' ? { ...part, number } : part));
      const whole = formatLock({ bank: 'a-bank', notes: list ? { list: { ...list, parts: clashing } } : {} });
      return /^"list".*$/m.exec(whole)?.[0] ?? '';
    };
    const twins = formatLock(deck.lock).replace(
      /^"list".*$/m,
      () => `${lineWithout('Bern')}\n\n${lineWithout('Oslo')}`,
    );
    const stopped = await story.build(all, parseLock(twins, 'a-bank'));
    expect(stopped.changes.risks).toMatchObject([{ what: 'clash', number }]);
    const settled = await story.build(all, parseLock(twins, 'a-bank'), {
      published: [`list:${number}=Oslo`],
    });
    expect(settled.changes.risks).toEqual([]);
    expect(settled.lock.notes.list?.parts?.find(({ text }) => text === 'Oslo')?.number).toBe(number);
  });

  scenario('A bank that was one file becomes a folder', async () => {
    const cwd = workplace({
      'bank.yaml':
        'deck: A deck\nid: a-bank\ntopics:\n  - topic: T\n    questions: [{id: q, list: L, items: [Ulm, Rom]}]\n',
    });
    const build = async (bank: string) => {
      expect((await recto(cwd, 'build', bank, '--only', 'anki')).code).toBe(0);
      return readFileSync(join(cwd, 'output/a-bank/a-bank.apkg'));
    };
    const learner = new Learner();
    learner.import(await build('bank.yaml'));
    learner.run({ do: 'learn', deck: 'A deck', cards: 3 });
    const before = learner.cards();
    mkdirSync(join(cwd, 'bank'));
    writeFileSync(join(cwd, 'bank/deck.yaml'), 'deck: A deck\nid: a-bank\n');
    writeFileSync(join(cwd, 'bank/01.yaml'), 'topic: T\nquestions: [{id: q, list: L, items: [Ulm, Rom]}]\n');
    rmSync(join(cwd, 'bank.yaml'));
    expect(learner.import(await build('bank'))).toEqual({ new: 0, updated: 0, duplicate: 1, conflicting: 0 });
    expect(learner.cards()).toEqual(before);
    removeWorkplaces();
  });

  scenario('The lock file is lost', async () => {
    const story = new Story();
    const first = await story.begin(questions, 5);
    const second = await story.update(questions.replace('{{Paris}}', '{{Old}} {{Paris}}'));
    const wanted = story.lock;
    story.learner.run({ do: 'edit', guid: story.guid('river'), field: 'Answer', value: 'The Seine!' });
    const packages = [first.apkg, story.deck?.apkg ?? first.apkg];
    const bank = goodBank(questions.replace('{{Paris}}', '{{Old}} {{Paris}}'));
    const lock = lockFromPackages(bank, await Promise.all(packages.map(readPackage)), story.media);
    expect(lock.notes).toEqual(wanted.notes);
    const deck = await story.build(bank, lock);
    const { log, notes, after } = story.import(deck.apkg);
    expect(log).toEqual({ new: 0, updated: 0, duplicate: 4, conflicting: 0 });
    expect(notes[story.guid('river')]?.fields.Answer).toBe('The Seine!');
    expect(after).toEqual(second.after);
  });

  scenario('The lock file is lost, and the packages too', async () => {
    const story = new Story();
    await story.begin(questions, 5);
    const guids = Object.values(story.lock.notes).map(({ guid }) => guid);
    story.learner.run({ do: 'edit', guid: story.guid('river'), field: 'Answer', value: 'The Seine!' });
    story.skipTo(Date.now() + 60_000);
    const deck = await story.build(goodBank(questions), emptyLock('a-bank'));
    expect(Object.values(deck.lock.notes).map(({ guid }) => guid)).toEqual(guids);
    const { log, notes, after, empty } = story.import(deck.apkg);
    expect(log).toEqual({ new: 0, updated: 4, duplicate: 0, conflicting: 0 });
    expect(notes[story.guid('river')]?.fields.Answer).toBe('The Seine');
    expect(studied(after, story.guid('gap'))).toEqual([0, 1]);
    expect(empty).toEqual([]);
  });
});
