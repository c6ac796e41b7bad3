import type { Shape } from '../../src/model/index.js';
import type { Path, TargetStep } from '../../src/resources/model.js';

/** The shape that a path of an answer leads to. */
export function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const { names, at } of path) {
    const shapes: (Shape | undefined)[] = names.map((name) =>
      step(current, name, at !== undefined),
    );
    if (shapes.includes(undefined)) return undefined;
    current = shapes[0];
  }
  return current;
}

/** The shape of a member of an input that a table fills in. */
export function targetShape(shape: Shape, target: readonly TargetStep[]): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const { name, at } of target) current = step(current, name, at !== undefined);
  const isLeaf = current?.kind === 'string' || current?.kind === 'number';
  return isLeaf ? current : undefined;
}

function step(shape: Shape | undefined, name: string, isList: boolean): Shape | undefined {
  if (shape?.kind !== 'structure') return undefined;
  const member = shape.members.get(name);
  if (!isList) return member?.kind === 'list' ? undefined : member;
  return member?.kind === 'list' ? member.member : undefined;
}
