import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/adapters';
import { hashSecret } from '#src/platform/credentials/session-token.ts';

/**
 * Keeps SHA-256 hashes where better-auth would keep session tokens as they are; it never sees the difference.
 * Only a token asked for by itself comes back as given: lists hold hashes, so its own "revoke" endpoints find nothing.
 */
export const hashingSessionTokens = (inner: DBAdapter): DBAdapter => ({
  ...hashed(inner),
  transaction: (body) => inner.transaction((transaction) => body(hashed(transaction))),
});

type Create<T> = {
  model: string;
  data: Omit<T, 'id'>;
  select?: string[] | undefined;
  forceAllowId?: boolean | undefined;
};

function hashed(inner: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...inner,
    async create<T extends Record<string, unknown>, R = T>(given: Create<T>): Promise<R> {
      const { model, data } = given;
      if (model !== 'session' || !('token' in data) || typeof data.token !== 'string')
        return inner.create(given);
      const { token } = data;
      return withToken(
        await inner.create<T, R>({ ...given, data: { ...data, token: hashSecret(token) } }),
        token,
      );
    },
    findOne: async (given) => withToken(await inner.findOne(asked(given)), tokenOf(given)),
    findMany: (given) => inner.findMany(given.where ? asked({ ...given, where: given.where }) : given),
    update: async (given) => withToken(await inner.update(asked(given)), tokenOf(given)),
    updateMany: (given) => inner.updateMany(asked(given)),
    delete: (given) => inner.delete(asked(given)),
    deleteMany: (given) => inner.deleteMany(asked(given)),
  };
}

type Asked = { readonly model: string; readonly where: Where[] };

const asked = <Given extends Asked>(given: Given): Given =>
  given.model === 'session' ? { ...given, where: given.where.map(hashedWhere) } : given;

function hashedWhere(where: Where): Where {
  if (where.field !== 'token') return where;
  if (Array.isArray(where.value))
    return { ...where, value: where.value.map((token) => hashSecret(String(token))) };
  return { ...where, value: hashSecret(String(where.value)) };
}

function tokenOf({ model, where }: Asked): string | undefined {
  const token = where.find(({ field }) => field === 'token')?.value;
  return model === 'session' && typeof token === 'string' ? token : undefined;
}

function withToken<Row>(row: Row, token: string | undefined): Row {
  if (token && row && typeof row === 'object') Object.assign(row, { token });
  return row;
}
