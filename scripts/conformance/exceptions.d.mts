export function explained(service: string, what: string): string | undefined;
