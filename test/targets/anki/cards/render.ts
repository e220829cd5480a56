/** A note's fields by name; those left out are empty. */
export type Fields = Readonly<Record<string, string>>;

export interface RenderOptions {
  readonly back?: boolean;
  /** The cloze number that the card asks. */
  readonly number?: number;
  /** What the learner typed. */
  readonly typed?: string;
  /** The front as rendered, for `{{FrontSide}}`. */
  readonly front?: string;
}

/**
 * Fills a template as Anki does, closely enough to look at it: fields, sections, deletions and the type-in box.
 * Throws where Anki would show an error: an unknown filter or special field.
 */
export function render(template: string, fields: Fields, options: RenderOptions = {}): string {
  return sections(template, fields).replace(/\{\{(?:(\w+):)?([^{}#^/]+)\}\}/g, (_tag, filter, name) => {
    if (name === 'FrontSide') return options.front ?? '';
    const value = fields[name] ?? '';
    if (filter === undefined) return sound(value);
    if (filter === 'cloze') return cloze(value, options);
    if (filter === 'type') return typeBox(value, options);
    throw new Error(`render knows no filter "${filter}"`);
  });
}

function sections(template: string, fields: Fields): string {
  const section = /\{\{([#^])([^{}]+)\}\}((?:(?!\{\{[#^])[\s\S])*?)\{\{\/\2\}\}/;
  let text = template;
  for (let found = section.exec(text); found; found = section.exec(text)) {
    const [whole, mark, name = '', inside = ''] = found;
    const filled = (fields[name] ?? '').trim() !== '';
    text = text.replace(whole, () => (filled === (mark === '#') ? inside : ''));
  }
  return text;
}

const sound = (html: string): string =>
  html.replace(
    /\[sound:[^\]]*\]|\[anki:tts[^\]]*\][\s\S]*?\[\/anki:tts\]/g,
    '<a class="replay-button soundLink" href="#"><svg class="playImage" viewBox="0 0 64 64"><circle cx="32" cy="32" r="29" fill="#fff" stroke="#414141"></circle><path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z"></path></svg></a>',
  );

/** Anki gives the empty string where the card's number does not occur. */
function cloze(html: string, { back = false, number = 1 }: RenderOptions): string {
  if (!html.includes(`{{c${number}::`)) return '';
  return html.replace(
    /\{\{c(\d+)::((?:(?!\}\})[\s\S])*?)(?:::((?:(?!\}\}|::)[\s\S])*))?\}\}/g,
    (_all, n, answer, hint) => {
      if (answer.startsWith('image-occlusion:')) return mask(answer, n, Number(n) === number, back);
      if (Number(n) !== number) return `<span class="cloze-inactive" data-ordinal="${n}">${answer}</span>`;
      const shown = back ? answer : `[${hint ?? '...'}]`;
      return `<span class="cloze" data-ordinal="${n}">${shown}</span>`;
    },
  );
}

/** A mask as image occlusion reads it (Anki, `rslib/src/cloze.rs`). */
function mask(words: string, number: string, asked: boolean, back: boolean): string {
  const [, shape, ...sides] = words.split(':');
  const data = sides.map((side) => side.replace(/(\w+)=(.*)/, 'data-$1="$2"')).join(' ');
  const state = !asked ? 'cloze-inactive' : back ? 'cloze-highlight' : 'cloze';
  return `<div class="${state}" data-ordinal="${number}" data-shape="${shape}" ${data.replace('data-oi', 'data-occludeinactive')}></div>`;
}

/** Desktop's box, and a comparison of whole texts where Anki's goes letter by letter. */
function typeBox(expected: string, { back = false, typed = '' }: RenderOptions): string {
  if (!back)
    return '<center><input type="text" id="typeans" style="font-family: \'Arial\'; font-size: 20px;"></center>';
  const good = `<span class=typeGood>${expected}</span>`;
  const wrong = `<span class=typeBad>${typed}</span><br><span id=typearrow>&darr;</span><br><span class=typeMissed>${expected}</span>`;
  const inside = typed === '' ? expected : typed === expected ? good : wrong;
  return `<div style="font-family: 'Arial'; font-size: 20px"><code id=typeans>${inside}</code></div>`;
}

/** A page as desktop or a phone makes it around a card. */
export function page(card: string, css: string, options: { night?: boolean; phone?: boolean } = {}): string {
  const margin = options.phone ? '#qa{margin:.5em} body{margin:0}' : 'body{margin:20px}';
  const night = options.night ? ' nightMode night_mode' : '';
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${margin} ${anki}</style></head><body class="card card1${night}"><style>${css}</style><div id="qa" dir="auto">${card}</div></body></html>`;
}

/** The rules of Anki's own style sheet that ours meet. */
const anki = `
body{overflow-wrap:break-word} body.nightMode{background-color:#2c2c2c;color:#fcfcfc}
img{max-width:100%;max-height:95vh} li{text-align:start} pre{text-align:left} button{margin:1em .5em}
#typeans{width:100%;box-sizing:border-box} code#typeans{white-space:pre-wrap}
.typeGood{background:#afa;color:black} .typeBad{color:black;background:#faa} .typeMissed{color:black;background:#ccc}
.replay-button{text-decoration:none;display:inline-flex;vertical-align:middle;margin:3px}
.replay-button svg{width:40px;height:40px}
#image-occlusion-container{position:relative;left:50%;transform:translate(-50%,0);max-height:calc(95vh - 40px)}
#image-occlusion-container img{position:absolute;top:0;left:0;width:100%;height:100%;max-width:unset;max-height:unset}
#image-occlusion-canvas{position:absolute;top:0;left:0;width:100%;height:100%}`;
