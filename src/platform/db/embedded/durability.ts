import { CannotStart } from '#src/platform/cannot-start.ts';
import { wayOut } from './way-out.ts';

type Query = (text: string) => Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;

/**
 * Throws CannotStart when this server may lose what it has acknowledged. On a managed server, where the provider may
 * keep the promise by other means, the caller can catch it and print the message as a warning.
 */
export async function checkDurability(query: Query): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await query(`show ${name}`);
    if (!kept.includes(String(rows[0]?.[name])))
      throw new CannotStart(
        `PostgreSQL would lose acknowledged data in a power cut (${name} is ${rows[0]?.[name]}): set it to on, ${wayOut}`,
      );
  }
}

// All but the first are for synchronous_commit: they differ in what a replica does, and all wait for this server's disk.
const kept = ['on', 'local', 'remote_write', 'remote_apply'];
