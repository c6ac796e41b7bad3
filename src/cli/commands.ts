import type { CommandEntry } from './command.js';

/** The commands, in the order of the general help; each is a folder. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  init: {
    summary: 'writes the setup entry into the config of Vitest or Jest',
    load: async () => (await import('./init/index.js')).init,
  },
  migrate: {
    summary: 'moves suites of aws-sdk-client-mock and its kin to this package',
    load: async () => (await import('./migrate/index.js')).migrate,
  },
};
