import type { Script, ScriptOptions } from 'node:vm';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/*
 * V8's code cache of the SDK's large files and ours, in files of their own: a process that only runs one test file pays anew
 * for compiling them otherwise.
 */

const KEPT = /[\\/](@aws-sdk|@smithy|aws-sdk-stubber[\\/]dist)[\\/]/;

/** Less than this, in characters, is compiled as fast as its cache is read. */
const WORTH_IT = 20_000;

/** What is older goes when something new is kept, in milliseconds: of packages that are gone, mostly. */
const MAX_AGE = 30 * 24 * 3_600_000;

/** Whether code of a file is worth a cache: the large files of the SDK and of this package are. */
export function isWorthKeeping(code: string, filename: string): boolean {
  if (code.length < WORTH_IT) return false;
  return KEPT.test(filename);
}

/** What Node compiles a file with. */
export type OfFile = ScriptOptions & { readonly filename: string };

type MakeScript = (source: string, options: ScriptOptions) => Script;

/** As Node has it: of Jest's it may be replaced. */
const { Script: OwnScript } = process.getBuiltinModule('node:vm');

const ownScript: MakeScript = (source, options) => new OwnScript(source, options);

/** Compiles code with what is kept of earlier runs. */
export class KeptCode {
  readonly #folder: string;
  /** Compiled without a cache, by where it will be; what of it is worth keeping is known once it has run. */
  readonly #fresh = new Map<string, { readonly script: Script; readonly source: string }>();
  /** What was read, by where it is, for a process that compiles the same again and again; else nothing. */
  readonly #read: Map<string, { readonly source: string; readonly data: Buffer }> | undefined;

  /**
   * @param folder - where the caches are; made when there is something to keep
   * @param isRepeated - the same files will be compiled again and again: caches are kept in memory, too
   */
  constructor(folder: string, isRepeated = false) {
    this.#read = isRepeated ? new Map() : undefined;
    this.#folder = join(folder, `${process.version}-${process.arch}`);
  }

  /**
   * A script of a file, from its cache where there is one.
   *
   * @param make - makes it; as Node does, unless said otherwise
   */
  script(source: string, options: OfFile, make: MakeScript = ownScript): Script {
    const place = this.#placeOf(options.filename, source);
    const before = this.#read?.get(place);
    if (before?.source === source) {
      const script = make(source, { ...options, cachedData: before.data });
      if (script.cachedDataRejected === false) return script;
    }
    const cachedData = read(place, source);
    const script = make(source, cachedData === undefined ? options : { ...options, cachedData });
    if (script.cachedDataRejected !== false) this.#fresh.set(place, { script, source });
    else if (cachedData !== undefined) this.#read?.set(place, { source, data: cachedData });
    return script;
  }

  /** Keeps what was compiled since, with all of it that has run. */
  keep(): void {
    for (const [place, { script, source }] of this.#fresh) {
      this.#write(place, sealed(source, script.createCachedData()));
    }
    this.#fresh.clear();
  }

  /** By its beginning too: what is wrapped around the file. */
  #placeOf(filename: string, source: string): string {
    const name = basename(dirname(dirname(filename)));
    return join(this.#folder, `${name}-${hashOf(filename + source.slice(0, 100)).toString(36)}`);
  }

  /** Where it cannot be kept (a read-only disk), each process compiles for itself. */
  #write(place: string, whole: Buffer): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#removeOld();
      // Workers write at the same time: each its own file, put in place at once.
      const own = `${place}.${String(process.pid)}-${String(process.hrtime.bigint())}`;
      writeFileSync(own, whole);
      renameSync(own, place);
    } catch {
      return;
    }
  }

  #removeOld(): void {
    for (const name of readdirSync(this.#folder)) {
      const place = join(this.#folder, name);
      if (Date.now() - statSync(place).mtimeMs > MAX_AGE) rmSync(place, { force: true });
    }
  }
}

/*
 * What is kept says in its first line what it was compiled from, and by what: dates of files are not to be trusted, V8
 * compares no more of the text than its length, and it takes data that is damaged. `cachedDataVersionTag` has V8's version
 * and flags in it.
 *
 * Of a large file, sums are there. For those Node has to load its zlib, which takes longer than a small file and its data
 * are read, and the data once more: there the text itself follows, and the data twice.
 */

/** In characters. */
const LARGE = 100_000;

function sealed(source: string, data: Buffer): Buffer {
  const parts = source.length < LARGE ? [Buffer.from(source), data, data] : [data];
  return Buffer.concat([Buffer.from(`${headOf(source, data)}\n`), ...parts]);
}

/** The data, where they are whole and of this text. */
function read(place: string, source: string): Buffer | undefined {
  let kept: Buffer;
  try {
    kept = readFileSync(place);
  } catch {
    return undefined;
  }
  const end = kept.indexOf('\n');
  const head = kept.subarray(0, end).toString();
  const rest = kept.subarray(end + 1);
  if (source.length >= LARGE) return head === headOf(source, rest) ? rest : undefined;
  const text = Buffer.from(source);
  const middle = (rest.length + text.length) / 2;
  const data = rest.subarray(middle);
  const isWhole =
    text.equals(rest.subarray(0, text.length)) && data.equals(rest.subarray(text.length, middle));
  return isWhole && head === headOf(source, data) ? data : undefined;
}

function headOf(source: string, data: Buffer): string {
  const { cachedDataVersionTag } = process.getBuiltinModule('node:v8');
  const sums = source.length < LARGE ? [] : [crc32(source), crc32(data)];
  return [2, source.length, data.length, ...sums, cachedDataVersionTag()].join(' ');
}

/** Loaded late, like the other modules of Node's: a file that loads no SDK needs none of them. */
function crc32(data: string | Buffer): number {
  return process.getBuiltinModule('node:zlib').crc32(data);
}

/** FNV-1a, of 32 bits: for names of files. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
