import {
  chainOf,
  environment,
  EVERY_CLIENT,
  needSetup,
  toCode,
  type Call,
  type Scope,
  type TargetKey,
} from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import { nearest } from '../model/index.js';
import type { Validates } from '../replies/index.js';
import { wrongHost } from './hosts.js';
import { writableScope } from './writable-scope.js';

/**
 * What happens to a call that nothing answers.
 *
 * - `'fail'`: it rejects with an `UnstubbedOperationError`, and the test fails at its end even where
 *   the code under test caught that error.
 * - `'throw'`: it rejects with that error, and no more; so does a call whose input the model refuses.
 * - `'empty'`: it is answered with an empty output.
 * - `'passthrough'`: it goes on to the endpoint of its client, such as an emulator on this machine.
 * - a function: its result is the output; `undefined` means `'fail'`.
 */
export type Unstubbed =
  | 'fail'
  | 'throw'
  | 'empty'
  | 'passthrough'
  | ((call: Call) => object | undefined | Promise<object | undefined>);

/** How stubs behave; for everything with `configure`, for one target with `stub(target, settings)`. */
export interface Settings {
  /** What happens to a call that nothing answers; `'fail'` unless said otherwise. */
  readonly unstubbed?: Unstubbed | undefined;
  /**
   * What a stub of `on` that no call used does: `'fail'` fails the test that wrote it, at its end; `'ignore'`
   * unless said otherwise.
   */
  readonly unused?: 'fail' | 'ignore' | undefined;
  /**
   * Whether stubs and calls are checked against the service's model; true unless said otherwise.
   * `'strict'` asks an output for the members that the model requires, too. False is for the rare service
   * that answers off its model.
   */
  readonly validate?: Validates | undefined;
  /**
   * What happens to members of an input that the model does not have, and that the SDK leaves out of the
   * request: `'refuse'` fails the call; `'drop'` lets it be, and the call shows them as given. `'refuse'`
   * unless said otherwise. For some operations of a target only: `{ CommitTransaction: 'drop' }`.
   */
  readonly unknownMembers?: UnknownMembers | Readonly<Record<string, UnknownMembers>> | undefined;
  /**
   * How a reply reaches the caller: `'direct'`, from `send`, which is fast; or `'wire'`, as an HTTP
   * response that the whole SDK reads: it serialises, signs, runs the user's middleware, retries and
   * deserialises. `'direct'` unless said otherwise.
   */
  readonly delivery?: 'direct' | 'wire' | undefined;
  /** Whether the SDK's retries wait between attempts on the wire; false unless said otherwise. */
  readonly retryDelays?: boolean | undefined;
  /**
   * Says that a service id which AWS does not have is meant: that of a client of your own. For
   * `stub('Weather', { unknownService: true })` only; assertions of the same test know the id then.
   */
  readonly unknownService?: boolean | undefined;
  /**
   * The account that fixtures stand in and that clients without credentials of their own call:
   * twelve digits; `'123456789012'` unless said otherwise.
   */
  readonly accountId?: string | undefined;
  /**
   * The region that fixtures stand in, and that of clients which name none: such as `'eu-west-1'`.
   * It goes into `AWS_REGION`, which is the whole process's, until the scope ends; so not in
   * concurrent tests. For `configure` only.
   */
  readonly region?: string | undefined;
  /** Which connections leave this machine; none unless said otherwise. For `configure` only. */
  readonly network?: Network | undefined;
}

/** What of the network is open; loopback and Unix sockets always are. */
export interface Network {
  /**
   * Hosts that connections may go to, with or without a port: `'example.org'`, `'example.org:443'`,
   * `'*.example.org'`, `'10.0.0.7:5432'`, `'[fd00::1]:80'`. None unless said otherwise.
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * What a connection to another host does besides failing: `'fail'` fails the test at its end, also
   * where the code under test swallowed the error; `'throw'` does no more. `'fail'` unless said otherwise.
   */
  readonly blocked?: 'fail' | 'throw' | undefined;
}

type UnknownMembers = 'refuse' | 'drop';

/** What one stub may say for itself. */
export interface StubSettings extends Pick<Settings, 'delivery' | 'unused' | 'validate'> {
  readonly unknownMembers?: UnknownMembers | undefined;
}

const PART = 'settings';
type SettingsOfTargets = Map<TargetKey, Settings>;

/**
 * Sets how stubs behave: in a test for that test, in `beforeAll` for its `describe`, elsewhere (a setup
 * file) for the test file.
 *
 * @throws WrongUseError for a setting that there is not, and where this package is not set up
 * @example
 * configure({ unstubbed: 'throw' });
 */
export function configure(settings: Settings): void {
  needSetup('configure()');
  setFor('*', settings, 'configure()');
}

/** Settings of one stub, checked. */
export function stubSettings(given: unknown, from: string): StubSettings {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null) {
    throw new WrongUseError(
      `${from} takes settings of this stub after the parameters, such as { delivery: 'wire' }, but got ` +
        `${toCode(given, undefined)}. Parameters that must be the whole input are written exactly({ … }).`,
      'a-setting-that-there-is-not',
    );
  }
  check(given, from, ['delivery', 'unknownMembers', 'unused', 'validate']);
  refuseOperations(given, from);
  return given;
}

/** Sets how stubs of one target behave, in the scope that runs. */
export function setFor(key: TargetKey, settings: Settings, from: string): void {
  check(settings, from);
  if (Object.keys(settings).length === 0) return;
  const scope = writableScope(from);
  if (settings.region !== undefined) setRegion(settings.region, key, scope, from);
  if (settings.network !== undefined && key !== EVERY_CLIENT.key) {
    throw new WrongUseError(
      `${from}: 'network' is for all clients: write configure({ network: { … } }).`,
      'a-setting-that-there-is-not',
    );
  }
  if (settings.unknownService !== undefined && key === EVERY_CLIENT.key) {
    throw new WrongUseError(
      `${from}: 'unknownService' is for one service id: write stub('Weather', { unknownService: true }).`,
      'a-setting-that-there-is-not',
    );
  }
  if (key === EVERY_CLIENT.key) refuseOperations(settings, from);
  keepSettings(key, settings, scope);
}

/** Operations are those of one client. */
function refuseOperations({ unknownMembers }: Settings, from: string): void {
  if (typeof unknownMembers !== 'object') return;
  throw new WrongUseError(
    `${from}: 'unknownMembers' of some operations is for one client: write ` +
      `stub(EC2Client, { unknownMembers: ${toCode(unknownMembers, undefined)} }).`,
    'a-setting-that-there-is-not',
  );
}

/** Sets how stubs of one target behave in a scope; unchecked, and only what is no more than kept there. */
export function keepSettings(key: TargetKey, settings: Settings, scope: Scope): void {
  const all = scope.part<SettingsOfTargets>(PART, () => new Map());
  const before = all.get(key);
  const { unknownMembers } = settings;
  // What is said of one operation leaves what was said of others.
  const ofOperations =
    typeof unknownMembers === 'object' && typeof before?.unknownMembers === 'object'
      ? { unknownMembers: { ...before.unknownMembers, ...unknownMembers } }
      : {};
  all.set(key, { ...before, ...settings, ...ofOperations });
}

/**
 * The setting that holds for a client with these keys: the nearest target's, in the nearest scope.
 *
 * @param says - what a value says of the call, where that is not the value itself
 */
export function settingFor<Name extends keyof Settings>(
  name: Name,
  keys: readonly TargetKey[],
  scope: Scope,
  says?: (value: Settings[Name]) => Settings[Name],
): Settings[Name] {
  // Mostly nothing is set, and this is asked at every call.
  if (!isAnythingSet(scope)) return undefined;
  for (const key of keys) {
    for (const each of chainOf(scope)) {
      const value = each.existingPart<SettingsOfTargets>(PART)?.get(key)?.[name];
      const said = says === undefined ? value : says(value);
      if (said !== undefined) return said;
    }
  }
  return undefined;
}

/** The network's setting that holds in a scope, and the scope that it was set in. */
export function networkIn(
  scope: Scope,
): { readonly network: Network; readonly setIn: Scope } | undefined {
  for (const setIn of chainOf(scope)) {
    const network = setIn.existingPart<SettingsOfTargets>(PART)?.get(EVERY_CLIENT.key)?.network;
    if (network !== undefined) return { network, setIn };
  }
  return undefined;
}

function isAnythingSet(scope: Scope): boolean {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) {
    if (each.existingPart(PART) !== undefined) return true;
  }
  return false;
}

/** The SDK finds a client's region in the environment; there is no other door to all clients. */
function setRegion(region: string, key: TargetKey, scope: Scope, from: string): void {
  if (key !== EVERY_CLIENT.key) {
    throw new WrongUseError(
      `${from}: 'region' is for all clients: write configure({ region: '${region}' }), or give it to the client.`,
      'a-setting-that-there-is-not',
    );
  }
  const before = environment()['AWS_REGION'];
  environment()['AWS_REGION'] = region;
  scope.endings.unshift(() => {
    if (before === undefined) Reflect.deleteProperty(environment(), 'AWS_REGION');
    else environment()['AWS_REGION'] = before;
  });
}

const UNSTUBBED = ['fail', 'throw', 'empty', 'passthrough'];

function check(settings: unknown, from: string, names = Object.keys(ALLOWED)): void {
  if (typeof settings !== 'object' || settings === null) {
    throw new WrongUseError(
      `${from} takes an object of settings, such as { unstubbed: 'throw' }.`,
      'a-setting-that-there-is-not',
    );
  }
  for (const [name, value] of Object.entries(settings)) {
    const allowed = ALLOWED[name as keyof Settings] as Allowed | undefined;
    if (allowed === undefined || !names.includes(name)) {
      const [meant] = nearest(name, names);
      const advice =
        meant === undefined ? `The settings are: ${names.join(', ')}.` : `Did you mean '${meant}'?`;
      throw new WrongUseError(
        `${from}: there is no setting '${name}'. ${advice}`,
        'a-setting-that-there-is-not',
      );
    }
    if (value !== undefined && !allowed.test(value)) {
      throw new WrongUseError(
        `${from}: '${name}' is ${allowed.text}.${allowed.advice?.(value) ?? ''}`,
        'a-setting-that-there-is-not',
      );
    }
  }
}

interface Allowed {
  readonly text: string;
  test(value: unknown): boolean;
  /** What is wrong with a value, where more can be said; with a space before it. */
  advice?(value: unknown): string;
}

const ALLOWED: Readonly<Record<keyof Settings, Allowed>> = {
  unstubbed: {
    text: "one of 'fail', 'throw', 'empty', 'passthrough', or a function of the call",
    test: (value) => typeof value === 'function' || UNSTUBBED.includes(value as string),
  },
  unused: {
    text: "'fail' or 'ignore'",
    test: (value) => value === 'fail' || value === 'ignore',
  },
  accountId: {
    text: "twelve digits, such as '123456789012'",
    test: (value) => typeof value === 'string' && /^\d{12}$/.test(value),
  },
  region: {
    text: "a region, such as 'eu-west-1'",
    test: (value) => typeof value === 'string' && /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(value),
  },
  network: {
    text:
      "an object such as { allow: ['example.org:443', '*.example.net'] }: hosts, each with or without " +
      "a port, no URLs; and blocked: 'fail' or 'throw'",
    test: isNetwork,
    advice: adviceForNetwork,
  },
  validate: {
    text: "true, false or 'strict'",
    test: (value) => typeof value === 'boolean' || value === 'strict',
  },
  unknownMembers: {
    text: "'refuse' or 'drop', or one of them for each operation: { CommitTransaction: 'drop' }",
    test: (value) => isUnknownMembers(value) || isOfOperations(value),
  },
  delivery: { text: "'direct' or 'wire'", test: (value) => value === 'direct' || value === 'wire' },
  retryDelays: { text: 'true or false', test: (value) => typeof value === 'boolean' },
  unknownService: { text: 'true or false', test: (value) => typeof value === 'boolean' },
};

function isUnknownMembers(value: unknown): boolean {
  return value === 'refuse' || value === 'drop';
}

function isOfOperations(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every(isUnknownMembers)
  );
}

const NETWORK_NAMES = ['allow', 'blocked'];

function isNetwork(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { allow, blocked, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0) return false;
  const isList = allow === undefined || (Array.isArray(allow) && wrongIn(allow) === undefined);
  return isList && (blocked === undefined || blocked === 'fail' || blocked === 'throw');
}

function wrongIn(allow: readonly unknown[]): string | undefined {
  return allow.map(wrongHost).find((wrong) => wrong !== undefined);
}

function adviceForNetwork(value: unknown): string {
  const { allow } = (value ?? {}) as { readonly allow?: unknown };
  const wrong = Array.isArray(allow) ? wrongIn(allow) : undefined;
  if (wrong !== undefined) return ` ${wrong}.`;
  const other = Object.keys(value ?? {}).find((name) => !NETWORK_NAMES.includes(name));
  const [meant] = other === undefined ? [] : nearest(other, NETWORK_NAMES);
  if (other === undefined) return '';
  return ` There is no '${other}' in it.${meant === undefined ? '' : ` Did you mean '${meant}'?`}`;
}
