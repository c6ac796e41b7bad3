/** What is told at the end, beside the changes themselves. */
export interface Report {
  /** What was done, or is done already: `jest.config.js: …`. */
  readonly done: string[];
  /** What is left to the reader, with the lines to write. */
  readonly left: string[];
}
