import { createRequire } from 'node:module';
import { modelOf } from '../../src/model/index.js';
import type { ServiceModel } from '../../src/resources/model.js';

export type Exports = Record<string, new (input: object) => object>;

/** A service's client package, as this repository has it. */
export function packageOf(service: ServiceModel): Exports {
  return createRequire(import.meta.url)(`@aws-sdk/client-${service.name}`) as Exports;
}

/** What the SDK's schemas say of an operation. */
export function operationOf(sdk: Exports, operation: string) {
  const Command = sdk[`${operation}Command`];
  return Command && modelOf(new Command({}));
}
