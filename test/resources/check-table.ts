import type { Shape } from '../../src/model/index.js';
import type {
  KindModel,
  LinkModel,
  ParamModel,
  Path,
  RequestModel,
  ServiceModel,
  Source,
} from '../../src/resources/model.js';
import { attributesOf } from './attributes.js';
import { operationOf, packageOf, type Exports } from './client-package.js';
import { shapeAt, targetShape } from './shape-at.js';

/** What a table says that the installed SDK knows nothing of. */
export function problemsOf(service: ServiceModel): string[] {
  const kinds = [service.root, ...service.kindNames.map((name) => service.kind(name))];
  return [...kinds.flatMap((kind) => kindProblems(service, kind)), ...pageProblems(service)];
}

function pageProblems(service: ServiceModel): string[] {
  const sdk = packageOf(service);
  return [...service.pages].flatMap(([operation, { tokens, more, size }]) => {
    const model = operationOf(sdk, operation);
    const inputs = [...tokens.map(({ target }) => target), [{ name: size, at: undefined }]];
    const sources = tokens.flatMap((token) => token.sources);
    const isRight =
      model !== undefined &&
      shapeAt(model.output, more)?.kind === 'boolean' &&
      inputs.every((target) => targetShape(model.input, target)) &&
      sources.every((source) => 'path' in source && shapeAt(model.output, source.path));
    return isRight ? [] : [`${service.name} pages ${operation}`];
  });
}

function kindProblems(service: ServiceModel, kind: KindModel): string[] {
  const problems: string[] = [];
  const sdk = packageOf(service);
  const attributes = attributesOf(service, kind);
  const say = (where: string, what: string) => {
    problems.push(`${service.name}.${kind.name} ${where}: ${what}`);
  };

  if (kind.shape !== undefined && attributes === undefined) say('shape', `no ${kind.shape}`);
  for (const { name, member } of kind.identifiers) {
    if (member !== undefined && !(attributes && shapeAt(attributes, memberPath(member)))) {
      say(`identifier ${name}`, `no attribute ${member}`);
    }
  }

  for (const request of requestsOf(kind)) {
    const model = operationOf(sdk, request.operation);
    if (model === undefined) say(request.name, `no operation ${request.operation}`);
    else checkParams(request.name, request.params, model.input);
    if (model && 'path' in request && !shapeAt(model.output, request.path as Path)) {
      say(request.name, `the answer of ${request.operation} has no such path`);
    }
    if (model && 'gives' in request && request.gives !== undefined) {
      checkLink(request.name, request.gives as LinkModel, model);
    }
  }
  for (const waiter of kind.waiters) {
    if (sdk[`waitUntil${waiter.operation}`] === undefined) say(waiter.name, 'no such waiter');
    else checkParams(waiter.name, waiter.params, waiterInput(sdk, waiter.params));
  }
  for (const { name, gives } of kind.relations) checkLink(name, gives, undefined);
  return problems;

  function checkParams(where: string, params: readonly ParamModel[], input: Shape | undefined) {
    for (const { target, sources } of params) {
      const text = target.map((step) => step.name).join('.');
      if (input === undefined || targetShape(input, target) === undefined) {
        say(where, `the input has no ${text}`);
      }
      checkSources(where, sources, undefined, undefined);
    }
  }

  function checkSources(
    where: string,
    sources: readonly Source[],
    model: { input: Shape; output: Shape } | undefined,
    item: Shape | undefined,
  ) {
    for (const source of sources) {
      if (source.from === 'identifier') {
        if (!kind.identifiers.some(({ property }) => property === source.property)) {
          say(where, `no identifier ${source.property}`);
        }
      } else if ('path' in source) {
        const shapes = { data: attributes, request: model?.input, response: model?.output, item };
        const shape = shapes[source.from];
        const found = shape && shapeAt(shape, source.path);
        if (found?.kind !== 'string' && found?.kind !== 'number') {
          say(
            where,
            `${source.from} has no ${source.path.flatMap((step) => step.names).join('.')}`,
          );
        }
      }
    }
  }

  function checkLink(
    where: string,
    { kind: given, identifiers, items, attributes: hydrated }: LinkModel,
    model: { input: Shape; output: Shape } | undefined,
  ) {
    if (!service.kindNames.includes(given)) {
      say(where, `no kind ${given}`);
      return;
    }
    const target = service.kind(given);
    const asked = target.identifiers.map(({ name }) => name).sort();
    const told = identifiers.map(({ name }) => name).sort();
    if (asked.join() !== told.join())
      say(where, `${given} takes ${asked.join()}, not ${told.join()}`);
    const shapes = { data: attributes, request: model?.input, response: model?.output };
    const list = items && shapes[items.from];
    const item = list && shapeAt(list, items.path);
    if (items !== undefined && item === undefined) say(where, 'no such list');
    for (const each of identifiers) checkSources(where, each.sources, model, item);
    if (hydrated === undefined) return;
    const from = hydrated === 'item' ? item : shapeAt(model?.output ?? attributes!, hydrated);
    if (from?.kind !== 'structure') say(where, 'no attributes stand there');
    else checkAttributes(where, target, from);
  }

  /** What a resource is handed out with is what it would load. */
  function checkAttributes(where: string, target: KindModel, from: Shape) {
    const own = attributesOf(service, target);
    if (own === undefined) say(where, `${target.name} has no attributes`);
    else if (!('members' in own) || !('members' in from)) say(where, 'no structure');
    else if (![...from.members.keys()].some((name) => own.members.has(name))) {
      say(where, `it hands out attributes that ${target.name} does not have`);
    }
  }
}

function requestsOf(kind: KindModel): RequestModel[] {
  const loads = kind.load === undefined ? [] : [kind.load];
  return [...loads, ...kind.actions, ...kind.batchActions, ...kind.collections];
}

/** No schema tells a waiter's operation; one that takes all of its input does as well. */
function waiterInput(sdk: Exports, params: readonly ParamModel[]): Shape | undefined {
  for (const name of Object.keys(sdk)) {
    if (!/^(Describe|Head|Get)\w+Command$/.test(name)) continue;
    const input = operationOf(sdk, name.slice(0, -7))?.input;
    if (input && params.every(({ target }) => targetShape(input, target))) return input;
  }
  return undefined;
}

function memberPath(name: string): Path {
  return [{ names: [name], at: undefined }];
}
