import { AsyncResource } from 'node:async_hooks';
import type { Socket } from 'node:net';
import type { Guard } from './guard.js';
import { refusalOfUse } from './opened.js';
import { wrap } from './wrap.js';

/** By whom each request was made: an agent may keep it waiting for another one's connection. */
const callers = new WeakMap<object, AsyncResource>();

function asCaller<T>(request: object, act: () => T): T {
  const caller = callers.get(request);
  return caller === undefined ? act() : caller.runInAsyncScope(act);
}

/**
 * Guards the connections that agents of http and https keep: each request is decided on by its own test, and a
 * connection for it is opened as its.
 */
export function guardHttpAgents(guard: () => Guard | undefined): void {
  /** Not imported: see src/intercept/threads.ts. */
  const { Agent, ClientRequest } = process.getBuiltinModule('node:http');
  wrap(
    Agent.prototype,
    'addRequest',
    (original) =>
      function addRequest(this: unknown, ...args: unknown[]): unknown {
        callers.set(args[0] as object, new AsyncResource('aws-sdk-stubber.request'));
        return original.apply(this, args);
      },
  );
  wrap(
    Agent.prototype,
    'createSocket',
    (original) =>
      function createSocket(this: unknown, ...args: unknown[]): unknown {
        return asCaller(args[0] as object, () => original.apply(this, args));
      },
  );
  wrap(
    ClientRequest.prototype,
    'onSocket',
    (original) =>
      function onSocket(this: unknown, ...args: unknown[]): unknown {
        const [socket, failure] = args as [Socket | null | undefined, unknown];
        if (!socket || failure) return original.apply(this, args);
        const error = asCaller(this as object, () => refusalOfUse(guard(), socket));
        return original.apply(this, error === undefined ? args : [socket, error]);
      },
  );
}
