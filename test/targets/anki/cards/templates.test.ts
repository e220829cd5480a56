import { noteTypes } from '../../../../src/targets/anki/note-types.ts';
import { examples } from './examples.ts';
import { dressedTypes, readCard } from './read.ts';
import { render } from './render.ts';

const css = readCard('card.css');
const sides = dressedTypes.flatMap((type) =>
  type.templates.flatMap(({ name, front, back }) => [
    { label: `${type.name}: ${name}, front`, type, html: front, side: 'front' },
    { label: `${type.name}: ${name}, back`, type, html: back, side: 'back' },
  ]),
);
const scriptsOf = (html: string) =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((found) => found[1] ?? '');

describe.each(sides)('$label', ({ type, html, side }) => {
  const tags = [...html.matchAll(/\{\{([#^/]?)(?:(\w+):)?([^{}]+)\}\}/g)];

  test('names only fields that the note type has', () => {
    const known = new Set(type.fields.map((field) => field.name));
    expect(tags.map((tag) => tag[3] ?? '').filter((name) => !known.has(name))).toEqual([]);
  });
  test('opens and closes its sections in order', () => {
    const open: string[] = [];
    for (const [, mark, , name = ''] of tags) {
      if (mark === '#' || mark === '^') open.push(name);
      if (mark === '/') expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
  test('has its includes in place', () => expect(html).not.toContain('include:'));
  test('shows no spare field', () => expect(html).not.toContain('Spare'));
  test('says its side and language', () => {
    expect(html.startsWith(`<div class="rv ${side}" lang="{{Language}}">`)).toBe(true);
  });
  test('fetches nothing', () => expect(html).not.toMatch(/https?:|\bsrc=|\bimport\b/));
  test('keeps its scripts small', () => expect(scriptsOf(html).join('').length).toBeLessThan(6000));
  test('has scripts that Anki and MathJax read nothing into', () => {
    for (const script of scriptsOf(html)) expect(script).not.toMatch(/\{\{|\\[([]|\[sound:|\$\$|biome/);
  });
  test('has scripts in the language of engines from 2017', () => {
    for (const script of scriptsOf(html))
      expect(script).not.toMatch(/\?\.|\?\?|\.\.\.|catch \{|\.flatMap|\.at\(/);
  });
});

test.each([
  ['basic', 'Question'],
  ['typed', 'Question'],
  ['term', 'Term'],
  ['term-2', 'Meaning'],
  ['cloze', 'Text'],
  ['choice', 'Question'],
  ['diagram', 'Occlusion'],
])('the front of %s shows %s whatever else is empty', (template, field) => {
  const value = template === 'cloze' || template === 'diagram' ? '{{c1::shown}}' : 'shown';
  const front = render(readCard(`${template}.front.html`), { [field]: value }, { back: true });
  expect(front).toContain('shown');
});

test('each note type’s back shows every field of its own and the explanation', () => {
  for (const type of dressedTypes) {
    const shown = type.templates.map((template) => template.front + template.back).join('');
    for (const { name } of type.fields) {
      if (!name.startsWith('Spare') && name !== 'Data')
        expect([type.name, shown.includes(`${name}}}`)]).toEqual([type.name, true]);
    }
  }
});

test('the examples fill only fields that there are', () => {
  for (const { type, fields } of Object.values(examples)) {
    const known = noteTypes[type].fields.map((field) => field.name);
    expect(known).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});

describe('the style sheet', () => {
  test('is under 10 kB', () => expect(Buffer.byteLength(css)).toBeLessThan(10_000));
  test('fetches nothing', () => expect(css).not.toMatch(/https?:|@import|@font-face|url\(/));
  test('is whole', () => expect(css).not.toContain('include:'));
  test('has as many braces that open as close', () => {
    expect(css.split('{').length).toBe(css.split('}').length);
  });
});

describe('contrast is AA', () => {
  const [, day = '', night = ''] =
    /^\.card \{([\s\S]*?)^\}[\s\S]*?^\.night_mode \.card \{([\s\S]*?)^\}/m.exec(css) ?? [];
  const pairs: [string, string, number][] = [
    ['ink', 'paper', 7],
    ['ink', 'raised', 7],
    ['soft', 'paper', 4.5],
    ['soft', 'raised', 4.5],
    ['soft', 'right-tint', 4.5],
    ['soft', 'wrong-tint', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'tint', 4.5],
    ['paper', 'accent', 4.5],
    ['ink', 'right-tint', 4.5],
    ['ink', 'wrong-tint', 4.5],
    ['right', 'right-tint', 4.5],
    ['wrong', 'wrong-tint', 4.5],
    ['paper', 'right', 4.5],
    ['edge', 'paper', 3],
  ];
  for (const [mode, block] of [
    ['day', day],
    ['night', night],
  ] as const) {
    test.each(pairs)(`${mode}: %s on %s`, (front, back, least) => {
      expect(contrast(token(block, front), token(block, back))).toBeGreaterThanOrEqual(least);
    });
  }
});

/** Red, green and blue of a token, 0 to 255. */
function token(block: string, name: string): number[] {
  const hex = new RegExp(`--${name}: #([0-9a-f]+);`).exec(block)?.[1] ?? '';
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: number[], other: number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
