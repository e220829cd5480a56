import { BuilderElement, type XmlComponent } from 'docx';

export type Xml = XmlComponent;

/** An element of the document for which the library has no class. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Xml | string)[] = [],
): Xml =>
  new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    // Texts are written with their marks escaped, but the declaration allows for elements only.
    children: children as readonly Xml[],
  });

/** An element that holds others and says nothing itself. */
export const part = (name: string, children: readonly Xml[]): Xml => element(name, {}, children);

/** Properties, each an element with its value in `m:val`, and what follows them. */
export function properties(name: string, values: Readonly<Record<string, string>>, ...others: Xml[]): Xml {
  const each = Object.entries(values).map(([key, value]) => element(key, { 'm:val': value }));
  return part(name, [...each, ...others]);
}
