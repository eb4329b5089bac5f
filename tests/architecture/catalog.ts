import pg from 'pg';
import { copyOfTemplate } from '#tests/support/copy.ts';

/**
 * Asks the migrated database what it is made of. A copy, never the template itself: while somebody is connected to that,
 * nobody can copy it, and other tests do so all the time.
 */
export async function openCatalog() {
  const client = new pg.Client({ connectionString: await copyOfTemplate() });
  await client.connect();
  const list = async <Row extends pg.QueryResultRow>(query: string): Promise<readonly Row[]> =>
    (await client.query<Row>(query)).rows;
  return {
    change: (statement: string) => client.query(statement),
    close: () => client.end(),
    relations: () => list<Relation>(relations),
    columns: () => list<Column>(columns),
    crossings: () => list<Crossing>(crossings),
  };
}

/** A table or a view. */
export type Relation = { schema: string; name: string; isView: boolean };
export type Column = { schema: string; table: string; name: string };
/** What ties two schemas together: a foreign key, or a view over the tables of others. */
export type Crossing = { from: string; to: string };

// graphile-worker makes a schema of its own.
const isOurs = (schema: string) =>
  `${schema} not in ('public', 'graphile_worker', 'information_schema') and ${schema} not like 'pg\\_%'`;

const relations = `
  select table_schema as schema, table_name as name, table_type = 'VIEW' as "isView"
  from information_schema.tables where ${isOurs('table_schema')}`;

const columns = `
  select table_schema as schema, table_name as table, column_name as name
  from information_schema.columns where ${isOurs('table_schema')}`;

const crossings = `
  select conrelid::regclass::text as from, confrelid::regclass::text as to
  from pg_constraint
  join pg_class near on near.oid = conrelid
  join pg_class far on far.oid = confrelid
  where contype = 'f' and near.relnamespace <> far.relnamespace
  union all
  select view_schema || '.' || view_name, table_schema || '.' || table_name
  from information_schema.view_table_usage
  where view_schema <> table_schema and ${isOurs('view_schema')}`;
