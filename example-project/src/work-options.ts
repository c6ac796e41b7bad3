/** What every piece of work on a network can be given. */
export interface WorkOptions {
  /** Is told each step as it begins. */
  onProgress?: (line: string) => void;
  /** Waits before a deletion is tried again, in milliseconds; a real timer by default. */
  delay?: (milliseconds: number) => Promise<unknown>;
}
