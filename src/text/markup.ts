const written = Symbol('markup');

/** A piece of HTML or XML. It can be made only here, so every text in it has been escaped. */
export interface Markup {
  readonly [written]: string;
}

/** What an element holds: text, which reads as it stands, elements, or several of both. */
export type Content = string | Markup | readonly Content[];

/** Attributes by name; one that is undefined is left out, and one that is `true` is its name alone. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

/**
 * An element of HTML.
 * @throws {Error} for a name that is none, and for content in an element that holds none
 */
export function el(name: string, attributes: Attributes, ...content: Content[]): Markup {
  const start = opened(name, attributes);
  if (!empty.has(name)) return { [written]: `${start}>${markup(content)}</${name}>` };
  if (content.length > 0) throw new Error(`<${name}> holds nothing`);
  return { [written]: `${start}>` };
}

/** The elements without an end tag: the "void elements" of the HTML standard, 13.1.2. */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * An element of XML, such as SVG, also within HTML.
 * @throws {Error} for a name that is none
 */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: Content[]
): Markup {
  const inside = markup(content);
  return { [written]: opened(name, attributes) + (inside === '' ? '/>' : `>${inside}</${name}>`) };
}

/** Markup that another program wrote, or a style sheet of ours, as it is. No author's text may come in by this door. */
export const alreadyMarkup = (text: string): Markup => ({ [written]: text });

/** Several contents as one, written once for many places. */
export const together = (content: Content): Markup => ({ [written]: markup(content) });

/** Contents with something between each two. */
export const joined = (contents: readonly Content[], between: Content): Content =>
  contents.map((content, at) => (at === 0 ? content : [between, content]));

/** Contents that begin a line each, in an element whose tags stand on other lines. */
export const onLines = (contents: readonly Content[]): Content => ['\n', joined(contents, '\n'), '\n'];

function opened(name: string, attributes: Attributes): string {
  let tag = `<${named(name)}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) tag += ` ${named(attribute)}`;
    else if (value !== undefined) tag += ` ${named(attribute)}="${quoted(String(value))}"`;
  }
  return tag;
}

function named(name: string): string {
  if (names.has(name)) return name;
  if (!/^[A-Za-z][\w:-]*$/.test(name)) throw new Error(`"${name}" is no name in markup`);
  names.add(name);
  return name;
}

/** The names met so far, for they are few and come often. */
const names = new Set<string>();

/** The string of all this. */
export function markup(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  if (written in content) return content[written];
  let text = '';
  for (const each of content) text += markup(each);
  return text;
}

/** All that a reader of HTML or XML would take for markup, change into another sign, or refuse. */
const special = /(?![\t\n\x7f-\x9f])[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Signs that neither HTML nor XML can hold (XML 1.0, 2.2) are the sign for what cannot be shown. */
const escaped = (text: string): string =>
  plain.test(text) ? text : text.replace(special, (sign) => references[sign] ?? '\ufffd');

/** Most texts, which are quickly told to need nothing. */
const plain = /^[ !#-%'-;=?-~]*$/;

/** In attributes, a reader of XML makes spaces of line breaks and tabs. */
const quoted = (text: string): string =>
  plain.test(text) ? text : escaped(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
