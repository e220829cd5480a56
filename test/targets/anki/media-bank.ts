import type { Bank } from '../../../src/bank/bank.ts';
import { goodBank } from '../../bank/bank-of.ts';

const pictures = [
  ...['a.png', 'b.jpg', 'c.jpeg', 'd.webp', 'e.svg', 'f.gif', 'g.PNG', 'maps/h.png', 'é i & j.png', 'k.png'],
  ...['l.png', 'm.png', 'n.png', 'o.png', 'p.png', 'q.png', 'r.png', 's.png', 't.png', 'u.png', 'v.png'],
  ...['w.png', 'x.png', 'hidden.png', 'passage.png', 'passage-text.png'],
];
const sounds = ['a.mp3', 'b.ogg', 'c.wav', 'd.m4a', 'e.flac', 'F.MP3', 'hidden.mp3'];

/** Files that no card shows: in the bank's folder, or named only by what does not come to Anki. */
export const kept = ['hidden.png', 'hidden.mp3', 'passage.png', 'passage-text.png'];

const picture = (file: string) => `"![A picture](<${file}>)"`;

/** Every text that a card may show, each with a picture of its own, and a sound of each format. */
const questions = `
  - {id: m-basic, ask: ${picture('a.png')}, answer: ${picture('b.jpg')}, why: ${picture('c.jpeg')}, hint: ${picture('d.webp')}, image: {file: e.svg, alt: E}, audio: {file: a.mp3}}
  - {id: m-term, term: ${picture('f.gif')}, means: ${picture('g.PNG')}, audio: {file: b.ogg}}
  - {id: m-cloze, cloze: "{{![H](maps/h.png)}} and {{x::y}}", audio: {file: c.wav}}
  - {id: m-choice, choose: A?, right: {text: ${picture('é i & j.png')}, why: ${picture('k.png')}}, wrong: [${picture('l.png')}], audio: {file: d.m4a}}
  - {id: m-claim, claim: ${picture('m.png')}, verdict: true, audio: {file: e.flac}}
  - {id: m-match, match: A., pairs: {${picture('n.png')}: ${picture('o.png')}, b: c}, extra: [${picture('p.png')}], audio: {file: F.MP3}}
  - {id: m-order, order: A., items: [${picture('q.png')}, b]}
  - {id: m-list, list: A., items: [${picture('r.png')}, b]}
  - {id: m-discuss, discuss: A?, rubric: [${picture('s.png')}]}
  - {id: m-typed, ask: ${picture('t.png')}, typed: x}
  - {id: m-diagram, diagram: A., image: {file: u.png, alt: U}, regions: [{label: ${picture('v.png')}, rect: [0, 0, 0.5, 0.5]}]}
  - id: m-passage
    passage: Read.
    text: ${picture('w.png')}
    image: {file: x.png, alt: X}
    questions: [{id: m-inside, ask: A?, answer: b}]
  - {id: m-hidden, ask: ${picture('hidden.png')}, answer: b, audio: {file: hidden.mp3}, except: anki}
  - id: m-passage-hidden
    passage: Read.
    text: ${picture('passage-text.png')}
    image: {file: passage.png, alt: P}
    except: anki
    questions: [{id: m-inside-hidden, ask: A?, answer: b}]
  - id: m-passage-empty
    passage: Read.
    text: ${picture('passage-text.png')}
    image: {file: passage.png, alt: P}
    questions: [{id: m-inside-empty, ask: A?, answer: b, only: quiz}]
`;

export const mediaBank = (): Bank => goodBank(questions, {}, [...pictures, ...sounds]);

/** How many files the package must hold: all that a card shows. "p.png" is the same as "o.png". */
export const shownFiles = pictures.length + sounds.length - kept.length - 1;

/** The bytes of a file, as good as any to Anki. */
export const bytesOf = (path: string): Uint8Array => Buffer.from(path === 'p.png' ? 'o.png' : path);
