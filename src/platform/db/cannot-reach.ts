import { CannotStart } from '../cannot-start.ts';
import { isUnreachable } from './unreachable.ts';

/** Why the server that DATABASE_URL names cannot be used, as a line with its mend; other problems as they are. */
export function cannotReach(problem: unknown, databaseUrl: string): unknown {
  if (!(problem instanceof Error)) return problem;
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const server = `${hostname || 'the local socket'}${port && `:${port}`}`;
  const code = 'code' in problem ? String(problem.code) : '';
  // PostgreSQL error codes, appendix A: invalid authorisation (28), unknown database (3D000), not permitted (42501).
  if (code.startsWith('28'))
    return new CannotStart(
      `PostgreSQL on ${server} does not let ${username || 'us'} in: check name and password in DATABASE_URL`,
    );
  if (code === '3D000')
    return new CannotStart(
      `There is no database ${pathname.slice(1)} on ${server}: make it with createdb, or mend DATABASE_URL`,
    );
  if (code === '42501')
    return new CannotStart(
      `${username || 'We'} may not make schemas in this database: run GRANT CREATE ON DATABASE, or use its owner in DATABASE_URL`,
    );
  if (isUnreachable(problem) || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new CannotStart(`PostgreSQL does not answer on ${server}: start it, or mend DATABASE_URL`);
  return problem;
}
