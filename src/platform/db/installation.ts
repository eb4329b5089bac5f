import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import type { Settings } from '../config/settings.ts';
import { findMasterKey } from '../keys/keys.ts';
import type { Log } from '../log/log.ts';
import { projectFolder } from '../project.ts';
import { cannotReach } from './cannot-reach.ts';
import { applicationName, openDatabase } from './database.ts';
import { checkDurability } from './embedded/durability.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { placeOf } from './embedded/place.ts';
import { migrate } from './migrate.ts';
import { findServedAt, saveServedAt } from './served-at.ts';

/** A database that is up, migrated and safe to write to. */
export type Installation = {
  readonly databaseUrl: string;
  readonly masterKey: string;
  /** Where the network was served last; for links that a command prints. */
  readonly servedAt: string | undefined;
  /** Leaves the server running when another process of this installation still uses it. */
  readonly stop: () => Promise<void>;
};

const databaseName = 'bandanh';

/** Starts or adopts this installation's own PostgreSQL, or goes to the one DATABASE_URL names. Throws CannotStart. */
export async function openInstallation(
  settings: Settings,
  { log, serves }: { readonly log: Log; readonly serves: boolean },
): Promise<Installation> {
  const { databaseUrl, stop } = settings.databaseUrl
    ? { databaseUrl: settings.databaseUrl, stop: async () => {} }
    : await ownServer(settings, log);
  const { pool } = openDatabase(databaseUrl, { log, connections: 2 });
  try {
    await checkSafe(pool, settings, log);
    await migrate(pool);
    if (serves) await saveServedAt(pool, settings.baseUrl);
    return { databaseUrl, masterKey: await findMasterKey(pool), servedAt: await findServedAt(pool), stop };
  } catch (problem) {
    await stop();
    throw settings.databaseUrl ? cannotReach(problem, settings.databaseUrl) : problem;
  } finally {
    await pool.end();
  }
}

async function ownServer({ dataFolder, postgresBinFolder, demo }: Settings, log: Log) {
  const place = placeOf({
    projectFolder,
    ...(dataFolder && { dataDir: dataFolder }),
    ...(demo && { variant: 'demo' }),
  });
  const server = await startEmbedded({
    place,
    ...(postgresBinFolder && { binFolder: postgresBinFolder }),
    log: (line) => log.info({ from: 'postgres' }, line),
  });
  await createDatabase(server.url('postgres'));
  return {
    databaseUrl: server.url(databaseName),
    async stop() {
      if (!(await isUsedByOthers(server.url('postgres')))) await server.stop();
    },
  };
}

async function createDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount) return;
    await client.query(`create database ${databaseName}`).catch((problem) => {
      // Another process was quicker by a moment.
      if (!(problem instanceof pg.DatabaseError && problem.code === '42P04')) throw problem;
    });
  });
}

/** Another process of this installation, such as a command, keeps the server for itself when we leave. */
const isUsedByOthers = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where application_name like 'bandanh %' and application_name <> $1 limit 1`,
      [applicationName],
    );
    return Boolean(rowCount);
  });

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Our own server has to keep what it acknowledged; somebody else's may be set up otherwise for reasons of its own. */
async function checkSafe(pool: pg.Pool, { databaseUrl }: Settings, log: Log): Promise<void> {
  try {
    await checkDurability((text) => pool.query(text));
  } catch (problem) {
    if (databaseUrl && problem instanceof CannotStart) log.warn({}, problem.message);
    else throw problem;
  }
}
