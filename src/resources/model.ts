import type { ServiceName } from './definitions/index.js';

/** What a service's table says, read. */
export interface ServiceModel {
  readonly name: ServiceName;
  /** The service resource: what `resource(client)` gives. */
  readonly root: KindModel;
  readonly kindNames: readonly string[];
  /** How operations page that the SDK has no paginator for. */
  readonly pages: ReadonlyMap<string, PagesModel>;
  /** A kind of resource; its lines are read when it is first asked for. */
  kind(name: string): KindModel;
}

/** A kind of resource, such as `Vpc`. */
export interface KindModel {
  readonly name: string;
  readonly identifiers: readonly IdentifierModel[];
  /** The name of the structure that its attributes are members of. */
  readonly shape: string | undefined;
  readonly load: LoadModel | undefined;
  readonly actions: readonly ActionModel[];
  readonly batchActions: readonly RequestModel[];
  readonly relations: readonly RelationModel[];
  readonly collections: readonly CollectionModel[];
  readonly waiters: readonly WaiterModel[];
}

export interface IdentifierModel {
  /** As tables name it: `Id`. */
  readonly name: string;
  /** As code names it: `id`. */
  readonly property: string;
  /** The attribute that holds the same: `VpcId`. */
  readonly member: string | undefined;
}

/** An operation and what its input gets from a resource. */
export interface RequestModel {
  /** As tables name what makes the call: `CreateSubnet`. */
  readonly name: string;
  readonly operation: string;
  readonly params: readonly ParamModel[];
  /** True where an attribute goes into the input, so that it must be loaded first. */
  readonly needsData: boolean;
}

export interface LoadModel extends RequestModel {
  /** Where the attributes stand in the answer. */
  readonly path: Path;
}

export interface ActionModel extends RequestModel {
  /** The resources that come back, where it does not give the plain answer. */
  readonly gives: LinkModel | undefined;
}

export interface CollectionModel extends RequestModel {
  readonly gives: LinkModel;
}

/** A sub-resource (`bucket.Object('key')`: no call) or a reference (`subnet.vpc()`: by an attribute). */
export interface RelationModel {
  readonly name: string;
  readonly gives: LinkModel;
  /** What the caller says, in this order. */
  readonly inputs: readonly string[];
  readonly needsData: boolean;
}

/** `waitUntilVpcAvailable` of the SDK and its input. */
export interface WaiterModel extends RequestModel {
  /** As the SDK names it after `waitUntil`. */
  readonly operation: string;
}

export interface PagesModel {
  /** The members of an input that continue a list, and where the answer has them. */
  readonly tokens: readonly ParamModel[];
  /** The member of an answer that is true while there is more. */
  readonly more: Path;
  /** The member of an input that says how much a page holds at the most. */
  readonly size: string;
}

/** Resources of a kind, and where their identifiers and attributes come from. */
export interface LinkModel {
  readonly kind: string;
  readonly identifiers: readonly { readonly name: string; readonly sources: readonly Source[] }[];
  /** The list that has an entry for each resource; without one there is one resource. */
  readonly items:
    { readonly from: 'data' | 'request' | 'response'; readonly path: Path } | undefined;
  /** Where the attributes stand: in the entry, or at a path of the answer. */
  readonly attributes: 'item' | Path | undefined;
}

/** Where one value comes from. */
export type Source =
  | { readonly from: 'input' }
  | { readonly from: 'constant'; readonly value: string }
  | { readonly from: 'identifier'; readonly property: string }
  | { readonly from: 'data' | 'request' | 'response' | 'item'; readonly path: Path };

/** Members one inside the other; an empty path is the value itself. */
export type Path = readonly PathStep[];

export interface PathStep {
  /** Members whose lists are joined where there are several. */
  readonly names: readonly string[];
  readonly at: number | 'each' | undefined;
}

export interface ParamModel {
  readonly target: readonly TargetStep[];
  /** The first that has a value counts. */
  readonly sources: readonly Source[];
}

/** A member of an input; where it is a list, which of its entries. */
export interface TargetStep {
  readonly name: string;
  /** An index, a new entry, or the entry of the resource's own place in a batch. */
  readonly at: number | 'append' | 'batch' | undefined;
}

/** How code names what tables name: `CreateSubnet` is `createSubnet`. */
export function codeName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
