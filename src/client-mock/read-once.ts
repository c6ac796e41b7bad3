import { Readable } from 'node:stream';

/** Something in an output that is gone when it was read: a stream, a body with the SDK's mixin, events. */
export interface ReadOnce {
  /** The thing as it was given, where nobody has read it yet. */
  itself(): object | undefined;
  /** One more of it, for one more reader. */
  again(): object;
}

/** What the SDK's mixin adds to a body. */
interface Mixin {
  transformToByteArray(): Promise<Uint8Array>;
}

type Events = AsyncIterator<unknown> & AsyncIterable<unknown>;

const sources = new WeakMap<object, ReadOnce>();

/** True for what can be read only once. */
export function isReadOnce(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return isNodeStream(value) || isWebStream(value) || isMixedBlob(value) || isIterator(value);
}

/** What there is to know of such a thing; from now on what is read of it is kept. */
export function readOnce(value: object): ReadOnce {
  let source = sources.get(value);
  if (source === undefined) sources.set(value, (source = sourceOf(value)));
  return source;
}

function sourceOf(value: object): ReadOnce {
  if (isNodeStream(value)) return new NodeStream(value);
  if (isWebStream(value)) return new WebStream(value);
  if (isMixedBlob(value)) return new MixedBlob(value);
  return new SharedEvents(value as Events);
}

function isNodeStream(value: object): value is Readable {
  return 'pipe' in value && 'read' in value && 'emit' in value;
}

function isWebStream(value: object): value is ReadableStream {
  return 'getReader' in value && 'tee' in value;
}

function isMixedBlob(value: object): value is Blob & Mixin {
  return 'arrayBuffer' in value && 'transformToByteArray' in value;
}

/** A generator, and what else gives itself as its iterator. */
function isIterator(value: object): value is Events {
  return Symbol.asyncIterator in value && 'next' in value;
}

/** Keeps what is read of it; whoever comes later gets that, and then what comes. */
class NodeStream implements ReadOnce {
  readonly #stream: Readable;
  readonly #chunks: unknown[] = [];
  #ending: { readonly error?: unknown } | undefined;
  /** All of it was read ahead. */
  #isWhole = false;
  readonly #waiting: (() => void)[] = [];

  constructor(stream: Readable) {
    this.#stream = stream;
    const emit = stream.emit.bind(stream);
    const heard = (event: string | symbol, ...args: unknown[]): boolean => {
      this.#hear(event, args[0]);
      return emit(event, ...args);
    };
    // Node's streams tell of all that is read of them, whichever way it is read.
    Object.defineProperty(stream, 'emit', { value: heard, configurable: true, writable: true });
  }

  itself(): object | undefined {
    return this.#isUnread ? this.#stream : undefined;
  }

  again(): object {
    const { readableObjectMode: objectMode } = this.#stream;
    return withMixin(Readable.from(this.#read(), { objectMode }));
  }

  get #isUnread(): boolean {
    return this.#isWhole || !(this.#stream.readableDidRead || this.#stream.destroyed);
  }

  #hear(event: string | symbol, value: unknown): void {
    if (this.#isWhole) return;
    if (event === 'data') this.#chunks.push(value);
    else if (event === 'error') this.#ending = { error: value };
    else if (event === 'end' || event === 'close') this.#ending ??= {};
    else return;
    for (const go of this.#waiting.splice(0)) go();
  }

  async *#read(): AsyncGenerator<unknown, void> {
    for (let i = 0; ;) {
      if (i < this.#chunks.length) yield this.#chunks[i++];
      else if (this.#ending?.error !== undefined) throw this.#ending.error as Error;
      else if (this.#ending !== undefined || this.#isWhole || this.#stream.destroyed) return;
      else {
        const more = new Promise<void>((resolve) => this.#waiting.push(resolve));
        if (this.#isUnread) this.#readAhead();
        await more;
      }
    }
  }

  /** For a reader that is there before the first one is: reads all, and puts it back. */
  #readAhead(): void {
    const stream = this.#stream as Readable & { readonly _readableState?: { ended?: boolean } };
    const take = (): void => {
      while (stream.read() !== null);
      if (stream._readableState?.ended !== true) return;
      this.#isWhole = true;
      stream.off('readable', take);
      // Before Node tells that it is at its end, which it then is no more.
      for (const chunk of this.#chunks.toReversed()) stream.unshift(chunk);
      for (const go of this.#waiting.splice(0)) go();
    };
    stream.on('readable', take);
  }
}

/** The first reader gets a branch of it too: a stream that was split cannot be read itself. */
class WebStream implements ReadOnce {
  #rest: ReadableStream;

  constructor(stream: ReadableStream) {
    this.#rest = stream;
  }

  itself(): undefined {
    return undefined;
  }

  again(): object {
    // Of one that somebody else reads nothing is to be had.
    if (this.#rest.locked) return this.#rest;
    const [own, rest] = this.#rest.tee();
    this.#rest = rest;
    return own;
  }
}

/** The mixin lets even a blob be read only once. */
class MixedBlob implements ReadOnce {
  #isGiven = false;
  constructor(private readonly blob: Blob & Mixin) {}

  itself(): object | undefined {
    if (this.#isGiven) return undefined;
    this.#isGiven = true;
    return this.blob;
  }

  again(): object {
    const { blob } = this;
    const read = async function* read(): AsyncGenerator<Uint8Array, void> {
      yield new Uint8Array(await blob.arrayBuffer());
    };
    return withMixin(Readable.from(read(), { objectMode: false }));
  }
}

/** All readers get all events, the first through the iterator that was given. */
class SharedEvents implements ReadOnce {
  readonly #results: Promise<IteratorResult<unknown>>[] = [];
  readonly #next: () => Promise<IteratorResult<unknown>>;

  constructor(private readonly events: Events) {
    const next = events.next.bind(events);
    this.#next = () => next();
    let i = 0;
    const shared = (): Promise<IteratorResult<unknown>> => this.#result(i++);
    Object.defineProperty(events, 'next', { value: shared, configurable: true, writable: true });
  }

  itself(): object | undefined {
    return this.#results.length === 0 ? this.events : undefined;
  }

  async *again(): AsyncGenerator<unknown, void> {
    for (let i = 0; ; i++) {
      const result = await this.#result(i);
      if (result.done === true) return;
      yield result.value;
    }
  }

  #result(i: number): Promise<IteratorResult<unknown>> {
    return (this.#results[i] ??= this.#next());
  }
}

/** What the SDK gives its bodies: ways to read them to their end. */
function withMixin(stream: Readable): Readable {
  const bytes = async (): Promise<Buffer> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  };
  return Object.assign(stream, {
    transformToByteArray: bytes,
    transformToString: async (encoding?: BufferEncoding) => (await bytes()).toString(encoding),
    transformToWebStream: () => Readable.toWeb(stream),
  });
}
