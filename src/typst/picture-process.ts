import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { imageKind } from '../files/picture.ts';
import { present } from '../text/present.ts';
import type { Refusal } from '../view/pictures.ts';
import { drawingFonts } from './fonts.ts';

/** What one picture may take. */
export interface Bounds {
  /** Of the processor's time. */
  readonly seconds: number;
  /** Of memory. */
  readonly bytes: number;
}

/** More than a photo of 200 megapixels takes on a slow machine. */
const usual: Bounds = { seconds: 15, bytes: 1.5e9 };

/** What the process is asked to do. */
export type Job = Trial | Drawing;

interface Trial {
  readonly is: 'try';
  readonly picture: Uint8Array;
  /** It is no picture of pixels. */
  readonly isDrawing: boolean;
}

interface Drawing {
  readonly is: 'draw';
  readonly picture: Uint8Array;
  readonly zoom: number;
  /** What the process draws words with, told once. */
  readonly fonts?: readonly Uint8Array[];
}

/** What came of it; undefined for a picture that has nothing against it. */
export type Outcome = Uint8Array | Refusal | undefined;

/** What the process tells: that it has begun, and what came of it; or that it cannot begin. */
export type Told = { readonly begun: true } | { readonly outcome: Outcome } | { readonly failed: string };

interface Asked {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
  begun: boolean;
}

/** So many jobs are with the process at a time, so that it need not wait for the next. */
const ahead = 2;

/** A process without work is ended after so many milliseconds. */
const patience = 1000;

/**
 * A process of its own that tries and draws pictures, for this is the work of native code: a picture may break it, take all
 * memory, or keep it busy for hours. It is started when there is a picture, and anew when one has broken it; it never
 * keeps ours from ending, and ends with it.
 */
export class PictureProcess {
  readonly #bounds: Bounds;
  readonly #script: URL;
  /** By the hashes of the pictures. */
  readonly #tried = new Map<string, Promise<Refusal | undefined>>();
  /** In their order; the first `#sent` of them are with the process. */
  readonly #asked: Asked[] = [];
  #sent = 0;
  #child: ChildProcess | undefined;
  #hasBegun = false;
  #hasFonts = false;
  #rest: NodeJS.Timeout | undefined;

  /** @param script what the process runs */
  constructor(bounds = usual, script = new URL('picture-child.mjs', import.meta.url)) {
    this.#bounds = bounds;
    this.#script = script;
  }

  /**
   * Tells why a picture cannot be printed; undefined when it can. Equal pictures are tried once.
   * @throws {Error} where the process cannot be started
   */
  tryOut(picture: Uint8Array): Promise<Refusal | undefined> {
    const hash = createHash('sha256').update(picture).digest('hex');
    const known = this.#tried.get(hash);
    if (known) return known;
    const job: Job = { is: 'try', picture, isDrawing: imageKind(picture) === 'svg' };
    const tried = this.#ask(job).then((outcome) => (typeof outcome === 'string' ? outcome : undefined));
    this.#tried.set(hash, tried);
    return tried;
  }

  /**
   * An SVG as PNG, so many times as large, in the papers' own fonts: the same bytes on every machine.
   * @throws {Error} where the process cannot be started
   */
  async draw(picture: Uint8Array, zoom: number): Promise<Uint8Array | Refusal> {
    return present(await this.#ask({ is: 'draw', picture, zoom }), 'drawing');
  }

  #ask(job: Job): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ job, resolve, reject, begun: false });
      this.#send();
    });
  }

  #send(): void {
    clearTimeout(this.#rest);
    this.#child ??= this.#start();
    this.#child.ref();
    this.#child.channel?.ref();
    for (const { job } of this.#asked.slice(this.#sent, ahead)) {
      this.#sent++;
      // Whether it arrives, the end of the process will tell.
      this.#child.send(this.#withFonts(job), () => {});
    }
  }

  #withFonts(job: Job): Job {
    if (job.is === 'try' || this.#hasFonts) return job;
    this.#hasFonts = true;
    return { ...job, fonts: drawingFonts() };
  }

  #start(): ChildProcess {
    const child = fork(this.#script, [JSON.stringify(this.#bounds)], {
      // What Node was told for our process is not for this one: to open a port for a debugger, for one.
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (told: Told) => this.#hear(told));
    child.on('error', ({ message }) => this.#end(child, message));
    child.on('exit', (code, signal) => {
      const end = () => this.#end(child, `it ended with ${signal ?? code}`);
      // What it told last may still be on its way.
      if (child.connected) child.on('disconnect', end);
      else end();
    });
    this.#sent = 0;
    this.#hasBegun = false;
    this.#hasFonts = false;
    return child;
  }

  #hear(told: Told): void {
    const [first] = this.#asked;
    if (!first) return;
    if ('begun' in told) {
      first.begun = true;
      this.#hasBegun = true;
      return;
    }
    this.#asked.shift();
    this.#sent--;
    if (this.#asked.length > 0) this.#send();
    else this.#pause();
    if ('failed' in told) first.reject(cannotStart(told.failed));
    else first.resolve(told.outcome);
  }

  /** The process is left alone, so that it does not keep ours alive, and ended when nothing more comes. */
  #pause(): void {
    const child = this.#child;
    child?.unref();
    child?.channel?.unref();
    this.#rest = setTimeout(() => {
      this.#child = undefined;
      child?.kill('SIGKILL');
    }, patience);
    this.#rest.unref();
  }

  /** The process has ended by itself: what it was at has broken it, and the others are for the next process. */
  #end(child: ChildProcess, why: string): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    const [first] = this.#asked;
    if (first?.begun) {
      this.#asked.shift();
      first.resolve('too-much');
    } else if (!this.#hasBegun) {
      for (const { reject } of this.#asked.splice(0)) reject(cannotStart(why));
    }
    if (this.#asked.length > 0) this.#send();
  }
}

const cannotStart = (why: string): Error =>
  new Error(`the process that draws pictures cannot be started: ${why}`);
