import {
  DUMMY_ACCESS_KEY_ID,
  DUMMY_SECRET_ACCESS_KEY,
  environment,
  fileScope,
  type Scope,
} from '../calls/index.js';
import { isProxyVariable, rememberProxies } from './proxies.js';

type Environment = Record<string, string | undefined>;

/** Whether a variable has the value that it has for all programs of this machine: the project did not set it. */
export interface IsOfMachine {
  (name: string, value: string | undefined): boolean;
  /** What the runner was started with, where the system tells. */
  readonly atStart?: ReadonlyMap<string, string> | undefined;
}

/**
 * What of the environment the SDK reads credentials, profile, region, endpoint and behaviour from
 * (`@aws-sdk/credential-provider-*`, `@smithy/core/config`; the AWS SDKs and Tools Reference Guide,
 * "Environment variables"). A project's own names, such as `AWS_BUCKET`, are none of them.
 */
const READ_BY_SDK = new Set(
  [
    'ACCESS_KEY_ID SECRET_ACCESS_KEY SESSION_TOKEN SECURITY_TOKEN CREDENTIAL_EXPIRATION CREDENTIAL_SCOPE',
    'WEB_IDENTITY_TOKEN_FILE ROLE_ARN ROLE_SESSION_NAME LOGIN_CACHE_DIRECTORY',
    'PROFILE DEFAULT_PROFILE CONFIG_FILE SHARED_CREDENTIALS_FILE SDK_LOAD_CONFIG',
    'REGION DEFAULT_REGION SIGV4A_SIGNING_REGION_SET ACCOUNT_ID ACCOUNT_ID_ENDPOINT_MODE',
    'IGNORE_CONFIGURED_ENDPOINT_URLS USE_FIPS_ENDPOINT USE_DUALSTACK_ENDPOINT',
    'ENDPOINT_DISCOVERY_ENABLED ENABLE_ENDPOINT_DISCOVERY',
    'RETRY_MODE MAX_ATTEMPTS DEFAULTS_MODE SDK_UA_APP_ID AUTH_SCHEME_PREFERENCE',
    'S3_USE_ARN_REGION S3_US_EAST_1_REGIONAL_ENDPOINT STS_REGIONAL_ENDPOINTS',
    'DISABLE_REQUEST_COMPRESSION REQUEST_MIN_COMPRESSION_SIZE_BYTES',
  ].flatMap((names) => names.split(' ').map((name) => `AWS_${name}`)),
);

/** The same, by how they begin: one for each service, container or switch. */
const READ_BY_SDK_AS = [
  'AWS_BEARER_TOKEN',
  'AWS_CONTAINER_',
  'AWS_EC2_METADATA_',
  'AWS_ENDPOINT_URL',
  'AWS_S3_DISABLE_',
];

/** Endpoints of emulators on this machine, which a project passes calls through to. */
const ON_THIS_MACHINE = /^https?:\/\/([\w.-]+\.)?(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** Files that are nowhere: a reader takes an empty one for one that lacks its profile. */
export const NOWHERE = '/nonexistent/aws-sdk-stubber';

/** What clients find that name no region and no credentials, in place of the machine's own. */
const DEFAULTS: Environment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: DUMMY_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY: DUMMY_SECRET_ACCESS_KEY,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: `${NOWHERE}/config`,
  AWS_SHARED_CREDENTIALS_FILE: `${NOWHERE}/credentials`,
  AWS_LOGIN_CACHE_DIRECTORY: `${NOWHERE}/login`,
};

function isRead(name: string): boolean {
  // No pattern: to make one takes half a millisecond of each test file.
  if (!name.startsWith('AWS_')) return isProxyVariable(name);
  return READ_BY_SDK.has(name) || READ_BY_SDK_AS.some((start) => name.startsWith(start));
}

/** What a test may set for itself, and is put back after it. */
function isPutBack(name: string): boolean {
  return name.startsWith('AWS_') || isProxyVariable(name);
}

/**
 * Takes what the SDK would read of this machine out of an environment, and the proxies through which HTTP
 * clients leave it; gives clients that name no region and no credentials a region and dummy keys. So no test
 * depends on a machine, and no secret of it can end in an error, a snapshot or a report. What the project sets
 * for its tests stays.
 *
 * @returns what was taken
 */
export function closeEnvironment(env: Environment, isOfMachine: IsOfMachine): Environment {
  const taken: Environment = {};
  for (const [name, value] of Object.entries(env)) {
    const isEmulator = name.startsWith('AWS_ENDPOINT_URL') && ON_THIS_MACHINE.test(value ?? '');
    if (!isRead(name) || isEmulator || value === DEFAULTS[name] || !isOfMachine(name, value))
      continue;
    taken[name] = value;
    Reflect.deleteProperty(env, name);
  }
  rememberProxies(taken);
  // Some tools know the region by this name; the SDK does not.
  const region = env['AWS_DEFAULT_REGION'];
  if (region !== undefined) env['AWS_REGION'] ??= region;
  for (const [name, value] of Object.entries(DEFAULTS)) env[name] ??= value;
  return taken;
}

const PART = 'environment';

/** What was taken out of the environment of the process, for as long as its tests run. */
let takenOfMachine: Environment = {};

/** The same for the process, once for a test file; what the file changes later is put back at its end. */
export function closeEnvironmentOfFile(isOfMachine: IsOfMachine): void {
  fileScope().part(PART, (scope) => {
    Object.assign(takenOfMachine, closeEnvironment(environment(), isOfMachine));
    // What the project set in the place of a secret may be taken away again.
    for (const [name, value] of isOfMachine.atStart ?? []) {
      if (isRead(name) && isSecret(name)) takenOfMachine[name] = value;
    }
    return putBackAtEnd(scope);
  });
}

/** Whether a variable may hold a secret, or say where one is. */
export function isSecret(name: string): boolean {
  return /KEY|TOKEN|CONTAINER|PROXY$/i.test(name);
}

/** Takes the machine's own secrets out again: code that kept the environment as it was may have put them back. */
export function takeAgain(): void {
  const env = environment();
  for (const [name, value] of Object.entries(takenOfMachine)) {
    // Node asks the system for each value that is read.
    if (!isSecret(name) || env[name] !== value) continue;
    if (name in DEFAULTS) env[name] = DEFAULTS[name];
    else Reflect.deleteProperty(env, name);
  }
}

/** Puts an environment back as it was before it was closed, for code that is not of our tests. */
export function openEnvironment(env: Environment, before: Environment): void {
  restore(env, before);
  takenOfMachine = {};
}

/** How many tests run: the environment is the process's, and concurrent ones share it. */
let running = 0;
let beforeTests: Environment | undefined;

/**
 * Puts back at the end of a test what it set in the environment; of concurrent tests, at the end of the last.
 *
 * @param isNextInRow - no hook of a block ran since the test before: what it put back is still so
 */
export function keepEnvironment(scope: Scope, isNextInRow = false): void {
  scope.part(PART, () => {
    takeAgain();
    if (running === 0 && !(isNextInRow && beforeTests !== undefined)) {
      beforeTests = snapshot(environment());
    }
    running += 1;
    scope.endings.push(() => {
      running -= 1;
      if (running === 0 && beforeTests !== undefined) restore(environment(), beforeTests);
    });
    return true;
  });
}

/**
 * For what lasts longer than the test that happens to start it: what it sets stays when that test ends.
 *
 * @returns to be called once all is set
 */
export function keepChanges(): () => void {
  const before = snapshot(environment());
  return () => {
    if (beforeTests === undefined) return;
    const after = snapshot(environment());
    for (const name of Object.keys({ ...before, ...after })) {
      if (!(name in after)) Reflect.deleteProperty(beforeTests, name);
      else if (after[name] !== before[name]) beforeTests[name] = after[name];
    }
  };
}

function putBackAtEnd(scope: Scope): true {
  const before = snapshot(environment());
  scope.endings.push(() => {
    restore(environment(), before);
    running = 0;
    beforeTests = undefined;
  });
  return true;
}

/** The rest of the environment is the test's own business. */
export function snapshot(env: Environment): Environment {
  const taken: Environment = {};
  for (const name of namesIn(env)) if (isPutBack(name)) taken[name] = env[name];
  return taken;
}

/** `Object.keys` would ask the system for the value of each as well. */
function namesIn(env: Environment): string[] {
  return Object.getOwnPropertyNames(env);
}

function restore(env: Environment, taken: Environment): void {
  for (const name of namesIn(env)) {
    if (isPutBack(name) && !(name in taken)) Reflect.deleteProperty(env, name);
  }
  for (const [name, value] of Object.entries(taken)) {
    if (env[name] !== value) env[name] = value;
  }
}
