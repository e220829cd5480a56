import { numberParts } from '../../../src/identity/parts/number-parts.ts';
import { ankiKind } from '../../../src/targets/anki/kinds/index.ts';
import { noteContent } from '../../../src/targets/anki/note.ts';
import { plainField } from '../../../src/targets/anki/plain-field.ts';
import { goodBank } from '../../bank/bank-of.ts';

/** The note of a bank's first question, its fields by name, the empty ones left out. */
function note(questions: string, extra: Record<string, string> = {}, media: string[] = []) {
  const bank = goodBank(questions, extra, media);
  const [question] = bank.questions;
  if (!question || question.kind === 'passage') throw new Error('no question');
  const kind = ankiKind(question);
  const numbered = kind.parts && numberParts(question.kind, kind.parts(question));
  const content = noteContent(bank, question, numbered, (file) => `media-${file}`);
  const filled = content.fields.filter(([, html]) => html !== '');
  return { ...content, fields: Object.fromEntries(filled) as Record<string, string> };
}

describe('a question as a note', () => {
  test('basic', () => {
    const { type, fields, cards } = note(
      '  - {id: a, ask: "Why *this*?", answer: Because., why: "So <it> is."}\n',
    );
    expect([type.name, cards]).toEqual(['Recto Verso Basic', [0]]);
    expect(fields).toMatchObject({
      Question: 'Why <em>this</em>?',
      Answer: 'Because.',
      Why: 'So &lt;it&gt; is.',
      Topic: 'A topic',
      Language: 'en-GB',
    });
  });

  test('term has a card for each direction', () =>
    expect(note('  - {id: a, term: x, means: y}\n').cards).toEqual([0, 1]));

  test('cloze numbers its deletions, and a shared number is one card', () => {
    const { fields, cards } = note('  - {id: a, cloze: "{{c1::A}} {{B::first}} {{c1::C}}"}\n');
    expect(fields.Text).toBe('{{c1::A}} {{c2::B::first}} {{c1::C}}');
    expect(cards).toEqual([0, 1]);
  });

  test('cloze keeps what would end it or begin a hint', () => {
    const { fields } = note(
      "  - {id: a, cloze: '{{std\\:\\:vector}} and {{$\\frac{a}{b^{c}}$}} and {x}}'}\n",
    );
    expect(fields.Text).toBe(
      '{{c1::std:&#58;vector}} and {{c2::\\(\\frac{a}{b^{c} }\\)}} and &#123;x&#125;&#125;',
    );
  });

  test('cloze counts its parts alone, not what the name of a picture holds', () => {
    const { fields, cards } = note('  - {id: a, cloze: "![{{A}}](a.png) is {{B}}"}\n', {}, ['a.png']);
    expect(fields.Text).toMatch(/ is \{\{c1::B\}\}$/);
    expect(cards).toEqual([0]);
  });

  test('a hint becomes no tag of Anki’s within the brackets that Anki puts around it', () => {
    const { fields } = note(
      '  - {id: a, cloze: "{{A::sound:a.mp3}} {{B::anki:tts}} {{C::[type:Text]}} {{D::so}} {{E::the type: one}}"}\n',
    );
    expect(fields.Text).toBe(
      '{{c1::A::&#115;ound:a.mp3}} {{c2::B::&#97;nki:tts}} {{c3::C::&#91;type:Text]}} {{c4::D::so}} {{c5::E::the type: one}}',
    );
  });

  test('choice marks right and wrong, says why, and keeps a pin', () => {
    const { fields } = note(
      '  - {id: a, choose: Which?, right: {text: X, why: yes}, wrong: [Y, {text: None, pin: last}]}\n',
    );
    expect(fields.Options).toContain(
      '<li class="right"><span class="text">X</span><span class="why">yes</span></li>',
    );
    expect(fields.Options).toMatch(
      /<li class="wrong" data-pin="last"><span class="text">None<\/span><\/li><\/ol>$/,
    );
    expect(fields.Answer).toBe('X');
  });

  test('numbers keep their order and are not shuffled', () => {
    const { fields } = note('  - {id: a, choose: How many?, right: 30, wrong: [100, 4]}\n');
    expect(fields.Options).toMatch(/data-fixed/);
    expect(plainField(fields.Options ?? '')).toBe('430100');
  });

  test.each([
    ['with a unit', 'right: 30 km, wrong: [100 km, 4 km]', '4 km30 km100 km'],
    ['below nothing', 'right: "−5", wrong: ["3", "−20"]', '−20−53'],
    ['with a decimal comma', 'right: "1,5", wrong: ["2", "0,7"]', '0,71,52'],
    ['beside a pinned option', 'right: 30, wrong: [100, 4, {text: None, pin: last}]', '430100None'],
  ])('numbers %s keep their order too, as on paper', (_name, options, order) => {
    const { fields } = note(`  - {id: a, choose: How much?, ${options}}\n`);
    expect(fields.Options).toMatch(/data-fixed/);
    expect(plainField(fields.Options ?? '')).toBe(order);
  });

  test('claim says true and false in the language of the bank', () => {
    const { fields } = note('  - {id: a, claim: So., verdict: false}\n', {
      'deck.yaml': 'deck: D\nid: a-bank\nlanguage: de\n',
    });
    expect(fields.Answer).toBe('Falsch');
  });

  test('discuss shows its rubric with points', () => {
    const { fields } = note("  - {id: a, discuss: Why?, rubric: [Names the Moon's pull (2), Is clear]}\n");
    expect(fields.Answer).toBe(
      '<ol class="rubric"><li>Names the Moon\'s pull <span class="points">2</span></li><li>Is clear <span class="points">1</span></li></ol>',
    );
  });

  test('a withdrawn question says so and is tagged', () => {
    const { fields, tags } = note('  - {id: a, ask: A?, answer: b, retired: 2026-05-01}\n');
    expect(fields.Notice).toBe('Withdrawn on 2026-05-01. You can suspend this card.');
    expect(tags).toContain('a-bank::retired');
  });

  test('picture and sound go by the names of the package', () => {
    const { fields } = note(
      '  - {id: a, ask: A?, answer: "![b](b.png)", image: {file: m.png, alt: A map}, audio: {file: s.mp3}}\n',
      {},
      ['m.png', 'b.png', 's.mp3'],
    );
    expect(fields).toMatchObject({
      Image: '<img src="media-m.png" alt="A map">',
      Audio: '[sound:media-s.mp3]',
      Answer: '<img src="media-b.png" alt="b">',
    });
  });

  test('tags are a hierarchy under the bank', () => {
    const question =
      '  - {id: a, ask: A?, answer: b, tags: [x, y::z], level: remember, difficulty: 2, cite: {paragraph: 3, quote: so it is}}\n';
    const deck = 'deck: D\nid: a-bank\ntags: history\nsources: {essay: {title: E, author: A. Writer}}\n';
    const { tags, fields } = note(question, { 'deck.yaml': deck });
    expect(tags).toEqual([
      'a-bank::difficulty::2',
      'a-bank::history',
      'a-bank::level::remember',
      'a-bank::paragraph::essay::03',
      'a-bank::topic::a-topic',
      'a-bank::x',
      'a-bank::y::z',
    ]);
    expect(fields.Source).toBe('A. Writer, <em>E</em>, ¶ 3: “so it is”');
  });

  test('a topic can be a subdeck', () =>
    expect(
      note('  - {id: a, ask: A?, answer: b}\n', { 'deck.yaml': 'deck: D\nid: a-bank\nsubdecks: topic\n' })
        .deck,
    ).toBe('D::A topic'));
});
