import type { BaseResource } from '../base.js';

/** An object as the parameters of an operation name it. */
export interface Place {
  readonly owner: BaseResource;
  readonly Bucket: string;
  readonly Key: string;
}
