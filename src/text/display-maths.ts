import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';
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
      const found = closedAt(state, start, end);
      if (!found) return false;
      if (silent) return true;
      state.line = found.line + 1;
      state.push('math_block', 'math', 0).content = found.content;
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

/**
 * The line on which maths ends that begins on line `start`, and what stands between its dollars. Read line by line: the
 * next dollars end it or show that it is none, however much text follows.
 */
function closedAt(
  state: StateBlock,
  start: number,
  end: number,
): { line: number; content: string } | undefined {
  const place = present(state.bMarks[start], 'line') + present(state.tShift[start], 'line');
  if (!state.src.startsWith('$$', place)) return undefined;
  const textOf = (line: number) => state.getLines(line, line + 1, state.blkIndent, false);
  const [opening] = /^ {0,3}\$\$/.exec(textOf(start)) ?? [];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  for (let line = start; line < end; line++) {
    const text = line === start ? textOf(line).slice(opening.length) : textOf(line);
    const [inside] = upToDollars.exec(text) ?? [];
    lines.push(inside ?? text);
    if (inside === undefined) continue;
    const content = lines.join('\n');
    const isAlone = /^[ \t]*$/.test(text.slice(inside.length + 2));
    return isAlone && /^\s*[^\s$]/.test(content) ? { line, content } : undefined;
  }
  return undefined;
}

/** What stands in maths: a dollar may, but not two. */
const sign = String.raw`(?:[^$\\]|\\[\s\S]|\$(?!\$))`;
/** A backslash at the end of a line belongs to the line break. */
const upToDollars = /^(?:[^$\\]|\\(?:[\s\S]|$)|\$(?!\$))*(?=\$\$)/;
const inLine = new RegExp(String.raw`\$\$(?![\s$])${sign}+?(?<!\s)\$\$(?!\d)`, 'y');
