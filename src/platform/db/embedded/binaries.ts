import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { copyPackage } from './binary-copy.ts';
import { type BinaryPackage, completePackage, findPackage } from './binary-package.ts';
import { diagnose } from './diagnosis.ts';
import { major, type Place } from './place.ts';
import type { ServerIdentity } from './server-identity.ts';
import { wayOut } from './way-out.ts';

/** The bin folder the server's user can run: PG_BIN, the package's, or a copy of the package's in the place. */
export function findBinFolder(place: Place, identity: ServerIdentity, binFolder?: string): string {
  if (binFolder) return checkedBinFolder(binFolder, identity);
  return reachableBinFolder(findPackage(), place, identity);
}

/** Throws CannotStart when not even a copy runs. */
export function reachableBinFolder(source: BinaryPackage, place: Place, identity: ServerIdentity): string {
  const bin = join(source.native, 'bin');
  const isComplete = completePackage(source.native);
  const trial = tryBinFolder(bin, identity);
  if (trial.major === major) return bin;
  if (trial.hasNoLoader) throw new CannotStart(noLoader);
  // Another user's files would run for us no better: it is the machine that cannot.
  if (isComplete && !identity) throw doesNotRun(trial.said);
  // A clone in root's home, or a package that root installed and we may not complete.
  const copy = join(
    copyPackage(source, place, (copied) => runs(copied, identity)),
    'bin',
  );
  const secondTrial = tryBinFolder(copy, identity);
  if (secondTrial.major === major) return copy;
  throw diagnose(secondTrial.said, place) ?? doesNotRun(secondTrial.said);
}

const doesNotRun = (said: string) =>
  new CannotStart(
    `PostgreSQL does not run on this machine (${said}): set PG_BIN to the bin folder of a PostgreSQL ${major} that does, ${wayOut}`,
  );

// The package is built for glibc; where its loader is missing, exec(2) says that the existing file does not exist.
const noLoader = `The PostgreSQL that comes with Bandanh needs glibc, which this system (Alpine, musl) lacks: install PostgreSQL ${major} and set PG_BIN to its bin folder, ${wayOut}`;

function checkedBinFolder(binFolder: string, identity: ServerIdentity): string {
  const trial = tryBinFolder(binFolder, identity);
  if (trial.major === major) return binFolder;
  const found = trial.major ? `PostgreSQL ${trial.major}` : `no PostgreSQL that runs (${trial.said})`;
  throw new CannotStart(
    `PG_BIN (${binFolder}) holds ${found}: set it to the bin folder of PostgreSQL ${major}, leave it out, ${wayOut}`,
  );
}

type Trial = { readonly major?: number; readonly said: string; readonly hasNoLoader: boolean };

const runs = (bin: string, identity: ServerIdentity) => tryBinFolder(bin, identity).major === major;

function tryBinFolder(bin: string, identity: ServerIdentity): Trial {
  const command = join(bin, 'postgres');
  const { error, stdout, stderr } = spawnSync(command, ['--version'], {
    ...identity,
    cwd: '/',
    env: {},
    encoding: 'utf8',
  });
  const version = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  const said = error?.message ?? stderr.trim().split('\n')[0] ?? '';
  const hasNoLoader = error !== undefined && /ENOENT/.test(error.message) && existsSync(command);
  return { ...(version && { major: Number(version) }), said, hasNoLoader };
}
