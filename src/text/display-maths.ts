import type MarkdownIt from 'markdown-it';
import { present } from './present.ts';

/**
 * `$$…$$` as GitHub and most editors of notes have it: on lines of its own, or within one. Within a line nothing stands
 * between the dollars and the maths and no digit follows, as with `$…$`, so that "it costs $$5 or $$6" stays the text it
 * is. Dollars that are not closed are text too.
 */
export function displayMathsPlugin(md: MarkdownIt): void {
  md.block.ruler.at(
    'math_block_dollar',
    (state, start, end, silent) => {
      const place = present(state.bMarks[start], 'line') + present(state.tShift[start], 'line');
      if (!state.src.startsWith('$$', place)) return false;
      const text = state.getLines(start, end, state.blkIndent, false);
      const found = ownLines.exec(text)?.[0];
      if (found === undefined) return false;
      if (silent) return true;
      state.line = start + found.split('\n').length;
      state.push('math_block', 'math', 0).content = found.trim().slice(2, -2);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  md.inline.ruler.before('math_inline_dollar', 'math_inline_block', (state, silent) => {
    inLine.lastIndex = state.pos;
    const found = inLine.exec(state.src)?.[0];
    if (found === undefined) return false;
    if (!silent) state.push('math_inline_block', 'math', 0).content = found.slice(2, -2);
    state.pos += found.length;
    return true;
  });
}

const maths = String.raw`(?:[^$\\]|\\[\s\S]|\$(?!\$))+?`;
const ownLines = new RegExp(String.raw`^ {0,3}\$\$(?=\s*[^\s$])${maths}\$\$[ \t]*(?=\n|$)`);
const inLine = new RegExp(String.raw`\$\$(?![\s$])${maths}(?<!\s)\$\$(?!\d)`, 'y');
