export const project: string;
export function stop(line: string): never;
export function prepare(options?: { everything?: boolean }): Promise<void>;
