/** What `client.send()` takes besides the command. */
export interface SendOptions {
  readonly abortSignal?: AbortSignal | undefined;
  /** In ms. */
  readonly requestTimeout?: number | undefined;
}

/** How long a waiter waits. */
export interface WaiterOptions {
  /** In seconds; 600 where nothing is said. */
  readonly maxWaitTime?: number;
  /** The least time between two looks, in seconds. */
  readonly minDelay?: number;
  /** The most time between two looks, in seconds. */
  readonly maxDelay?: number;
  readonly abortSignal?: AbortSignal;
}

export type Identifiers = Readonly<Record<string, string | number>>;

/** One thing in AWS, or a service, seen as an object (boto3's resource). */
export interface Resource<Client = unknown> {
  readonly meta: {
    /** The client that it calls, the same for all that come from one `resource(client)`. */
    readonly client: Client;
    /** As boto3 names it: `ec2`. */
    readonly service: string;
    /** `Vpc`, or `ServiceResource`. */
    readonly kind: string;
    readonly identifiers: Identifiers;
  };
  /** The names of the resources that it makes without a call, in their order: `['Tag', 'Vpc']`. */
  getAvailableSubresources(): string[];
  /** True for a resource of the same kind with the same identifiers. */
  equals(other: unknown): boolean;
  /** What identifies it, and its attributes where they are loaded. */
  toJSON(): {
    readonly service: string;
    readonly kind: string;
    readonly identifiers: Identifiers;
    readonly data?: object;
  };
  /** `ec2.Vpc(id="vpc-1")` */
  toString(): string;
}

/** A resource that has attributes. */
export interface ResourceWithData<Client, Attributes> extends Resource<Client> {
  /**
   * Reads an attribute, under the SDK's own name for it; loads the resource where that is needed.
   *
   * @example await vpc.get('CidrBlock')
   */
  get<Name extends keyof Attributes>(name: Name): Promise<Attributes[Name]>;
  /**
   * The attributes as they were last loaded.
   *
   * @throws WrongUseError when nothing is loaded
   */
  readonly data: Attributes;
}

/** A resource whose attributes AWS can be asked for. */
export interface LoadableResource<Client, Attributes> extends ResourceWithData<Client, Attributes> {
  /**
   * Loads the attributes, whether they are there or not; gives the resource itself.
   *
   * @param input - more parameters of the operation that loads it
   */
  load(input?: Readonly<Record<string, unknown>>, options?: SendOptions): Promise<this>;
  /** The same as `load()`. */
  reload(input?: Readonly<Record<string, unknown>>, options?: SendOptions): Promise<this>;
}

/** Resources that AWS lists page by page; nothing is called before the first is asked for. */
export interface Collection<Member, Input> extends AsyncIterable<Member> {
  all(): this;
  /** Lists (such as `Filters`) are put together with those that are there already. */
  filter(params: Partial<Input>): this;
  /** @param limit - how many resources there are at the most; 0 for none, although AWS is asked (as in boto3) */
  limit(limit: number): this;
  /** @param pageSize - how many a request asks for, where the operation can be told */
  pageSize(pageSize: number): this;
  pages(): AsyncGenerator<Member[], void, undefined>;
  toArray(): Promise<Member[]>;
}

declare const BATCH: unique symbol;

/** Only a type: the batch actions of a kind of resource. */
export interface Batched<Actions> {
  readonly [BATCH]?: Actions;
}

/** The batch actions that resources of a kind have. */
export type BatchActionsOf<Member> = Member extends Batched<infer Actions> ? Actions : never;

/** An input of which a resource fills in these members, unless they are given. */
export type Filled<Input, Name extends keyof Input> = Omit<Input, Name> & {
  [N in Name]?: Partial<Input[N]> | undefined;
};

/** An input of which a resource fills in a member of each entry of a list. */
export type FilledEntries<Input, Name extends keyof Input, Member extends string> = Omit<
  Input,
  Name
> & {
  [N in Name]: EntryWithout<NonNullable<Input[N]>, Member>[] | undefined;
};

type EntryWithout<List, Member extends string> = List extends readonly (infer Entry)[]
  ? Omit<Entry, Member> & { [N in Member & keyof Entry]?: Entry[N] }
  : never;

/** The attributes of a resource that are all members of an answer. */
export type Answer<Output> = Omit<Output, '$metadata'>;
