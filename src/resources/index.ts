import { batchOf } from './batch.js';
import { attr, key } from './conditions.js';
import { serviceResource } from './resource.js';
import type { BatchActionsOf, ItemAttribute, KeyAttribute, ResourceOf } from './types/index.js';

export { InvalidInputError, ResourceError, StubberError, WrongUseError } from '../errors.js';
export type * from './types/index.js';

/**
 * boto3's object view of a service: its things in AWS with their attributes, actions and collections.
 * Every call goes through the client, so a resource works on a stubbed client as on a real one.
 *
 * @param client - of a service that boto3 has resources for, from whichever copy of the SDK; or the
 *   service's name, for a new client of the project's own package
 * @param config - for a client of a service that is only named
 * @param options - `{ validate: false }` where inputs are not to be checked before they are sent
 * @throws WrongUseError for anything else, and where the client's package is not found: from where the client's class
 *   is, and then from the file that calls this
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
 * The batch actions over resources of one kind that are in a list: one request for all of them, or as many as the
 * operation needs (SQS takes ten messages at once).
 *
 * @throws WrongUseError when the list is empty, mixed, or of a kind that has no batch actions
 *
 * @example
 * const messages = await queue.receiveMessages({ MaxNumberOfMessages: 10 });
 * await batch(messages).delete();
 */
export const batch = batchOf as <Member>(resources: readonly Member[]) => BatchActionsOf<Member>;

/**
 * A key's attribute, for the `KeyConditionExpression` of a table's query, and for other conditions too.
 *
 * @param name - of the attribute, or a path to a part of it: `address.city`
 *
 * @example
 * await table.query({ KeyConditionExpression: Key('id').eq('1').and(Key('at').beginsWith('2026-')) });
 *
 * Source: boto3's `boto3.dynamodb.conditions`.
 */
export const Key: (name: string) => KeyAttribute = key;

/**
 * An attribute, for a `ConditionExpression` or `FilterExpression`. Names and values get placeholders by themselves.
 *
 * @param name - of the attribute, or a path to a part of it: `address.city`
 *
 * @example
 * await table.putItem({ Item: order, ConditionExpression: Attr('id').notExists() });
 *
 * Source: boto3's `boto3.dynamodb.conditions`.
 */
export const Attr: (name: string) => ItemAttribute = attr;
