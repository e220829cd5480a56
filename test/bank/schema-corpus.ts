import type { SchemaFile } from '../../src/bank/schema/schema.ts';
import type { RuleId } from '../../src/check/catalogue.ts';
import { questionFile as file } from './schema-of.ts';

type Case = readonly [file: SchemaFile, name: string, text: string];

const questions = (cases: Readonly<Record<string, string>>): Case[] =>
  Object.entries(cases).map(([name, yaml]) => ['question', name, file(yaml)]);
const of = (kind: SchemaFile, cases: Readonly<Record<string, string>>): Case[] =>
  Object.entries(cases).map(([name, text]) => [kind, name, text]);

const deck = (more: string): string => `deck: D\nid: d\n${more}`;
const bank = (more: string): string => `${deck('')}topics:\n  - ${more}`;
const quiz = (more: string): string => `quizzes:\n  - {id: a, title: A, ${more}}`;
const choice = (options: string): string => `- {id: a, choose: C, ${options}}`;
const basic = (more: string): string => `- {id: a, ask: Q, answer: A, ${more}}`;

export const right: readonly Case[] = [
  ...questions({
    basic: '- {id: a, ask: Q, answer: A}',
    'text that YAML takes for something else':
      '- {id: a, ask: 1956-10, answer: 1.10, why: no, hint: ~, note: true}',
    'an id that is a year': '- {id: 1956, ask: Q, answer: 1956}',
    'text over lines': '- id: a\n  ask: |\n    Q\n    - list\n  answer: >-\n    A\n    B',
    typed: '- {id: a, ask: Q, typed: T, accept: [U, 7]}',
    number: '- {id: a, ask: Q, number: 1.10, tolerance: 0.05, unit: m}',
    'a number in quotation marks': '- {id: a, ask: Q, number: "1.10"}',
    'a negative number': '- {id: a, ask: Q, number: -40}',
    term: '- {id: a, term: T, means: M}',
    cloze: '- {id: a, cloze: "The {{moon::what?}} and the {{c2::sun}}"}',
    choice: choice('right: R, wrong: [V, W]'),
    'several right options': choice('right: [R, {text: S, why: Y}], wrong: [{text: W, pin: last}]'),
    'options that are numbers': choice('right: 1905, wrong: [1917, 1956]'),
    claim: '- {id: a, claim: C, verdict: false}',
    match: '- {id: a, match: M, pairs: {1905: revolution, 1914: war}, extra: [peace]}',
    order: '- {id: a, order: O, items: [A, B, C]}',
    list: '- {id: a, list: L, items: [A, B, C], need: 2}',
    'a list in order': '- {id: a, list: L, items: [A, B], ordered: true}',
    discuss: '- {id: a, discuss: D, rubric: [Says so (2), And why], words: 150, lines: 20}',
    diagram:
      '- {id: a, diagram: D, image: {file: map.png, alt: A map}, regions: [{label: L, rect: [0.1, 0, .5, 1]}]}',
    passage: '- id: a\n  passage: P\n  title: T\n  text: X\n  questions:\n    - {id: b, ask: Q, answer: A}',
    'a passage with a picture':
      '- id: a\n  passage: P\n  image: {file: map.png, alt: A map}\n  questions:\n    - {id: b, cloze: "{{C}}"}',
    'every common field': basic(
      'was: [b, c], why: W, hint: H, cite: {source: essay, paragraph: 5, quote: a reversal}, tags: [x, y::z], level: apply, difficulty: 3, points: 1.5, minutes: 2, image: {file: map.png, alt: A map}, audio: {file: word.mp3}, only: [anki, quiz], retired: 2026-11-23, waive: {card-too-full: on purpose}, note: N',
    ),
    'one where there may be many': basic('was: b, cite: {paragraph: 5}, tags: x, except: practice'),
    'several citations': basic('cite: [{paragraph: 5}, {quote: Time-wages}]'),
    'twelve words': basic('cite: {quote: one two three four five six seven eight nine ten eleven twelve}'),
  }),
  ...of('question', {
    'defaults and a source': `source: essay\ndefaults: {tags: x, level: remember, difficulty: 2, points: 1, minutes: 1, only: anki}\n${file(basic(''))}`,
  }),
  ...of('deck', {
    'the least': deck(''),
    everything: deck(
      'language: en-GB\ndescription: D\nauthor: [A, B]\nlicense: CC-BY-4.0\nversion: 1.0\ndate: 2026-11-24\ntags: [x]\nsubdecks: topic\ntargets: [anki, quiz]\nsources: {essay: {author: A, title: T, published: P, url: U, fingerprint: f.json, text: t.txt}}\nanki: {new-per-day: 15, retention: 0.9}\nquizzes: []',
    ),
    'subdecks in its name': 'deck: History::1956\nid: d',
    'a quiz': deck('quizzes:\n  - {id: a, title: A, sections: [{pick: 1}]}'),
  }),
  ...of('bank', {
    'one topic': bank('{topic: T, questions: [{id: a, ask: Q, answer: A}]}'),
    'a source and a quiz': `source: essay\nsources: {essay: {title: E}}\n${bank('{topic: T, questions: [{id: a, term: T, means: M}]}')}\nquizzes: [{id: a, title: A, sections: [{questions: [a]}]}]`,
  }),
  ...of('quizzes', {
    'the least': quiz('sections: [{pick: 1}]'),
    everything: quiz(
      'instructions: I, minutes: 20, versions: 3, parallel: true, seed: 1956, paper: letter, columns: 2, answer-sheet: bubbles, sections: [{title: T, instructions: I, pick: 1, from: {kinds: [basic, term], topics: A topic, tags: moon, level: [remember], difficulty: 1-3, ids: [q-one]}, spread: topic, points: 2}]',
    ),
    'questions by name': quiz('sections: [{questions: [q-one]}]'),
    'one difficulty': quiz('sections: [{pick: 1, from: {difficulty: 2}}]'),
  }),
];

export const wrong: readonly Case[] = [
  ...questions({
    'no id': '- {ask: Q, answer: A}',
    'an id with capitals': '- {id: Moon, ask: Q, answer: A}',
    'an id with a space': '- {id: the moon, ask: Q, answer: A}',
    'no head key': '- {id: a, answer: A}',
    'a head key misspelt': '- {id: a, chose: C, right: R, wrong: [W]}',
    'two head keys': '- {id: a, ask: Q, claim: C, answer: A}',
    'a question without an answer': '- {id: a, ask: Q}',
    'two answers': '- {id: a, ask: Q, answer: A, typed: T}',
    'a question that is text': '- What raises the tides?',
    'a list for text': '- {id: a, ask: Q, answer: [A]}',
    'a map for text': '- {id: a, ask: {text: Q}, answer: A}',
    'text of blanks': '- {id: a, ask: " ", answer: A}',
    'a field of another kind': '- {id: a, ask: Q, answer: A, verdict: true}',
    'nothing accepted': '- {id: a, ask: Q, typed: T, accept: []}',
    'variants that are no list': '- {id: a, ask: Q, typed: T, accept: U}',
    'a number in words': '- {id: a, ask: Q, number: forty}',
    'a negative tolerance': '- {id: a, ask: Q, number: 4, tolerance: -1}',
    'a term without a meaning': '- {id: a, term: T}',
    'a cloze with an answer': '- {id: a, cloze: "{{C}}", answer: A}',
    'no wrong option': choice('right: R'),
    'an empty list of options': choice('right: R, wrong: []'),
    'wrong options that are no list': choice('right: R, wrong: W'),
    'an option without text': choice('right: {why: Y}, wrong: [W]'),
    'an option with an unknown key': choice('right: R, wrong: [{text: W, because: Y}]'),
    'a pin that is not last': choice('right: R, wrong: [{text: W, pin: first}]'),
    'a verdict in words': '- {id: a, claim: C, verdict: wrong}',
    'no verdict': '- {id: a, claim: C}',
    'pairs that are a list': '- {id: a, match: M, pairs: [a, b]}',
    'one pair': '- {id: a, match: M, pairs: {a: b}}',
    'a pair that is a list': '- {id: a, match: M, pairs: {a: [b], c: d}}',
    'one item in order': '- {id: a, order: O, items: [A]}',
    'no items': '- {id: a, order: O}',
    'one item to list': '- {id: a, list: L, items: [A]}',
    'none needed': '- {id: a, list: L, items: [A, B], need: 0}',
    'ordered in words': '- {id: a, list: L, items: [A, B], ordered: yes please}',
    'no rubric': '- {id: a, discuss: D}',
    'half a line': '- {id: a, discuss: D, rubric: [R], lines: 2.5}',
    'a diagram without a picture': '- {id: a, diagram: D, regions: [{label: L, rect: [0, 0, 1, 1]}]}',
    'a region of three numbers':
      '- {id: a, diagram: D, image: {file: map.png, alt: M}, regions: [{label: L, rect: [0, 0, 1]}]}',
    'a region of five numbers':
      '- {id: a, diagram: D, image: {file: map.png, alt: M}, regions: [{label: L, rect: [0, 0, 1, 1, 1]}]}',
    'a region in pixels':
      '- {id: a, diagram: D, image: {file: map.png, alt: M}, regions: [{label: L, rect: [10, 20, 30, 40]}]}',
    'a region without a label':
      '- {id: a, diagram: D, image: {file: map.png, alt: M}, regions: [{rect: [0, 0, 1, 1]}]}',
    'a passage without text': '- id: a\n  passage: P\n  questions: [{id: b, ask: Q, answer: A}]',
    'a passage without questions': '- {id: a, passage: P, text: T}',
    'a mistake in a passage': '- id: a\n  passage: P\n  text: T\n  questions: [{id: b, ask: Q, anwser: A}]',
    'a passage in a passage':
      '- id: a\n  passage: P\n  text: T\n  questions:\n    - {id: b, passage: P, text: T, questions: [{id: c, ask: Q, answer: A}]}',
    'a picture without alt': basic('image: {file: map.png}'),
    'a picture that is text': basic('image: map.png'),
    'a sound with alt': basic('audio: {file: word.mp3, alt: A}'),
    'a tag with a space': basic('tags: [the moon]'),
    'a level that is none': basic('level: know'),
    'a difficulty of six': basic('difficulty: 6'),
    'points in words': basic('points: two'),
    'points below nothing': basic('points: -1'),
    'a target that is none': basic('only: paper'),
    'only and except': basic('only: anki, except: quiz'),
    'a date that is none': basic('retired: 2026-02-30'),
    'a date in words': basic('retired: yesterday'),
    'reasons that are text': basic('waive: equal-options'),
    'thirteen words': basic(
      'cite: {quote: one two three four five six seven eight nine ten eleven twelve thirteen}',
    ),
    'paragraph nought': basic('cite: {paragraph: 0}'),
    'a citation that is text': basic('cite: paragraph 5'),
    'a page for a paragraph': basic('cite: {page: 5}'),
    'a merge key': '- {id: a, <<: {ask: Q}, answer: A, extra: E}',
  }),
  ...of('question', {
    'no topic': 'questions:\n  - {id: a, ask: Q, answer: A}',
    'no questions': 'topic: T',
    'an empty list of questions': 'topic: T\nquestions: []',
    'questions that are a map': 'topic: T\nquestions: {a: {ask: Q, answer: A}}',
    'an unknown key': `topics: T\n${file(basic(''))}`,
    'a default that is none': `defaults: {hint: H}\n${file(basic(''))}`,
  }),
  ...of('deck', {
    'no id': 'deck: D',
    'no name': 'id: d',
    'an id that Anki takes for a backup': 'deck: D\nid: backup-1',
    'an id that Anki takes for a collection': 'deck: D\nid: collection',
    'a name that ends with ::': 'deck: "D::"\nid: d',
    'an unknown key': deck('licence: CC0'),
    'a language in words': deck('language: British English'),
    'a date in words': deck('date: the 24th of November'),
    'subdecks of a wrong sort': deck('subdecks: tag'),
    'a retention in per cent': deck('anki: {retention: 90}'),
    'a source without a title': deck('sources: {essay: {author: A}}'),
    'a source name with capitals': deck('sources: {Essay: {title: T}}'),
    'a quiz without sections': deck('quizzes: [{id: a, title: A}]'),
    'quizzes that are a map': deck('quizzes: {a: {title: A}}'),
  }),
  ...of('bank', {
    'topics that are a map': deck('topics: {T: []}'),
    'no topic': bank('{questions: [{id: a, ask: Q, answer: A}]}'),
    'a mistake in a question': bank('{topic: T, questions: [{id: a, ask: Q, anwser: A}]}'),
    'questions outside a topic': `${bank('{topic: T, questions: [{id: a, ask: Q, answer: A}]}')}\nquestions: []`,
  }),
  ...of('quizzes', {
    'a deck': 'quizzes: []\nid: d',
    'no title': 'quizzes: [{id: a, sections: [{pick: 1}]}]',
    'a section that draws nothing': quiz('sections: [{title: T}]'),
    'no versions': quiz('versions: 0, sections: [{pick: 1}]'),
    'three columns': quiz('columns: 3, sections: [{pick: 1}]'),
    'another paper': quiz('paper: a5, sections: [{pick: 1}]'),
    'a kind that is none': quiz('sections: [{pick: 1, from: {kinds: [essay]}}]'),
    'a difficulty that goes down': quiz('sections: [{pick: 1, from: {difficulty: 3-1}}]'),
    'a difficulty of six': quiz('sections: [{pick: 1, from: {difficulty: 6}}]'),
    'an unknown key in a section': quiz('sections: [{pick: 1, form: {}}]'),
    'spread over kinds': quiz('sections: [{pick: 1, spread: kind}]'),
  }),
];

const diagram = (rect: string): string =>
  file(`- {id: a, diagram: D, image: {file: map.png, alt: M}, regions: [{label: L, rect: ${rect}}]}`);

/** Rules that speak of more than the form of one value, or of how it is written in YAML. */
export const beyond: readonly (readonly [RuleId, SchemaFile, string])[] = [
  ['duplicate-id', 'question', file('- {id: a, ask: Q, answer: A}\n- {id: a, ask: R, answer: B}')],
  ['was-collides', 'question', file('- {id: a, ask: Q, answer: A}\n- {id: b, was: a, ask: R, answer: B}')],
  [
    'duplicate-id',
    'quizzes',
    'quizzes: [{id: a, title: A, sections: [{pick: 1}]}, {id: a, title: B, sections: [{pick: 1}]}]',
  ],
  ['blueprint-short', 'quizzes', quiz('sections: [{pick: 2}]')],
  ['unknown-question', 'quizzes', quiz('sections: [{questions: [q-two]}]')],
  ['unknown-topic', 'quizzes', quiz('sections: [{pick: 1, from: {topics: The sea}}]')],
  ['unknown-quiz', 'quizzes', quiz('avoid: b, sections: [{pick: 1}]')],
  ['unknown-source', 'question', file(basic('cite: {source: book}'))],
  ['missing-file', 'question', file(basic('image: {file: mpa.png, alt: M}'))],
  ['missing-file', 'question', file('- {id: a, ask: "![A map](mpa.png)", answer: A}')],
  ['missing-alt', 'question', file('- {id: a, ask: "![](map.png)", answer: A}')],
  ['equal-options', 'question', file(choice('right: R, wrong: [R]'))],
  ['pinned-twice', 'question', file(choice('right: {text: R, pin: last}, wrong: [{text: W, pin: last}]'))],
  ['equal-items', 'question', file('- {id: a, order: O, items: [A, B, a]}')],
  ['need-too-great', 'question', file('- {id: a, list: L, items: [A, B], need: 3}')],
  ['region-outside', 'question', diagram('[0.5, 0.5, 0.6, 0.1]')],
  ['region-outside', 'question', diagram('[0.5, 0.5, 0, 0.1]')],
  ['open-deletion', 'question', file('- {id: a, cloze: "The {{moon and the sun"}')],
  ['no-deletion', 'question', file('- {id: a, cloze: The moon}')],
  ['empty-deletion', 'question', file('- {id: a, cloze: "The {{moon}} and {{}}"}')],
  ['deletion-number', 'question', file('- {id: a, cloze: "The {{c501::moon}}"}')],
  ['empty-field', 'question', file('- id: a\n  ask: Q\n  answer: A\n  why:')],
  ['wrong-type', 'question', file('- {id: a, claim: C, verdict: True}')],
  ['wrong-type', 'question', file(basic('difficulty: 0x3'))],
  ['wrong-type', 'deck', deck('language: abcd')],
  ['unknown-target', 'deck', deck('targets: ankki')],
  ['unknown-rule', 'question', file(basic('waive: {cuing: on purpose}'))],
  ['idle-waiver', 'question', file(basic('waive: {cueing: on purpose}'))],
];

export const stricter: readonly (readonly [string, string])[] = [
  ['a whole number in quotation marks', file(basic('difficulty: "3"'))],
  ['points in quotation marks', file(basic('points: "1.5"'))],
  ['a verdict in quotation marks', file('- {id: a, claim: C, verdict: "true"}')],
  ['an id that YAML takes for true', file('- {id: true, ask: Q, answer: A}')],
];
