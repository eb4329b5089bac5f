import type { Pool } from 'pg';

/** Where the network is served, for commands that know nothing of the server's settings. */
export async function saveServedAt(pool: Pool, baseUrl: string): Promise<void> {
  await pool.query(
    `insert into platform.served_at (base_url) values ($1)
     on conflict (is_only) do update set base_url = excluded.base_url`,
    [baseUrl],
  );
}

/** Undefined while it was never served. */
export async function findServedAt(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ base_url: string }>('select base_url from platform.served_at');
  return rows[0]?.base_url;
}
