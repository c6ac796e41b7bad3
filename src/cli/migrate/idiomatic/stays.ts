import type { Node } from '@babel/types';

/** A mock stays on the facade, for what stands at a node does not mean the same here, or may not. */
export class Stays extends Error {
  constructor(
    readonly node: Node,
    reason: string,
  ) {
    super(reason);
  }
}
