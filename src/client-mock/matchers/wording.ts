import type { MatcherContext, ReadCall, ReadCommandClass, ReadMock } from './received.js';

/** What was looked for, and what was there. */
export interface Finding {
  readonly context: MatcherContext;
  readonly mock: ReadMock;
  /** Undefined where any is meant. */
  readonly command: ReadCommandClass | undefined;
  /** How often, or the how-manieth. */
  readonly number: number;
  /** Members that an input should have. */
  readonly input: unknown;
  /** How many calls fitted. */
  readonly found: number;
  /** The call that was looked at. */
  readonly call: ReadCall | undefined;
}

/** What a failed matcher says, in the words of the package that it comes from. */
export interface Wording {
  readonly any: (finding: Finding) => string;
  readonly command: (finding: Finding) => string;
  readonly times: (finding: Finding) => string;
  readonly with: (finding: Finding) => string;
  /** The nth call of all. */
  readonly nth: (finding: Finding) => string;
  /** The nth call of that command. */
  readonly nthOfCommand: (finding: Finding) => string;
}

/** `1st`, `2nd`, `3rd`, `4th`, … */
export function ordinalOf(n: number): string {
  const [tens, ones] = [Math.floor(n / 10) % 10, n % 10];
  const endings = ['th', 'st', 'nd', 'rd'];
  return `${String(n)}${tens === 1 ? 'th' : (endings[ones] ?? 'th')}`;
}
