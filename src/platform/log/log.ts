import { destination, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** One JSON line per event, on standard error: standard output is for the person who started us. */
export const openLog = (level: string): Log =>
  pino(
    { level, base: { pid: process.pid }, serializers: { problem: describeProblem } },
    destination({ dest: 2, sync: true }),
  );

export const silentLog: Log = pino({ level: 'silent' });

/** A problem for the log: its stack, never the values of a query, which may be personal. */
function describeProblem(problem: unknown): unknown {
  if (!(problem instanceof Error)) return { message: String(problem) };
  const { name, message, stack } = problem;
  const code = 'code' in problem ? problem.code : undefined;
  return { name, message, code, stack: stack?.split('\n').slice(1, 8).join('\n') };
}
