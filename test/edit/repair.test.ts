import type { BankFiles } from '../../src/bank/load.ts';
import { findRule, ruleIds } from '../../src/check/catalogue.ts';
import { repairBank } from '../../src/edit/repair-bank.ts';
import { bankFiles, brief, check } from '../bank/bank-of.ts';
import { withMedia } from '../bank/media.ts';

/** Repairs a bank whose one question file this is. */
function repaired(questions: string, extra: Record<string, string> = {}) {
  const files = bankFiles(questions, extra);
  const result = repairBank(files, [], check, (rule) => {
    const repair = findRule(rule)?.repair;
    return repair && ((place) => repair(place, ruleIds));
  });
  const texts = Object.fromEntries(result.files.map(({ file, text }) => [file.path, text]));
  const said = result.repaired.map(({ file, line, message }) => `${file}:${line} ${message}`);
  const left = result.diagnostics.map(brief);
  const body = texts['01-topic.yaml']?.replace('topic: A topic\nquestions:\n', '');
  return { texts, body, said, left, takenBack: result.takenBack };
}

describe('repairs', () => {
  test('misspelt fields, and then ids, with all else as it was', () => {
    const before = `  - choose: Who spoke first? # yes\n    'rigth':   X\n    wrong: [Y]\n    nots: "🙂"\n  - {id: b, aks: no}\n`;
    const { body, said, left } = repaired(before);
    expect(body).toBe(
      `  - id: spoke-first\n    choose: Who spoke first? # yes\n    'right':   X\n    wrong: [Y]\n    note: "🙂"\n  - {id: b, aks: no}\n`,
    );
    expect(said).toEqual([
      '01-topic.yaml:3 id "spoke-first" added',
      '01-topic.yaml:5 "rigth" is now "right"',
      '01-topic.yaml:7 "nots" is now "note"',
    ]);
    expect(left).toEqual([expect.stringContaining('01-topic.yaml:8:6 no-head')]);
  });

  test('are said to be where they stand in the end, although a repair brings questions to light', () => {
    const text =
      'deck: D\nid: d\ntopics:\n' +
      '  - topic: One\n    questons:\n      - {id: a, claim: C, verdict: true}\n' +
      '  - topic: Two\n    questions:\n      - choose: Who spoke?\n        rigth: X\n        wrong: [Y]\n';
    const files = { form: 'file', deck: { path: 'bank.yaml', text }, topics: [], ...withMedia() };
    const said = repairBank(files as BankFiles, [], check).repaired.map(
      ({ line, message }) => `${line} ${message}`,
    );
    expect(said).toEqual([
      '5 "questons" is now "questions"',
      '9 id "who-spoke" added',
      '11 "rigth" is now "right"',
    ]);
  });

  test('a quiz whose other problems come to light only then', () => {
    const quizzes = 'quizzes:\n  - {id: q, title: Q, vresions: 2, sections: [{pick: 2}, {pick: 3}]}\n';
    const { said, left } = repaired('  - {id: a, claim: C, verdict: true}\n', { 'quizzes.yaml': quizzes });
    expect(said).toEqual(['quizzes.yaml:2 "vresions" is now "versions"']);
    expect(left).toEqual([
      expect.stringContaining('section 1 asks for 2, 1 match'),
      expect.stringContaining('section 2 asks for 3, 1 match'),
    ]);
  });

  test.each([
    [
      'in the deck',
      'deck: D\nid: d\nlangauge: en\nanki: { retension: 0.9 }\n',
      'deck: D\nid: d\nlanguage: en\nanki: { retention: 0.9 }\n',
    ],
    [
      'in a source',
      'deck: D\nid: d\nsources:\n  essay: { titel: T }\n',
      'deck: D\nid: d\nsources:\n  essay: { title: T }\n',
    ],
    [
      'in a quiz',
      'deck: D\nid: d\nquizzes:\n  - id: q\n    titel: Q\n    sections:\n      - { pick: 1, form: { kinds: [claim], topics: [A topic] } }\n',
      'deck: D\nid: d\nquizzes:\n  - id: q\n    title: Q\n    sections:\n      - { pick: 1, from: { kinds: [claim], topics: [A topic] } }\n',
    ],
  ])('a misspelt field %s', (_name, before, after) => {
    const { texts, left } = repaired('  - {id: a, claim: C, verdict: true}\n', { 'deck.yaml': before });
    expect(texts['deck.yaml']).toBe(after);
    expect(left).toEqual([]);
  });

  test.each([
    [
      'of an option',
      '  - id: a\n    choose: C\n    right: {text: X, wyh: Z, whyy: Z}\n    wrong: [Y, {txet: V}]\n',
      '  - id: a\n    choose: C\n    right: {text: X, wyh: Z, why: Z}\n    wrong: [Y, {text: V}]\n',
    ],
    [
      'of a citation',
      '  - id: a\n    claim: C\n    verdict: true\n    cite: [{ pragraph: 1 }]\n',
      '  - id: a\n    claim: C\n    verdict: true\n    cite: [{ paragraph: 1 }]\n',
    ],
    [
      'that is the head',
      '  - id: a\n    "Claims": C\n    verdict: true\n',
      '  - id: a\n    "claim": C\n    verdict: true\n',
    ],
    [
      'with capital letters',
      '  - {id: a, claim: C, Verdict: true}\n',
      '  - {id: a, claim: C, verdict: true}\n',
    ],
  ])('a misspelt field %s', (_name, before, after) => expect(repaired(before).body).toBe(after));

  test('an empty id', () => {
    expect(repaired('  - id: # soon\n    claim: He spoke\n    verdict: true\n').body).toBe(
      '  - id: he-spoke # soon\n    claim: He spoke\n    verdict: true\n',
    );
  });

  test('a question whose other problems come to light only then', () => {
    const { body, left } = repaired('  - cloze: Nothing left out\n');
    expect(body).toBe('  - id: nothing-left-out\n    cloze: Nothing left out\n');
    expect(left).toEqual([expect.stringContaining('no-deletion')]);
  });
});

describe('what is left to the author', () => {
  test.each([
    ['a field that is there already', '  - {id: a, claim: C, verdict: true, verdit: false}\n'],
    ['two that could be the same', '  - {id: a, choose: C, rigth: X, rihgt: Z, wrong: [Y]}\n'],
    ['one that could be two', '  - {id: a, claim: C, verdict: true, cint: X}\n'],
    ['one that is near nothing', '  - {id: a, claim: C, verdict: true, zzz: X}\n'],
    ['a head that would not go with the rest', '  - {id: a, terms: C, verdict: true}\n'],
    ['an answer that would not go with the rest', '  - {id: a, ask: C, anwser: X, unit: m}\n'],
    ['a field of another kind', '  - {id: a, means: C, answer: true}\n'],
    ['a question that is not valid YAML', '  - {id: a, claim: C\n'],
    ['a file with a key given twice', '  - {claim: C, verdict: true, verdict: false}\n'],
  ])('%s', (_name, before) => expect(repaired(before).body).toBeUndefined());

  test('a waiver of a rule that does not exist, where only one is near', () => {
    const waived = (rule: string) =>
      `  - {id: a, choose: Who?, right: Lenin himself, wrong: [Y], waive: {${rule}: On purpose.}}
  - {id: b, ask: Did Lenin himself know?, answer: Z}
`;
    expect(repaired(waived('cuing')).body).toBe(waived('cueing'));
    expect(repaired(waived('equal-optons')).body).toBeUndefined();
  });

  test('a repair that would not make fewer problems is taken back, and the others are not', () => {
    const { body, takenBack, left } = repaired(
      '  - {id: a, claim: C, verdict: true, nots: [X]}\n  - {id: b, claim: C, verdit: true}\n',
    );
    expect(body).toBe(
      '  - {id: a, claim: C, verdict: true, nots: [X]}\n  - {id: b, claim: C, verdict: true}\n',
    );
    expect(takenBack).toBe(1);
    expect(left).toEqual([expect.stringContaining('unknown field "nots"')]);
  });
});

test('a thousand questions with two mistakes each are repaired in a few rounds', () => {
  const one = (at: number) => `  - claim: Claim number ${at} is right\n    verdit: true\n`;
  const { left, said } = repaired(Array.from({ length: 1000 }, (_, at) => one(at)).join(''));
  expect(left).toEqual([]);
  expect(said.length).toBe(2000);
});
