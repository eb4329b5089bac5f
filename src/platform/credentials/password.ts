import { hash, verify } from '@node-rs/argon2';

// argon2id, the package's default kind: OWASP's memory of 19 MiB, and as many passes as take about 50 ms here
// (`npm run bench -- password`), the least that ASVS 11.4.2 asks for.
const cost = { memoryCost: 19_456, timeCost: 13, parallelism: 1 };

/** Shortest and longest password, in UTF-16 units as JavaScript counts them. Used exactly as typed: no trim, no fold. */
export const passwordLength = { min: 8, max: 256 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const isPassword = ({ hash, password }: { hash: string; password: string }): Promise<boolean> =>
  verify(hash, password);
