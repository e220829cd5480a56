import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zip } from '../../files/zip.ts';
import type { DocumentHead } from '../../view/document.ts';
import { rightToLeft } from './right-to-left.ts';

/**
 * A Word file without what the library takes from the clock and from chance: the times of its parts and of its
 * properties, the names of links, the numbers of drawings. The same document gives the same bytes.
 */
export function repack(docx: Uint8Array, direction: DocumentHead['direction']): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => byPlace(a, b));
  const links = new Map<string, string>();
  for (const [name, bytes] of parts) {
    if (!name.endsWith('.rels')) continue;
    for (const [id] of strFromU8(bytes).matchAll(/(?<= Id=")rId[^"]*(?=")/g))
      if (!/^rId\d+$/.test(id)) links.set(id, `rIdLink${links.size + 1}`);
  }
  const written = (xml: string): string =>
    direction === 'rtl' ? rightToLeft(settled(xml, links)) : settled(xml, links);
  return zip(
    parts.map(([path, bytes]) => {
      const isXml = /\.(xml|rels)$/.test(path);
      return { path, bytes: isXml ? strToU8(written(strFromU8(bytes))) : bytes };
    }),
  );
}

/** [Content_Types].xml stands first, where readers that do not seek look for it. */
const byPlace = (a: string, b: string): number =>
  Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1);

function settled(xml: string, links: ReadonlyMap<string, string>): string {
  let drawing = 0;
  return xml
    .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace(/(?<=\b(?:r:id|Id)=")rId[^"]*(?=")/g, (id) => links.get(id) ?? id)
    .replace(/<(?:wp:docPr|\w+:cNvPr)\b[^>]*>/g, (element) => {
      const number = ++drawing;
      return element
        .replace(/ id="\d+"/, ` id="${number}"`)
        .replace(/ name="([A-Z][a-z]+) \d+"/, ` name="$1 ${number}"`);
    });
}
