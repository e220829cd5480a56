// The process in which pictures are tried and drawn. One thread draws; the other looks at what that takes, and ends the
// process when it is too much. It imports no code of ours, so that Node runs this file as it stands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** @import { MessagePort } from 'node:worker_threads' */
/** @import { Bounds, Job, Outcome, Told } from './picture-process.ts' */

/** How often it is looked at what a picture takes, in milliseconds. */
const interval = 50;

/**
 * Rust gives the threads that lay out papers a stack of 2 MB. A picture for which half of that is enough does not break
 * them, however deep inside a paper it stands.
 */
const stackSizeMb = 1;

/** At once, also while native code runs in the other thread. */
const end = () => process.kill(process.pid, 'SIGKILL');

if (isMainThread) watch(JSON.parse(process.argv[2] ?? ''));
else if (parentPort) draw(parentPort);

/**
 * Hands one job after the other to the thread that draws, and hands back what that tells.
 * @param {Bounds} bounds
 */
function watch({ seconds, bytes }) {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb } });
  /** @type {Job[]} */
  const waiting = [];
  let isBusy = false;
  const next = () => {
    const job = isBusy ? undefined : waiting.shift();
    isBusy ||= job !== undefined;
    if (job) worker.postMessage(job);
  };
  /** @type {{ readonly cpu: NodeJS.CpuUsage, readonly rss: number } | undefined} */
  let before;
  worker.on('message', (/** @type {Told} */ told) => {
    if ('begun' in told) {
      before = { cpu: process.cpuUsage(), rss: process.memoryUsage.rss() };
      // That it has begun must be known before it breaks everything.
      process.send?.(told, () => worker.postMessage('go'));
    } else {
      before = undefined;
      isBusy = false;
      process.send?.(told);
      next();
    }
  });
  worker.on('error', end);
  process.on('message', (/** @type {Job} */ job) => {
    waiting.push(job);
    next();
  });
  process.on('disconnect', end);
  // Who interrupts the program interrupts all its processes; this one ends with the one that it draws for.
  process.on('SIGINT', () => {});
  setInterval(() => {
    if (!before) return;
    // The processor's time, for it is no fault of the picture's when others want the processor too.
    const { user, system } = process.cpuUsage(before.cpu);
    if (user + system > seconds * 1e6 || process.memoryUsage.rss() - before.rss > bytes) end();
  }, interval);
}

/**
 * Makes itself ready for a job, and does it when it is told to go.
 * @param {MessagePort} port
 */
function draw(port) {
  /** @type {ReturnType<typeof startTrying> | undefined} */
  let trying;
  /** @type {ReturnType<typeof startDrawing> | undefined} */
  let drawing;
  /** @type {(job: Job) => Promise<() => Outcome>} */
  const prepared = async (job) => {
    if (job.is === 'try') {
      trying ??= startTrying();
      const tryOut = await trying;
      return () => tryOut(job.picture, job.isDrawing);
    }
    drawing ??= startDrawing(job.fonts ?? []);
    const drawSvg = await drawing;
    return () => drawSvg(job.picture, job.zoom);
  };
  /** @type {(told: Told) => void} */
  const tell = (told) => port.postMessage(told);
  /** @type {() => Outcome} */
  let work;
  port.on('message', (/** @type {Job | 'go'} */ said) => {
    if (said === 'go') tell({ outcome: work() });
    else
      prepared(said).then(
        (ready) => {
          work = ready;
          tell({ begun: true });
        },
        (error) => tell({ failed: String(error) }),
      );
  });
}

const workspace = resolve('/recto-verso');

/** As large as a picture can stand on a page, for filters are drawn in the size that they are printed in. */
const page = `#set page(width: 210mm, margin: 21mm)
#layout(room => {
  let own = measure(image("/tried"))
  image("/tried", width: own.width * calc.min(1, room.width / own.width, 80mm / own.height))
})`;

/** Starts the typesetter, with whatever fonts there are: here nobody looks at the words in a drawing. */
async function startTrying() {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace });
  /** @type {(picture: Uint8Array, isDrawing: boolean) => Outcome} */
  return (picture, isDrawing) => {
    try {
      compiler.mapShadow(resolve(workspace, './tried'), Buffer.from(picture));
      const { result } = compiler.compile({ mainFileContent: page });
      // What is made of pixels has been read by now; a drawing is drawn only when it is written.
      if (isDrawing && result) compiler.pdf(result);
      return result ? undefined : 'refused';
    } catch {
      return 'refused';
    } finally {
      compiler.evictCache(0);
    }
  };
}

const families = {
  defaultFontFamily: 'Libertinus Serif',
  serifFamily: 'Libertinus Serif',
  sansSerifFamily: 'Atkinson Hyperlegible',
  monospaceFamily: 'DejaVu Sans Mono',
};

/**
 * Starts what draws an SVG as PNG, so many times as large: the same bytes on every machine.
 * @param {readonly Uint8Array[]} fonts
 */
async function startDrawing(fonts) {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const require = createRequire(import.meta.url);
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const font = { fontBuffers: [...fonts], ...families };
  /** @type {(svg: Uint8Array, zoom: number) => Outcome} */
  return (svg, zoom) => {
    try {
      const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
      const rendered = drawing.render();
      const png = rendered.asPng();
      rendered.free();
      drawing.free();
      return png;
    } catch (error) {
      // What broke off in the middle of its work may not be used again.
      if (['RuntimeError', 'RangeError'].includes(/** @type {Error} */ (error).name)) end();
      return 'refused';
    }
  };
}
