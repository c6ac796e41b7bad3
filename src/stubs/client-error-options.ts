import { WrongUseError } from '../errors.js';
import { nearest } from '../model/index.js';
import { describe } from '../replies/index.js';
import type { InputParams } from './types.js';

/** What `addClientError` may say of its error; botocore's arguments by name. */
export interface ClientErrorOptions<Input = Record<string, unknown>, Code extends string = string> {
  /** The error's code, such as `'NoSuchKey'`. */
  readonly code?: Code;
  readonly message?: string;
  /** 400 unless the model of the error says otherwise. */
  readonly httpStatusCode?: number;
  /** Members of the error beside code and message; botocore's `service_error_meta`. */
  readonly errorMeta?: Readonly<Record<string, unknown>>;
  /** The whole input that the call must have; any where it is left out. */
  readonly expectedParams?: InputParams<Input> | undefined;
  /** Members of `$metadata`, such as `requestId`; botocore's `response_meta`. */
  readonly responseMeta?: Readonly<Record<string, unknown>>;
  /** Members that the service's model gives this error. */
  readonly modeledFields?: Readonly<Record<string, unknown>>;
}

interface Option {
  /** As botocore calls it. */
  readonly there: string;
  readonly type: 'string' | 'object' | 'number';
}

const OPTIONS: Readonly<Record<keyof ClientErrorOptions, Option>> = {
  code: { there: 'service_error_code', type: 'string' },
  message: { there: 'service_message', type: 'string' },
  httpStatusCode: { there: 'http_status_code', type: 'number' },
  errorMeta: { there: 'service_error_meta', type: 'object' },
  expectedParams: { there: 'expected_params', type: 'object' },
  responseMeta: { there: 'response_meta', type: 'object' },
  modeledFields: { there: 'modeled_fields', type: 'object' },
};

const FROM = 'Stubber.addClientError()';
const EXAMPLE = "{ code: 'NoSuchKey', message: 'No such key.' }";

/** What `addClientError` got after the operation, checked: JavaScript has no types, and botocore other names. */
export function clientErrorOptions(args: readonly unknown[]): ClientErrorOptions<never> {
  const [options = {}, ...others] = args;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new WrongUseError(
      `${FROM} takes an object after the operation, such as ${EXAMPLE}, but got ${describe(options)}.`,
      'what-a-stub-takes',
    );
  }
  if (others.length > 0) {
    throw new WrongUseError(
      `${FROM} takes one object after the operation, such as ${EXAMPLE}.`,
      'what-a-stub-takes',
    );
  }
  for (const [name, value] of Object.entries(options)) {
    const option = (OPTIONS as Readonly<Record<string, Option | undefined>>)[name];
    if (option === undefined)
      throw new WrongUseError(`${FROM} has no ${name}. ${meant(name)}`, 'what-a-stub-takes');
    if (value !== undefined && (typeof value !== option.type || value === null)) {
      throw new WrongUseError(
        `${FROM}: ${name} is ${option.type === 'object' ? 'an object' : `a ${option.type}`}, but got ${describe(value)}.`,
        'what-a-stub-takes',
      );
    }
  }
  return options;
}

/** Names of botocore, in its writing or in that of JavaScript, and misspelt ones. */
function meant(name: string): string {
  const plain = (text: string): string => text.replaceAll('_', '').toLowerCase();
  const same = Object.entries(OPTIONS).find(([, { there }]) => plain(there) === plain(name));
  const [here = nearest(name, Object.keys(OPTIONS))[0]] = same ?? [];
  return here === undefined
    ? `It takes: ${Object.keys(OPTIONS).join(', ')}.`
    : `Did you mean ${here}?`;
}
