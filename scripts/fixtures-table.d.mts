export function withTables(text: string, modules: readonly object[]): string;
