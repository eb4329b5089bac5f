import { DatabaseError } from 'pg';

// PostgreSQL error codes, appendix A: connection exceptions (08), shutting down or starting up (57P), too many
// connections (53300). Node's own codes come from the socket.
const server = /^(08|57P0[1-3]|53300)/;
const socket = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);
const poolWords =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|pool after calling end/i;

/** The database is away, for now: the request was fine and may be tried again. */
export function isUnreachable(problem: Error): boolean {
  if (problem instanceof DatabaseError) return server.test(problem.code ?? '');
  const code = 'code' in problem ? String(problem.code) : '';
  // A name with several addresses, such as localhost, fails with all of their problems in one.
  const fromSocket = socket.has(code) && ('syscall' in problem || problem instanceof AggregateError);
  return fromSocket || poolWords.test(problem.message);
}
