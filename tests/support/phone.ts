import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { compose } from '#src/composition.ts';
import { system } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/local-text.ts';
import { receiveMessage } from '#src/modules/messaging/index.ts';
import { through } from '#src/platform/db/door.ts';
import type { Schema } from '#src/platform/db/schema.ts';

type Needs = {
  readonly app: Pick<ReturnType<typeof compose>, 'runtime' | 'runJobs'>;
  readonly db: Kysely<Schema>;
  readonly addressId: string;
  readonly language: Language;
};

export type Phone = ReturnType<typeof newPhone>;

/** Somebody at the far end of a channel: what they say comes in as from a provider; what they hear stands in the outbox. */
export const newPhone = ({ app, db, addressId, language }: Needs) => ({
  addressId,
  language,
  /** Says something, and gives what was answered. */
  async says(body: string, externalId: string = randomUUID()): Promise<string> {
    const before = (await this.heard()).length;
    const { channel, address } = await db
      .selectFrom('messaging.address')
      .select(['channel', 'address'])
      .where('id', '=', addressId)
      .executeTakeFirstOrThrow();
    const message = { channel, address, body, externalId };
    await receiveMessage(through(channel, app.runtime), system('test'), message);
    await app.runJobs();
    return (await this.heard()).slice(before).join('\n---\n');
  },
  async heard(): Promise<string[]> {
    const rows = await db
      .selectFrom('messaging.outbox')
      .select('body')
      .where('address_id', '=', addressId)
      .orderBy('id')
      .execute();
    return rows.map(({ body }) => body);
  },
});
