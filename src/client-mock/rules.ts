import { isDeepStrictEqual } from 'node:util';
import { matches, equals } from './input-match.js';

/** What answers one call: gives what `send` gives back, or throws. */
export type Reply = (client: unknown, args: readonly unknown[]) => unknown;

/** Which calls a rule is for. */
export interface Wanted {
  /** Undefined for every command. */
  readonly command: CommandConstructor | undefined;
  /** Undefined for every input. */
  readonly input: unknown;
  /** The input must be this and no more. */
  readonly isStrict: boolean;
  /** What `send` must have been given, instead. */
  readonly args?: readonly unknown[];
}

/** A command class. */
export type CommandConstructor = abstract new (...args: never[]) => object;

/** Replies for the calls of one `on()`: those for one call each, in order, then one for all others. */
export class Rule {
  #once: Reply[] = [];
  #used = 0;
  lasting: Reply | undefined;

  constructor(private readonly wanted: Wanted) {}

  isFor(args: readonly unknown[]): boolean {
    return isWanted(this.wanted, args);
  }

  isLike({ wanted: { command, input, isStrict } }: Rule): boolean {
    const own = this.wanted;
    return (
      own.command === command &&
      own.isStrict === isStrict &&
      own.args === undefined &&
      (own.input === input || isDeepStrictEqual(own.input, input))
    );
  }

  addOnce(...replies: Reply[]): void {
    this.#once.push(...replies);
  }

  /** Takes the replies for one call each that no call has used. */
  takeUnused(): Reply[] {
    return this.#once.splice(this.#used);
  }

  /** The reply for the next call. */
  take(): Reply | undefined {
    return this.#used < this.#once.length ? this.#once[this.#used++] : this.lasting;
  }

  /** Begins anew with the replies for one call each. */
  rewind(): void {
    this.#used = 0;
  }
}

/** True where the calls with these arguments are meant. */
export function isWanted(wanted: Wanted, args: readonly unknown[]): boolean {
  const { command, input, isStrict } = wanted;
  if (wanted.args !== undefined) {
    return wanted.args.length <= args.length && wanted.args.every((arg, i) => equals(arg, args[i]));
  }
  const [sent] = args;
  if (command !== undefined && !(sent instanceof command)) return false;
  if (input === undefined) return args.length > 0;
  if (typeof sent !== 'object' || sent === null || !('input' in sent)) return false;
  return isStrict ? equals(input, sent.input) : matches(input, sent.input);
}

/** The rules of a mock. The latest that is for a call answers it, also where an earlier one says more of it. */
export class Rules {
  #rules: Rule[] = [];
  /** The one for every command and every input: there is only one, and it stays where it came first. */
  #any: Rule | undefined;
  /** Rules that got replies for one call each in the turn that runs, and no lasting one. */
  #open: { readonly turn: object; readonly rules: Rule[] } | undefined;

  add(wanted: Wanted): Rule {
    const isAny =
      wanted.command === undefined && wanted.input === undefined && wanted.args === undefined;
    if (isAny && this.#any !== undefined) return this.#any;
    const rule = new Rule(wanted);
    this.#rules.push(rule);
    if (isAny) this.#any = rule;
    return rule;
  }

  find(args: readonly unknown[]): Rule | undefined {
    return this.#rules.findLast((rule) => rule.isFor(args));
  }

  /**
   * Adds a reply for one call.
   *
   * One `on()` after another for the same calls continues their queue. One that comes later, as a test's after that of
   * its `beforeEach`, takes the place of what was left there.
   *
   * @param isFirst - the first of its `on()`
   */
  addOnce(rule: Rule, reply: Reply, isFirst: boolean): void {
    const open = this.#openNow();
    if (isFirst) {
      const before = open.find((each) => each.isLike(rule));
      const left = before?.takeUnused() ?? [];
      rule.takeUnused();
      rule.addOnce(...left);
    }
    rule.addOnce(reply);
    if (!open.includes(rule)) open.unshift(rule);
  }

  /** Says what answers when the replies for one call each are used up. */
  setLasting(rule: Rule, reply: Reply): void {
    rule.lasting = reply;
    const open = this.#openNow();
    for (const each of open.filter((other) => other.isLike(rule)))
      open.splice(open.indexOf(each), 1);
  }

  rewind(): void {
    for (const rule of this.#rules) rule.rewind();
  }

  clear(): void {
    this.#rules = [];
    this.#any = undefined;
    this.#open = undefined;
  }

  #openNow(): Rule[] {
    const turn = presentTurn();
    if (this.#open?.turn !== turn) this.#open = { turn, rules: [] };
    return this.#open.rules;
  }
}

let present: object | undefined;

/** What is written without an `await` in between. */
function presentTurn(): object {
  if (present === undefined) {
    present = {};
    // Not queueMicrotask, which fake timers replace.
    void Promise.resolve().then(() => {
      present = undefined;
    });
  }
  return present;
}
