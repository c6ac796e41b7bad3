/** What was done to a file, or what is left to the reader in it. */
export interface Remark {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The module that it is about: nothing is left to do once the file does not name it any more. */
  readonly untilGone?: string;
}

/** What became of a file. */
export interface FileReport {
  /** From the folder of the command. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What was changed, in a few words each: counted over all files. */
  readonly changes: readonly string[];
  /** What is left to the reader. */
  readonly left: readonly Remark[];
  /** Why the file was left alone altogether. */
  readonly failure?: Remark;
}
