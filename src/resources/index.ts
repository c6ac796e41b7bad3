import { batchOf } from './batch.js';
import { serviceResource } from './resource.js';
import type { BatchActionsOf, ResourceOf } from './types/index.js';

export { ResourceError, StubberError, WrongUseError } from '../errors.js';
export type * from './types/index.js';

/**
 * boto3's object view of a service: its things in AWS with their attributes, actions and collections.
 * Every call goes through the client, so a resource works on a stubbed client as on a real one.
 *
 * @param client - of a service that boto3 has resources for, from whichever copy of the SDK; or the
 *   service's name, for a new client of the project's own package
 * @param config - for a client of a service that is only named
 * @throws WrongUseError for anything else, and where the client's package is not found
 *
 * @example
 * const ec2 = resource(new EC2Client({}));
 * const vpc = await ec2.createVpc({ CidrBlock: '10.0.0.0/16' });
 * for await (const subnet of vpc.subnets.all()) console.log(await subnet.get('CidrBlock'));
 *
 * Source: boto3's `boto3.resource()`.
 */
export const resource = serviceResource as ResourceOf;

/**
 * The batch actions over resources of one kind that are in a list: one request for all of them.
 *
 * @throws WrongUseError when the list is empty, mixed, or of a kind that has no batch actions
 *
 * @example
 * const messages = await queue.receiveMessages({ MaxNumberOfMessages: 10 });
 * await batch(messages).delete();
 */
export const batch = batchOf as <Member>(resources: readonly Member[]) => BatchActionsOf<Member>;
