/** What a command writes to, and where it looks. */
export interface Terminal {
  /** The folder that it was started in. */
  readonly folder: string;
  /** Its width in columns; texts are wrapped for it. */
  readonly columns: number;
  /** Whether colours are wanted. */
  readonly colours: boolean;
  /** Writes a line (or several) to the standard output. */
  print(text: string): void;
  /** Writes a line (or several) to the standard error output. */
  complain(text: string): void;
}

/** What a command ends with; `aws-sdk-stubber --help` says it too. */
export const EXIT = {
  /** All is done, or there was nothing to do. */
  done: 0,
  /** Something is left to the reader, or a file failed. */
  leftOver: 1,
  /** The arguments are wrong: nothing was looked at. */
  wrongArguments: 2,
} as const;

/** One command: a folder below this one. */
export interface Command {
  /** What `aws-sdk-stubber <command> --help` prints. */
  readonly help: string;
  /**
   * @param args - what stands after the command's name
   * @returns the exit code
   * @throws WrongArgumentsError, or an error of `parseArgs`
   */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** How a command is found: it is loaded when it is asked for. */
export interface CommandEntry {
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** The arguments cannot be followed; the message says what to write instead. */
export class WrongArgumentsError extends Error {
  readonly code = 'WRONG_ARGUMENTS';
}
