import {
  DUMMY_ACCESS_KEY_ID,
  DUMMY_SECRET_ACCESS_KEY,
  fileScope,
  type Scope,
} from '../calls/index.js';
import { isProxyVariable, rememberProxies } from './proxies.js';

type Environment = Record<string, string | undefined>;

/**
 * What of the environment the SDK reads credentials, profile, region, endpoint and behaviour from
 * (`@aws-sdk/credential-provider-*`, `@smithy/core/config`; the AWS SDKs and Tools Reference Guide,
 * "Environment variables"). A project's own names, such as `AWS_BUCKET`, are none of them.
 */
const READ_BY_SDK =
  /^AWS_((ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|CREDENTIAL_(EXPIRATION|SCOPE)|BEARER_TOKEN\w*)|(CONTAINER_\w+|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|ROLE_SESSION_NAME|LOGIN_CACHE_DIRECTORY|EC2_METADATA_\w+)|((DEFAULT_)?PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE|SDK_LOAD_CONFIG)|((DEFAULT_)?REGION|SIGV4A_SIGNING_REGION_SET|ACCOUNT_ID(_ENDPOINT_MODE)?)|(ENDPOINT_URL\w*|IGNORE_CONFIGURED_ENDPOINT_URLS|USE_(FIPS|DUALSTACK)_ENDPOINT|ENDPOINT_DISCOVERY_ENABLED|ENABLE_ENDPOINT_DISCOVERY)|(RETRY_MODE|MAX_ATTEMPTS|DEFAULTS_MODE|SDK_UA_APP_ID|AUTH_SCHEME_PREFERENCE|S3_(USE_ARN_REGION|DISABLE_\w+|US_EAST_1_REGIONAL_ENDPOINT)|DISABLE_REQUEST_COMPRESSION|REQUEST_MIN_COMPRESSION_SIZE_BYTES|STS_REGIONAL_ENDPOINTS))$/;

/** Endpoints of emulators on this machine, which a project passes calls through to. */
const ON_THIS_MACHINE = /^https?:\/\/([\w.-]+\.)?(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** What a test may set for itself, and is put back after it. */
function isPutBack(name: string): boolean {
  return name.startsWith('AWS_') || isProxyVariable(name);
}

/**
 * Takes what the SDK would read of this machine out of an environment, and the proxies through which HTTP
 * clients leave it; gives clients that name no region and no credentials a region and dummy keys. So no test
 * depends on a machine, and no secret of it can end in an error, a snapshot or a report.
 *
 * @param region - that the project says for its tests; `us-east-1` unless said
 */
export function setEnvironment(env: Environment, region = 'us-east-1'): void {
  rememberProxies(env);
  for (const name of Object.keys(env)) {
    const isEmulator = name.startsWith('AWS_ENDPOINT_URL') && ON_THIS_MACHINE.test(env[name] ?? '');
    const isRead = READ_BY_SDK.test(name) || isProxyVariable(name);
    if (isRead && !isEmulator) Reflect.deleteProperty(env, name);
  }
  const nowhere = process.platform === 'win32' ? 'NUL' : '/dev/null';
  Object.assign(env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: DUMMY_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: DUMMY_SECRET_ACCESS_KEY,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
  });
}

const PART = 'environment';

/** The same for the process, once for a test file; what the file changes later is put back at its end. */
export function setEnvironmentOfFile(region: string | undefined): void {
  fileScope().part(PART, (scope) => {
    setEnvironment(process.env, region);
    return putBackAtEnd(scope);
  });
}

/** How many tests run: the environment is the process's, and concurrent ones share it. */
let running = 0;
let beforeTests: Environment = {};

/** Puts back at the end of a test what it set in the environment; of concurrent tests, at the end of the last. */
export function keepEnvironment(scope: Scope): void {
  scope.part(PART, () => {
    if (running === 0) beforeTests = snapshot();
    running += 1;
    scope.endings.push(() => {
      running -= 1;
      if (running === 0) restore(beforeTests);
    });
    return true;
  });
}

function putBackAtEnd(scope: Scope): true {
  const before = snapshot();
  scope.endings.push(() => {
    restore(before);
    running = 0;
  });
  return true;
}

/** The rest of the environment is the test's own business. */
function snapshot(): Environment {
  const taken: Environment = {};
  for (const name of Object.keys(process.env)) {
    if (isPutBack(name)) taken[name] = process.env[name];
  }
  return taken;
}

function restore(taken: Environment): void {
  for (const name of Object.keys(process.env)) {
    if (isPutBack(name) && !(name in taken)) Reflect.deleteProperty(process.env, name);
  }
  for (const [name, value] of Object.entries(taken)) {
    if (process.env[name] !== value) process.env[name] = value;
  }
}
