/** Node's code of a failed system call, such as ENOENT; empty for anything else. */
export const codeOf = (problem: unknown): string =>
  problem instanceof Error && 'code' in problem ? String(problem.code) : '';
