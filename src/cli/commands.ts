import type { CommandEntry } from './command.js';

/** The commands, in the order of the general help; each is a folder. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {};
