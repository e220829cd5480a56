import { below, type OutputFile, textFile } from '../../files/output-file.ts';
import { versionTitle } from '../../view/paper.ts';
import type { Prints } from '../../view/prints.ts';
import { keyBody } from './key.ts';
import { pageHtml, pageOf } from './page.ts';
import { paperBody } from './paper.ts';
import { dataUri } from './picture.ts';

/**
 * The papers of each edition, A.html, B.html, …, and key.html, which serves all; each is whole in itself, without script. The
 * same prints give the same bytes.
 */
export function htmlFiles({ folder, editions, key, pictures }: Prints, style: string): OutputFile[] {
  const uris = new Map([...pictures].map(([file, bytes]) => [file, dataUri(bytes)]));
  const papers = editions.flatMap((edition) => {
    const page = pageOf(edition.papers, uris);
    return edition.papers.versions.map((version) => {
      const head = { ...edition.papers, documentTitle: versionTitle(edition.papers, version) };
      const body = paperBody(head, version, page);
      const name = `${edition.folder}${version.letter}.html`;
      return textFile(name, pageHtml(head, `${head.words.version} ${version.letter}`, style, body));
    });
  });
  const answers = { ...key(), columns: 1 as const };
  const body = keyBody(answers, pageOf(answers, uris));
  const keyFile = textFile('key.html', pageHtml(answers, answers.words.answerKey, style, body));
  return [...papers, keyFile].map((file) => below(folder, file));
}
