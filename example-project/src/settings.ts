import { paginateGetParametersByPath, SSMClient } from '@aws-sdk/client-ssm';

import type { Arguments } from './arguments.js';
import { InputError } from './input-error.js';
import { present } from './present.js';

const ssm = new SSMClient({});

/** The options that settings can stand for. */
const NAMES = ['bucket', 'table', 'owner'];

// Parameter Store allows some dozen requests a second, and settings rarely change.
const FRESH_MS = 5 * 60_000;

type Settings = Record<string, string>;

const kept = new Map<string, { settings: Promise<Settings>; until: number }>();

/** Takes options that the command line does not give from Parameter Store, where `--settings` says the path. */
export async function withSettings(given: Arguments): Promise<Arguments> {
  const path = given.values['settings'];
  if (path === undefined) return given;
  if (!path.startsWith('/')) {
    throw new InputError(`'${path}' is no path of parameters: write one such as /netkit/web`);
  }
  return { ...given, values: { ...(await settingsAt(path)), ...given.values } };
}

/** The settings below a path; read once in five minutes. */
export function settingsAt(path: string): Promise<Settings> {
  const found = kept.get(path);
  if (found !== undefined && found.until > Date.now()) return found.settings;
  const settings = readSettings(path);
  kept.set(path, { settings, until: Date.now() + FRESH_MS });
  // What failed is tried again the next time.
  settings.catch(() => kept.delete(path));
  return settings;
}

/** Reads all anew from now on. */
export function forgetSettings(): void {
  kept.clear();
}

async function readSettings(path: string): Promise<Settings> {
  const settings: Settings = {};
  const pages = paginateGetParametersByPath({ client: ssm }, { Path: path, WithDecryption: true });
  for await (const { Parameters = [] } of pages) {
    for (const { Name, Value } of Parameters) {
      const name = present(Name, 'Name').slice(path.length).replace(/^\//, '');
      if (NAMES.includes(name)) settings[name] = present(Value, 'Value');
    }
  }
  if (Object.keys(settings).length > 0) return settings;
  throw new InputError(
    `there are no settings at ${path}: put ${path}/bucket into Parameter Store, or write --bucket`,
  );
}
