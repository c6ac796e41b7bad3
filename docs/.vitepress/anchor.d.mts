export function anchorOf(title: string): string;
