import { isIP } from 'node:net';
import { CannotStart } from '../cannot-start.ts';

export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Where browsers and messages find us: `https://network.example`, without a slash at the end. */
  readonly baseUrl: string;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string | undefined;
  /** The bin folder of another PostgreSQL for the embedded server. */
  readonly postgresBinFolder: string | undefined;
  /** Addresses whose X-Forwarded-For we believe. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
  /** What this process does; both, unless the load is shared among several. */
  readonly roles: readonly ProcessRole[];
  /** The demonstration: invented organisations, in a database of their own. */
  readonly demo: boolean;
  /** Simulated channels and the component gallery: only where nobody but this machine, or a demonstration, sees them. */
  readonly simulator: boolean;
};

export type ProcessRole = 'web' | 'worker';
export type LogLevel = (typeof logLevels)[number];
type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Reads the environment and the command line. Throws CannotStart, naming the setting and the mend. */
export function readSettings(environment: Environment, args: readonly string[]): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined;
  checkArguments(args);
  const host = given('HOST') ?? '127.0.0.1';
  const port = readPort(given('PORT'));
  const demo = args.includes('--demo');
  const baseUrl = readBaseUrl(given('BASE_URL'), host, port);
  return {
    host,
    port,
    baseUrl,
    databaseUrl: readDatabaseUrl(given('DATABASE_URL')),
    dataFolder: given('DATA_DIR'),
    postgresBinFolder: given('PG_BIN'),
    trustedProxies: readProxies(given('TRUSTED_PROXY')),
    logLevel: readLogLevel(given('LOG_LEVEL')),
    roles: readRoles(given('PROCESS')),
    demo,
    simulator: demo || (loopback.includes(host) && isLoopback(baseUrl)),
  };
}

export const isLoopback = (baseUrl: string): boolean =>
  loopback.includes(new URL(baseUrl).hostname.replace(/^\[|\]$/g, ''));

function checkArguments(args: readonly string[]): void {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown) throw new CannotStart(`${unknown} is not known here: the only option is --demo`);
}

function readPort(value = '3000'): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port;
  throw new CannotStart(`PORT is "${value}": set it to a number from 1 to 65535, such as PORT=3000`);
}

function readBaseUrl(value: string | undefined, host: string, port: number): string {
  if (value === undefined) return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search;
  if (isOrigin && !url.username && !url.hash) return url.origin;
  throw new CannotStart(
    `BASE_URL is "${value}": set it to the address people type, such as BASE_URL=https://network.example`,
  );
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (value === undefined || /^postgres(ql)?:\/\/./.test(value)) return value;
  throw new CannotStart(
    'DATABASE_URL is no PostgreSQL address: set it to postgres://name:password@host:5432/database, or leave it out',
  );
}

function readProxies(value = ''): string[] {
  const addresses = value.split(/[\s,]+/).filter(Boolean);
  for (const address of addresses)
    if (!isAddressOrRange(address))
      throw new CannotStart(
        `TRUSTED_PROXY has "${address}": list addresses or ranges, such as TRUSTED_PROXY=127.0.0.1,10.0.0.0/8`,
      );
  return addresses;
}

/** 10.0.0.1, or 10.0.0.0/8: never more bits than such an address has. */
function isAddressOrRange(text: string): boolean {
  const [, address = text, bits = '0'] = /^(.+)\/(\d{1,3})$/.exec(text) ?? [];
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return Number(bits) <= most;
}

function readLogLevel(value: string | undefined): LogLevel {
  // At a terminal only what needs a person; elsewhere one line per request, for whoever collects it.
  if (value === undefined) return process.stdout.isTTY ? 'warn' : 'info';
  const level = logLevels.find((known) => known === value);
  if (level) return level;
  throw new CannotStart(`LOG_LEVEL is "${value}": use one of ${logLevels.join(', ')}`);
}

function readRoles(value = 'web,worker'): ProcessRole[] {
  const roles = value.split(',').map((role) => role.trim());
  if (roles.every((role) => role === 'web' || role === 'worker')) return roles;
  throw new CannotStart(`PROCESS is "${value}": use web, worker, or web,worker`);
}
