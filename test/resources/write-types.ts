import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import type { Shape } from '../../src/model/index.js';
import { codeName } from '../../src/resources/model.js';
import type {
  ActionModel,
  IdentifierModel,
  KindModel,
  LinkModel,
  ParamModel,
  RelationModel,
  RequestModel,
  ServiceModel,
} from '../../src/resources/model.js';
import { attributesOf } from './attributes.js';
import { operationOf, packageOf } from './client-package.js';
import { EXTRAS } from './write-types-extras.js';

/** lib-dynamodb's commands, whose items are plain values. */
const DOCUMENT = /^(Get|Put|Update|Delete|BatchGet|BatchWrite)Item$|^(Query|Scan)$/;
const HELPERS = [
  'Answer',
  'Batched',
  'Collection',
  'Filled',
  'FilledEntries',
  'LoadableResource',
  'Resource',
  'ResourceWithData',
  'SendOptions',
  'WaiterOptions',
];

/** The types of a service's resources, as src/resources/types has them. */
export async function writeTypes(service: ServiceModel): Promise<string> {
  const kinds = service.kindNames.map((name) => service.kind(name));
  const interfaces = [service.root, ...kinds].flatMap((kind) => writeKind(service, kind));
  const body = interfaces.join('\n\n');
  const documents = /\bDocument\./.test(body)
    ? [`import type * as Document from '@aws-sdk/lib-dynamodb';`]
    : [];
  const used = HELPERS.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  const code = [
    '/* Written from the table of this service by test/resources/types.test.ts; do not edit. */',
    ...documents,
    `import type * as ${sdkName(service)} from '@aws-sdk/client-${service.name}';`,
    `import type { ${used.join(', ')} } from './shared.js';`,
    ...EXTRAS.imports(service.name),
    '',
    body,
  ].join('\n');
  const config = await resolveConfig(fileURLToPath(import.meta.url));
  return format(code, { ...config, parser: 'typescript' });
}

/** The name that the SDK's types of a service go by in its file: `EC2`. */
function sdkName(service: ServiceModel): string {
  return clientName(service).replace(/Client$/, '');
}

function clientName(service: ServiceModel): string {
  const names = Object.keys(packageOf(service)).filter((name) => /^[A-Z]\w*Client$/.test(name));
  return names[0] ?? '';
}

function writeKind(service: ServiceModel, kind: KindModel): string[] {
  const extra = EXTRAS.members(service.name, kind.name);
  const batch = batchOf(service, kind);
  const bases = [base(service, kind), ...(batch === '' ? [] : [`Batched<${kind.name}Batch>`])];
  const lines = [
    ...kind.identifiers.flatMap((each) => identifier(service, kind, each)),
    ...kind.actions
      .filter(({ name }) => !extra.some((line) => line.includes(` ${codeName(name)}(`)))
      .map((each) => action(service, kind, each)),
    ...kind.relations.map((each) => relation(service, each)),
    ...kind.collections.map(
      ({ name, operation, gives }) =>
        `/** By ${operation}. */\n  readonly ${codeName(name)}: ` +
        `${collectionName(service, gives.kind)}${input(service, operation)}>;`,
    ),
    ...kind.waiters.map(
      ({ name, operation }) =>
        `waitUntil${name}(input?: Partial<Parameters<typeof ${sdkName(service)}.waitUntil${operation}>[1]>, ` +
        `options?: WaiterOptions): Promise<this>;`,
    ),
    ...extra,
  ];
  const doc = describeKind(service, kind);
  const types = [...bases, ...EXTRAS.bases(service.name, kind.name)];
  const main =
    lines.length === 0
      ? `/** ${doc} */\nexport type ${kind.name} = ${types.join(' & ')};`
      : `/** ${doc} */\nexport interface ${kind.name} extends ${types.join(', ')} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
  return [main, ...(batch === '' ? [] : [batch, collectionOf(service, kind)])];
}

function describeKind(service: ServiceModel, kind: KindModel): string {
  if (kind === service.root) return `${sdkName(service)}: what \`resource(client)\` gives.`;
  const identified = `${service.name}.${kind.name}`;
  return kind.load === undefined
    ? `\`${identified}\`.`
    : `\`${identified}\`; its attributes are loaded by ${kind.load.operation}.`;
}

function base(service: ServiceModel, kind: KindModel): string {
  const client = EXTRAS.client(service.name) ?? `${sdkName(service)}.${clientName(service)}`;
  if (kind.shape === undefined) return `Resource<${client}>`;
  const loads = kind.load !== undefined || EXTRAS.loads.has(`${service.name}.${kind.name}`);
  const name = loads ? 'LoadableResource' : 'ResourceWithData';
  return `${name}<${client}, ${attributes(service, kind)}>`;
}

function attributes(service: ServiceModel, kind: KindModel): string {
  const { load, shape = '' } = kind;
  const sdk = sdkName(service);
  // The SDK does not shadow JavaScript's own names.
  const type =
    load?.path.length === 0
      ? `Answer<${sdk}.${load.operation}CommandOutput>`
      : `${sdk}.${shape === 'Object' ? '_Object' : shape}`;
  return hasDocuments(service, attributesOf(service, kind)) ? `WithDocuments<${type}>` : type;
}

function identifier(service: ServiceModel, kind: KindModel, model: IdentifierModel): string[] {
  const { property, member } = model;
  const type = identifierType(service, kind, model);
  const alias = member === undefined ? property : codeName(member);
  const own = `readonly ${property}: ${type};`;
  return alias === property ? [own] : [own, `readonly ${alias}: ${type};`];
}

function identifierType(service: ServiceModel, kind: KindModel, { member = '' }: IdentifierModel) {
  return attributesOf(service, kind)?.members.get(member)?.kind === 'number' ? 'number' : 'string';
}

function action(service: ServiceModel, kind: KindModel, model: ActionModel): string {
  const { name, operation, gives } = model;
  const result = gives === undefined ? output(service, operation) : given(gives);
  const attribute =
    name === 'Get'
      ? `get<Name extends keyof ${attributes(service, kind)}>(name: Name): Promise<${attributes(service, kind)}[Name]>;\n`
      : '';
  return (
    `${attribute}/** Calls ${operation}. */\n  ` +
    `${codeName(name)}(${argument(service, model)}, options?: SendOptions): Promise<${result}>;`
  );
}

function given({ kind, items }: LinkModel): string {
  return items === undefined ? kind : `${kind}[]`;
}

function relation(
  service: ServiceModel,
  { name, gives, inputs, needsData }: RelationModel,
): string {
  if (needsData) {
    const result = `${gives.kind}${gives.items === undefined ? '' : '[]'} | undefined`;
    return `${codeName(name)}(): Promise<${result}>;`;
  }
  const kind = service.kind(gives.kind);
  const asked = kind.identifiers.filter((each) => inputs.includes(each.name));
  const told = asked.map((each) => `${each.property}: ${identifierType(service, kind, each)}`);
  if (asked.length === 1 && told[0] !== undefined) {
    const type = told[0].slice(told[0].indexOf(':') + 2);
    return `${name}(${asked[0]?.property ?? ''}: ${type} | { ${told[0]} }): ${gives.kind};`;
  }
  const positional = `${name}(${told.join(', ')}): ${gives.kind};`;
  if (told.length === 0) return positional;
  return `${positional}\n  ${name}(identifiers: { ${told.join('; ')} }): ${gives.kind};`;
}

function collectionName(service: ServiceModel, kindName: string): string {
  const kind = service.kind(kindName);
  return kind.batchActions.length > 0 ? `${kindName}Collection<` : `Collection<${kindName}, `;
}

function batchOf(service: ServiceModel, kind: KindModel): string {
  if (kind.batchActions.length === 0) return '';
  const lines = kind.batchActions.map((each) => batchAction(service, each, ''));
  return `export interface ${kind.name}Batch {\n${lines.join('\n')}\n}`;
}

/** A collection's batch actions give an answer for each page. */
function collectionOf(service: ServiceModel, kind: KindModel): string {
  const lines = kind.batchActions.map((each) => batchAction(service, each, '[]'));
  return `export interface ${kind.name}Collection<Input> extends Collection<${kind.name}, Input> {\n${lines.join('\n')}\n}`;
}

function batchAction(service: ServiceModel, model: RequestModel, many: string): string {
  const { name, operation } = model;
  return `/** Calls ${operation}. */\n  ${codeName(name)}(${argument(service, model)}, options?: SendOptions): Promise<${output(service, operation)}${many}>;`;
}

/** What a caller gives: the operation's input, less what the resource fills in. */
function argument(service: ServiceModel, { operation, params }: RequestModel): string {
  const full = input(service, operation);
  const entries = params.find(({ target }) => target.length > 1 && target[0]?.at === 'append');
  const filled = filledNames(params);
  const required = requiredOf(operationOf(packageOf(service), operation)?.input);
  const asked = required.filter((name) => !filled.includes(name));
  const isBatch = params.some(({ target }) => target.some(({ at }) => at === 'batch'));
  let type = full;
  if (entries !== undefined && !isBatch) {
    const [list, member] = entries.target;
    const inner = filled.length === 0 ? full : `Filled<${full}, ${union(filled)}>`;
    type = `FilledEntries<${inner}, '${list?.name ?? ''}', '${member?.name ?? ''}'>`;
  } else if (filled.length > 0) type = `Filled<${full}, ${union(filled)}>`;
  for (const [wrapper, member] of EXTRAS.inputs) {
    if (
      membersOf(operationOf(packageOf(service), operation)?.input).some((each) => member.test(each))
    )
      type = `${wrapper}<${type}>`;
  }
  return `input${asked.length === 0 ? '?' : ''}: ${type}`;
}

function filledNames(params: readonly ParamModel[]): string[] {
  const targets = params.map(({ target }) => target);
  const whole = targets.filter((target) => !(target.length > 1 && target[0]?.at === 'append'));
  return [...new Set(whole.map(([first]) => first?.name ?? ''))];
}

/** Whether policies stand in what IAM answers, which resources have as objects. */
function hasDocuments({ name }: ServiceModel, shape: Shape | undefined): boolean {
  return name === 'iam' && membersOf(shape).some((each) => EXTRAS.documents.test(each));
}

function membersOf(shape: Shape | undefined): string[] {
  return shape?.kind === 'structure' ? [...shape.members.keys()] : [];
}

function requiredOf(shape: Shape | undefined): string[] {
  if (shape?.kind !== 'structure') return [];
  return [...shape.required].filter(
    (name) => shape.members.get(name)?.traits.idempotencyToken === undefined,
  );
}

function union(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(' | ');
}

function input(service: ServiceModel, operation: string): string {
  return `${commandOf(service, operation)}Input`;
}

function output(service: ServiceModel, operation: string): string {
  const type = `${commandOf(service, operation)}Output`;
  const shape = operationOf(packageOf(service), operation)?.output;
  return hasDocuments(service, shape) ? `WithDocuments<${type}>` : type;
}

function commandOf(service: ServiceModel, operation: string): string {
  if (service.name === 'dynamodb' && DOCUMENT.test(operation)) {
    return `Document.${operation.replace(/Item$/, '')}Command`;
  }
  return `${sdkName(service)}.${operation}Command`;
}
