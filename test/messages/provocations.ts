/** Code that provokes messages, by the heading of the Messages page that these link to. */
export type Provocations = Readonly<Record<string, readonly (() => unknown)[]>>;
