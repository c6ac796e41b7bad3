import type { Shape } from '../../src/model/index.js';
import type { KindModel, LinkModel, ServiceModel } from '../../src/resources/model.js';
import { operationOf, packageOf } from './client-package.js';
import { shapeAt } from './shape-at.js';

type StructureShape = Extract<Shape, { readonly kind: 'structure' | 'union' }>;

/**
 * The structure that a kind's attributes are members of: what it loads, or what it is handed out with
 * where AWS cannot load it. It has the name that the table gives, or is a whole answer.
 */
export function attributesOf(service: ServiceModel, kind: KindModel): StructureShape | undefined {
  const sdk = packageOf(service);
  if (kind.load !== undefined) {
    const output = operationOf(sdk, kind.load.operation)?.output;
    return output && structure(shapeAt(output, kind.load.path), kind, kind.load.path.length === 0);
  }
  if (kind.shape === undefined) return undefined;
  for (const link of linksTo(service, kind)) {
    const found = structure(link, kind, kind.shape === 'KeyPair');
    if (found !== undefined) return found;
  }
  return structureByName(service, kind.shape);
}

function structure(
  shape: Shape | undefined,
  kind: KindModel,
  isAnswer: boolean,
): StructureShape | undefined {
  if (shape?.kind !== 'structure') return undefined;
  return isAnswer || shape.name === kind.shape ? shape : undefined;
}

/** The structures that resources of a kind are handed out with. */
function linksTo(service: ServiceModel, kind: KindModel): (Shape | undefined)[] {
  const sdk = packageOf(service);
  const kinds = [service.root, ...service.kindNames.map((name) => service.kind(name))];
  return kinds.flatMap((owner) =>
    [...owner.actions, ...owner.collections].flatMap(({ operation, gives }) => {
      if (gives?.kind !== kind.name || gives.attributes === undefined) return [];
      const output = operationOf(sdk, operation)?.output;
      return output === undefined ? [] : [shapeAt(output, pathOf(gives))];
    }),
  );
}

function pathOf({ items, attributes }: LinkModel) {
  return attributes === 'item' ? (items?.path ?? []) : (attributes ?? []);
}

/** A structure that is nowhere handed out, found among all answers of the service. */
function structureByName(service: ServiceModel, name: string): StructureShape | undefined {
  const sdk = packageOf(service);
  const seen = new Set<Shape>();
  const look = (shape: Shape | undefined): StructureShape | undefined => {
    if (shape === undefined || seen.has(shape)) return undefined;
    seen.add(shape);
    if (shape.kind === 'list') return look(shape.member);
    if (shape.kind !== 'structure') return undefined;
    if (shape.name === name) return shape;
    for (const member of shape.members.values()) {
      const found = look(member);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const exported of Object.keys(sdk)) {
    if (!exported.endsWith('Command') || exported.startsWith('$')) continue;
    const found = look(operationOf(sdk, exported.slice(0, -7))?.output);
    if (found !== undefined) return found;
  }
  return undefined;
}
