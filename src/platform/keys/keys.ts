import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';

/** Signs with this installation's own key, for one purpose at a time. */
export type Keys = {
  /** A keyed hash, as text fit for URLs. */
  readonly sign: (purpose: string, text: string) => string;
  readonly isSigned: (purpose: string, text: string, signature: string) => boolean;
};

/** The key lives in the database, so that links and forms survive a restore and serve every process alike. */
export async function findMasterKey(pool: Pool): Promise<string> {
  await pool.query(
    `insert into platform.secret (name, value) values ('master', $1) on conflict (name) do nothing`,
    [randomBytes(32).toString('base64url')],
  );
  const { rows } = await pool.query(`select value from platform.secret where name = 'master'`);
  return rows[0].value;
}

export function keysFrom(master: string): Keys {
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', master).update(`${purpose}\n${text}`).digest('base64url');
  return {
    sign,
    isSigned(purpose, text, signature) {
      const [left, right] = [Buffer.from(sign(purpose, text)), Buffer.from(signature)];
      return left.length === right.length && timingSafeEqual(left, right);
    },
  };
}
