import fc from 'fast-check';
import { alreadyMarkup, type Content, el, joined, markup, xml } from '../../src/text/markup.ts';

/** An element as a reader sees it: its name, its attributes, and what is in it. */
type Seen = string | { name: string; attributes: Record<string, string>; content: Seen[] };

const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string, name: string) =>
    code ? String.fromCodePoint(Number(code)) : (references[name] ?? `?${name}`),
  );

/** Reads markup as strictly as a reader of XML does, but for `<br>` and attributes that are a name alone. */
function read(text: string): Seen[] {
  const open: { name: string; attributes: Record<string, string>; content: Seen[] }[] = [];
  const top: Seen[] = [];
  const tokens =
    /<\/(?<end>\w+)>|<(?<start>\w+)(?<attributes>[^<>]*?)(?<closed>\/?)>|(?<text>[^<>"]+)|(?<rest>.)/gsu;
  for (const { groups = {} } of text.matchAll(tokens)) {
    const into = open.at(-1)?.content ?? top;
    if (groups.rest !== undefined) throw new Error(`${groups.rest} stands alone in ${text}`);
    if (groups.text !== undefined) into.push(decoded(groups.text));
    else if (groups.end !== undefined) expect(open.pop()?.name).toBe(groups.end);
    else {
      const element = {
        name: String(groups.start),
        attributes: attributesIn(String(groups.attributes)),
        content: [],
      };
      into.push(element);
      if (groups.closed === '' && element.name !== 'br') open.push(element);
    }
  }
  expect(open).toEqual([]);
  return top;
}

function attributesIn(text: string): Record<string, string> {
  expect(text).toMatch(/^(?: \w+(?:="[^"\t\n\r]*")?)*$/);
  return Object.fromEntries(
    [...text.matchAll(/ (\w+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
      name,
      value === undefined ? true : decoded(value),
    ]),
  );
}

/** The same with neighbouring texts as one, and with U+FFFD for what no markup can hold. */
const told = (seen: readonly Seen[]): Seen[] =>
  seen.reduce<Seen[]>((all, each) => {
    const last = all.at(-1);
    if (typeof each !== 'string') all.push({ ...each, content: told(each.content) });
    else if (typeof last === 'string') all[all.length - 1] = last + each;
    else if (each !== '') all.push(each);
    return all;
  }, []);

const holdable = (sign: string): boolean => {
  const code = Number(sign.codePointAt(0));
  if (code < 0x20) return '\t\n\r'.includes(sign);
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
};
const shown = (text: string): string => [...text].map((sign) => (holdable(sign) ? sign : '\ufffd')).join('');

const hostile = [
  '</style>',
  '<script>alert(1)</script>',
  '"',
  "'",
  ' onload="x',
  '-->',
  ']]>',
  '<!--',
  '&amp;',
  '&#60;',
  '\r\n',
  '\0',
  '\ud800',
  '`',
  '=',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 4 })
  .map((parts) => parts.join(''));

interface Plan {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly content: readonly (string | Plan)[];
}

const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.record({
    name: fc.constantFrom('p', 'td', 'title', 'svg'),
    attributes: fc.dictionary(fc.constantFrom('alt', 'title', 'href'), text),
    content: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('plan')), { maxLength: 3 }),
  }),
}));

const built = (write: typeof xml, { name, attributes, content }: Plan): Content =>
  write(name, attributes, ...content.map((each) => (typeof each === 'string' ? each : built(write, each))));

const expected = ({ name, attributes, content }: Plan): Seen => ({
  name,
  attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, shown(value)])),
  content: content.map((each) => (typeof each === 'string' ? shown(each) : expected(each))),
});

test.each([
  ['HTML', el],
  ['XML', xml],
])('whatever goes into %s comes out when it is read, and nothing else', (_, write) => {
  fc.assert(
    fc.property(plan, (whole) => {
      expect(told(read(markup(built(write, whole))))).toEqual(told([expected(whole)]));
    }),
    { numRuns: 500 },
  );
});

test('an element reads as it is usually written', () => {
  const list = el(
    'ol',
    { start: 3, class: undefined, reversed: true },
    joined([el('li', {}, 'a < b'), el('li', {})], '\n'),
  );
  expect(markup(list)).toBe('<ol start="3" reversed><li>a &lt; b</li>\n<li></li></ol>');
});

test('HTML has elements without an end, and XML ends what is empty', () => {
  expect(markup(el('p', {}, 'a', el('br', {}), xml('rect', { x: 0 }), xml('text', {}, 'b')))).toBe(
    '<p>a<br><rect x="0"/><text>b</text></p>',
  );
  expect(() => el('img', { alt: '' }, 'words')).toThrow('<img> holds nothing');
});

test('no text can be a name, and no data can pass for markup', () => {
  for (const name of ['p onclick', 'p>', '', 'a"', '1'])
    for (const make of [() => el(name, {}), () => el('p', { [name]: 'x' }), () => xml(name, {})])
      expect(make).toThrow('is no name in markup');
  const forged: Content = JSON.parse('{"markup": "<script>"}');
  expect(() => markup(forged)).toThrow();
});

test('markup of another hand stands as it is', () => {
  expect(markup(el('style', {}, alreadyMarkup('a > b { content: "&"; }')))).toBe(
    '<style>a > b { content: "&"; }</style>',
  );
});
