// npm run bench: how fast, as ratios against a peer or a floor measured in the same run, so that the figures hold on any
// machine. `--smoke` runs everything once and small, to see that it still runs.
import { createRequire } from 'node:module';
import { load } from 'js-yaml';
import { checkBank, compile, emptyLock, loadBank } from '../../dist/index.js';
import { worldOf } from '../../dist/node.js';
import { targetNames } from '../../dist/targets/index.js';

const smoke = process.argv.includes('--smoke');
const runs = smoke ? 1 : 5;
const start = Date.UTC(2026, 0, 1);
const world = { ...worldOf('.'), readMedia: () => new Uint8Array(), onStep: () => {} };

/** A bank with all that is wrong with it. */
function checked(all) {
  const loaded = loadBank(all);
  return { ...loaded, diagnostics: checkBank(loaded, targetNames) };
}

/** The files of a bank of `count` questions of mixed kinds. */
function files(count) {
  const question = (at) =>
    [
      `  - {id: q${at}, ask: What is number ${at}?, answer: It is ${at} things}`,
      `  - {id: q${at}, choose: Which one is number ${at}?, right: The right ${at}, wrong: [A wrong ${at}, Another ${at}]}`,
      `  - {id: q${at}, cloze: "Number {{${at}}} comes before {{${at + 1}}}."}`,
      `  - {id: q${at}, claim: Number ${at} is even., verdict: ${at % 2 === 0}}`,
    ][at % 4];
  const text = `topic: Numbers\nquestions:\n${Array.from({ length: count }, (_, at) => question(at)).join('\n')}\n`;
  const deck = 'deck: Bench\nid: bench\nquizzes: [{id: q, title: Q, sections: [{pick: 40}]}]\n';
  return {
    form: 'folder',
    deck: { path: 'deck.yaml', text: deck },
    topics: [{ path: 'a.yaml', text }],
    others: new Set(),
    outside: new Set(),
    head: () => undefined,
  };
}

/** The median of some runs, in milliseconds, after one run to warm up. */
async function time(work) {
  const taken = [];
  for (let run = 0; run <= runs; run++) {
    const before = performance.now();
    await work();
    if (run > 0 || smoke) taken.push(performance.now() - before);
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)];
}

/** Megabytes that a bank of `count` questions holds on to. */
function heap(count) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const loaded = checked(files(count));
  globalThis.gc?.();
  const used = (process.memoryUsage().heapUsed - before) / 1e6;
  return { used, questions: loaded.questionCount };
}

const row = (name, value, against) => console.log(`${name.padEnd(58)} ${value.padStart(10)}  ${against}`);
const milliseconds = (value) => `${value.toFixed(0)} ms`;

async function loading() {
  const count = smoke ? 1000 : 100_000;
  const all = files(count);
  const ours = await time(() => checked(all));
  const floor = await time(() => load(all.topics[0].text));
  row(
    `load and check ${count} questions`,
    milliseconds(ours),
    `${(ours / floor).toFixed(1)} × js-yaml's plain load`,
  );
  if (!globalThis.gc) return;
  const half = heap(count / 2).used;
  const whole = heap(count).used;
  row(
    `memory of ${count} questions`,
    `${whole.toFixed(0)} MB`,
    `${(whole / half).toFixed(2)} × that of half as many`,
  );
}

/** A file of nothing but mistakes, against the same file without them. */
async function mistakes() {
  const count = smoke ? 1000 : 10_000;
  const file = (key) => {
    const text = Array.from(
      { length: count },
      (_, at) => `  - id: q${at}\n    ask: Q${at}?\n    ${key}: x\n`,
    );
    return { ...files(0), topics: [{ path: 'a.yaml', text: `topic: T\nquestions:\n${text.join('')}` }] };
  };
  const wrong = await time(() => checked(file('anwser')));
  const right = await time(() => checked(file('answer')));
  row(
    `check ${count} questions with a mistake each`,
    milliseconds(wrong),
    `${(wrong / right).toFixed(1)} × without`,
  );
}

async function decks() {
  const count = smoke ? 20 : 200;
  const basic = Array.from(
    { length: count },
    (_, at) => `  - {id: q${at}, ask: Q${at}?, answer: A${at}}`,
  ).join('\n');
  const all = { ...files(0), topics: [{ path: 'a.yaml', text: `topic: T\nquestions:\n${basic}\n` }] };
  const { bank } = loadBank(all);
  const order = { lock: emptyLock(bank.id), now: start, only: ['anki'] };
  const { default: Exporter } = createRequire(import.meta.url)('anki-apkg-export');
  const ours = await time(() => compile(bank, all, order, world));
  const peer = await time(async () => {
    const exporter = new Exporter('Bench');
    for (let at = 0; at < count; at++) exporter.addCard(`Q${at}?`, `A${at}`);
    await exporter.save();
  });
  row(
    `package of ${count} basic cards`,
    milliseconds(ours),
    `${(ours / peer).toFixed(2)} × anki-apkg-export`,
  );
}

async function papers() {
  const all = files(smoke ? 50 : 400);
  const { bank } = loadBank(all);
  let seed = 0;
  const print = (versions, ownSeed) => {
    const quizzes = [{ ...bank.quizzes[0], versions, seed: ownSeed }];
    return compile(bank, all, { lock: emptyLock(bank.id), now: start, only: ['pdf'], quizzes }, world);
  };
  const single = await time(() => print(1, ++seed));
  const many = await time(() => print(30, ++seed));
  const again = await time(() => print(30, 0));
  const times = (value, of) => `${(value / of).toFixed(1)} × one version`;
  row('30 versions of 40 questions, all files, each time new', milliseconds(many), times(many, single));
  row('the same 30 versions again', milliseconds(again), times(again, single));
  const count = smoke ? 60 : 500;
  const before = performance.now();
  await print(count, ++seed);
  const most = performance.now() - before;
  row(
    `${count} versions of 40 questions`,
    milliseconds(most),
    `${(most / count / (many / 30)).toFixed(1)} × as long for each as of 30; the process at ${(process.resourceUsage().maxRSS / 1e6).toFixed(1)} GB`,
  );
}

await loading();
await mistakes();
await decks();
await papers();
