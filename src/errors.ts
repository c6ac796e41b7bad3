const KIND = Symbol.for('aws-sdk-stubber.error');

/** package.json's `homepage`, which the build writes here. Sources that are run as they are have none, and link nowhere. */
declare const HOMEPAGE: string | undefined;

/** What an error of this package is about; stable, to be asserted on. */
export type StubberErrorCode =
  | 'UNSTUBBED_OPERATION'
  | 'PENDING_EXPECTATIONS'
  | 'UNUSED_STUBS'
  | 'INVALID_STUB'
  | 'INVALID_INPUT'
  | 'ENDLESS_LOOP'
  | 'LATE_CALL'
  | 'NETWORK_BLOCKED'
  | 'RESOURCE'
  | 'WRONG_USE';

const NAMES: Readonly<Record<StubberErrorCode, string>> = {
  UNSTUBBED_OPERATION: 'UnstubbedOperationError',
  PENDING_EXPECTATIONS: 'PendingExpectationsError',
  UNUSED_STUBS: 'UnusedStubsError',
  INVALID_STUB: 'InvalidStubError',
  INVALID_INPUT: 'InvalidInputError',
  ENDLESS_LOOP: 'EndlessLoopError',
  LATE_CALL: 'LateCallError',
  NETWORK_BLOCKED: 'NetworkBlockedError',
  RESOURCE: 'ResourceError',
  WRONG_USE: 'WrongUseError',
};

/**
 * Base of every error that this package throws.
 *
 * `instanceof` looks at a mark and at `code`, not at the class: a test and its setup file may hold
 * different copies of this package (ES module and CommonJS, or after `vi.resetModules()`).
 */
export class StubberError extends Error {
  /** Set by a subclass that stands for exactly one code. */
  protected static readonly kind: StubberErrorCode | undefined = undefined;
  readonly code: StubberErrorCode;

  /**
   * @param heading - the anchor of the Messages page that the message links to; that of the code unless one is given, or
   *   the message quotes others that have links
   */
  constructor(code: StubberErrorCode, message: string, heading = NAMES[code].toLowerCase()) {
    super(linked(message, heading));
    this.code = code;
    this.name = NAMES[code];
    Object.defineProperty(this, KIND, { value: code });
    this.stack = `${this.name}: ${this.message}\n${framesOfUser()}`;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(KIND in value)) return false;
    return this.kind === undefined || this.kind === value[KIND];
  }
}

/** The package was used in a way that it cannot follow; the message says what to write instead. */
export class WrongUseError extends StubberError {
  protected static override readonly kind = 'WRONG_USE';

  constructor(message: string, heading?: string) {
    super('WRONG_USE', message, heading);
  }
}

/**
 * Why a call was not answered: nothing was stubbed for it; another call was expected next; nothing stubbed has its
 * parameters; or what was stubbed for it has been used.
 */
export type UnstubbedReason = 'unstubbed' | 'order' | 'parameters' | 'used-up';

const HEADINGS: Readonly<Record<UnstubbedReason, string>> = {
  unstubbed: 'no-stub-answers',
  order: 'another-call-is-next',
  parameters: 'the-nearest-stub',
  'used-up': 'used-up',
};

/** A call that no stub and no expectation answers. */
export class UnstubbedOperationError extends StubberError {
  protected static override readonly kind = 'UNSTUBBED_OPERATION';
  /** The service's id, such as `EC2`. */
  readonly service: string;
  /** The operation's name, such as `CreateVpc`. */
  readonly operation: string;
  /** Why nothing answered. */
  readonly reason: UnstubbedReason;
  /** The input as it was at the call. */
  get input(): unknown {
    return this.#input;
  }
  // Behind a getter: the message shows the input, and runners print own members once more.
  readonly #input: unknown;

  constructor(
    message: string,
    call: { service: string; operation: string; input: unknown },
    reason: UnstubbedReason = 'unstubbed',
    heading = HEADINGS[reason],
  ) {
    super('UNSTUBBED_OPERATION', message, heading);
    this.reason = reason;
    this.service = call.service;
    this.operation = call.operation;
    this.#input = call.input;
  }
}

/** Expectations that a test left unused. */
export class PendingExpectationsError extends StubberError {
  protected static override readonly kind = 'PENDING_EXPECTATIONS';

  constructor(message: string) {
    super('PENDING_EXPECTATIONS', message);
  }
}

/** Stubs that no call used, where `configure({ unused: 'fail' })` asks for that. */
export class UnusedStubsError extends StubberError {
  protected static override readonly kind = 'UNUSED_STUBS';

  constructor(message: string) {
    super('UNUSED_STUBS', message);
  }
}

/** A stub says what the service's model does not allow: an output, parameters, an error's members. */
export class InvalidStubError extends StubberError {
  protected static override readonly kind = 'INVALID_STUB';

  constructor(message: string, heading?: string) {
    super('INVALID_STUB', message, heading);
  }
}

/** A call's input is not what the service's model allows; no stub was used up. */
export class InvalidInputError extends StubberError {
  protected static override readonly kind = 'INVALID_INPUT';

  constructor(message: string) {
    super('INVALID_INPUT', message);
  }
}

/** The loop of calls that a test was in when its time was up. */
export class EndlessLoopError extends StubberError {
  protected static override readonly kind = 'ENDLESS_LOOP';

  constructor(message: string) {
    super('ENDLESS_LOOP', message);
  }
}

/** A call of a test that is over: it is reported with that test's name, and counts for no other. */
export class LateCallError extends StubberError {
  protected static override readonly kind = 'LATE_CALL';

  constructor(message: string) {
    super('LATE_CALL', message);
  }
}

/** AWS's answer has not what a resource is made of: its attributes, or what identifies it. */
export class ResourceError extends StubberError {
  protected static override readonly kind = 'RESOURCE';

  constructor(message: string) {
    super('RESOURCE', message);
  }
}

/** A connection that would leave this machine, or the look-up of a name that would; nothing was sent. */
export class NetworkBlockedError extends StubberError {
  protected static override readonly kind = 'NETWORK_BLOCKED';
  /** The host's name or address. */
  readonly host: string;
  /** Undefined for the look-up of a name. */
  readonly port: number | undefined;

  constructor(message: string, to: { host: string; port: number | undefined }) {
    super('NETWORK_BLOCKED', message);
    this.host = to.host;
    this.port = to.port;
  }
}

let ownFolder: string | undefined;
/** More frames of this package than any call goes through. */
const MOST_OWN_FRAMES = 30;

/** The folder of this package's code: of this file in the sources, of one file of all in the package. */
function folderOf(stack = ''): string | undefined {
  return /at (?:.*\()?(.*[\\/])[^\\/]+:\d+:\d+\)?$/m.exec(stack)?.[1];
}

/**
 * The frames of a stack from the code of whoever used this package: runners show the source of the
 * first one, and where this package lies outside node_modules that would be ours.
 */
function framesOfUser(): string {
  // Worked out with the first error: a stack costs more than all else that is done while loading.
  ownFolder ??= folderOf(new Error().stack) ?? '';
  const folder = ownFolder;
  const limit = Error.stackTraceLimit;
  // Ours are on top of the user's, which they must not push out.
  Error.stackTraceLimit = limit + MOST_OWN_FRAMES;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = limit;
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .filter((line) => folder === '' || !line.includes(folder))
    .slice(0, limit)
    .join('\n');
}

/** A line that leads to the Messages page, also where it is quoted. */
const LINK = /\n+ *See (https?:\/\/\S+\/messages#[\w-]+)$/gm;

/** A message that ends with its links: those of the messages that it quotes, each once, or else its own. */
function linked(message: string, heading?: string): string {
  const links = new Set(Array.from(message.matchAll(LINK), ([, link]) => link));
  if (links.size === 0 && heading !== undefined && typeof HOMEPAGE === 'string') {
    links.add(`${HOMEPAGE}messages#${heading}`);
  }
  if (links.size === 0) return message;
  const lines = Array.from(links, (link) => `See ${String(link)}`);
  return `${withoutLinks(message)}\n\n${lines.join('\n')}`;
}

/** What an error says, for a message that has links of its own. */
export function withoutLinks(message: string): string {
  return message.replaceAll(LINK, '');
}

/** Adds to what an error says, also in its stack, which runners print. Links stay at the end. */
export function addToMessage(error: Error, text: string): void {
  replaceMessage(error, error.message + text);
}

/** Lets an error say something else, also in its stack. Links in it are at its end. */
export function replaceMessage(error: Error, text: string): void {
  const message = linked(text);
  const { stack = '' } = error;
  const before = error.message;
  error.message = message;
  // A function as the replacement: in a text `$` has a meaning.
  error.stack = stack.replace(before, () => message);
}
