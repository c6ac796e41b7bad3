import process from 'node:process';
import type { IsOfMachine } from './environment.js';

/** Not imported: a test file's own mock of it is none of our business. */
const fs = process.getBuiltinModule('node:fs');

/**
 * The environment that a process was started with, before any code of the project ran in it.
 *
 * Source: proc_pid_environ(5)
 *
 * @param pid - of the process that the runner was started as
 * @returns undefined where the system does not tell; of those that Node runs on Linux does
 */
function environmentAtStart(pid: number | 'self'): ReadonlyMap<string, string> | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/environ`, 'utf8');
    const entries = text.split('\0').map((each): [string, string] => {
      const at = each.indexOf('=');
      return [each.slice(0, at), each.slice(at + 1)];
    });
    return text === '' ? undefined : new Map(entries);
  } catch {
    return undefined;
  }
}

/**
 * Tells what the shell, or whatever started the runner, put into the environment from what the project did.
 *
 * @param pid - of the process that the runner was started as
 * @param otherwise - decides where the system does not tell; what it does not know is the machine's
 */
export function ofMachine(pid: number | 'self', otherwise: IsOfMachine): IsOfMachine {
  const atStart = environmentAtStart(pid);
  if (atStart === undefined) return otherwise;
  const is = (name: string, value: string | undefined): boolean => atStart.get(name) === value;
  return Object.assign(is, { atStart });
}
