import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export const schemaFile = 'src/platform/db/schema.ts';

/** jsonb columns that are no two-language text. */
const otherJson = ['messaging.run.state'];

const schemas = '+(platform|messaging|accounts|organisations|network|meetings).*';

/** The TypeScript of the tables as a migrated database has them: what the schema file must be. */
export async function schemaOf(databaseUrl: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const file = join(folder, 'schema.ts');
  try {
    const options = {
      dialect: 'postgres',
      url: databaseUrl,
      'out-file': file,
      'date-parser': 'string',
      'log-level': 'silent',
      'include-pattern': schemas,
      overrides: JSON.stringify({ columns: await overrides(databaseUrl) }),
      'custom-imports': JSON.stringify({ LocalText: '../../kernel/local-text.ts' }),
    };
    const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    run('kysely-codegen', args);
    const written = `${readFileSync(file, 'utf8').trim()}\n\nexport type Schema = DB;\n`;
    return run('biome', ['check', '--write', `--stdin-file-path=${schemaFile}`], written);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, args, {
    encoding: 'utf8',
    input,
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** What the generator cannot see: two-language texts, and columns whose check names every value they may have. */
async function overrides(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const columns = await client.query<Column>(columnsQuery);
  await client.end();
  return Object.fromEntries(
    columns.rows.flatMap(({ name, type, nullable, generated, rule, isView }) => {
      const values = rule?.match(/'([^']+)'::text/g)?.map((value) => value.replace('::text', ''));
      const isText = type === 'jsonb' && !otherJson.includes(name);
      const plain = isText ? 'LocalText' : (values?.join(' | ') ?? (isView ? viewTypes[type] : undefined));
      if (!plain) return [];
      const orNull = nullable ? `${plain} | null` : plain;
      return [[name, generated ? `Generated<${orNull}>` : orNull]];
    }),
  );
}

/** PostgreSQL calls every column of a view nullable; we say of each what its table says of it. */
const viewTypes: Record<string, string> = { uuid: 'string', text: 'string', boolean: 'boolean' };

type Column = {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
  rule: string | null;
  isView: boolean;
};

const columnsQuery = `
  select
    c.table_schema || '.' || c.table_name || '.' || c.column_name as name,
    c.data_type as type,
    coalesce(b.is_nullable, case when v.view_name is null then c.is_nullable else 'NO' end) = 'YES' as nullable,
    c.column_default is not null as generated,
    v.view_name is not null as "isView",
    (
      select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = format('%I.%I', c.table_schema, coalesce(v.table_name, c.table_name))::regclass
        and k.contype = 'c'
        and pg_get_constraintdef(k.oid) like 'CHECK ((' || c.column_name || ' = ANY (ARRAY[%'
    ) as rule
  from information_schema.columns c
  left join information_schema.view_table_usage v
    on v.view_schema = c.table_schema and v.view_name = c.table_name
  left join information_schema.columns b
    on b.table_schema = v.table_schema and b.table_name = v.table_name and b.column_name = c.column_name
  where c.table_schema in ('platform', 'messaging', 'accounts', 'organisations', 'network', 'meetings')`;
