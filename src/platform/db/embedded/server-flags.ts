import { totalmem } from 'node:os';
import { port } from './knock.ts';

type Wanted = {
  readonly data: string;
  readonly socketFolder: string;
  readonly durable: boolean;
  readonly maxConnections: number;
};

/** The arguments of `postgres`. Given there, no configuration file and no ALTER SYSTEM can undo them. */
export function serverFlags({ data, socketFolder, durable, maxConnections }: Wanted): string[] {
  const safe = durable ? 'on' : 'off';
  const settings = {
    // No network at all: who may enter the socket's folder may enter the database.
    listen_addresses: '',
    port,
    unix_socket_directories: quoted(socketFolder),
    unix_socket_permissions: '0700',
    fsync: safe,
    full_page_writes: safe,
    // Stays on in tests too: what was acknowledged must survive kill -9 there.
    synchronous_commit: 'on',
    max_connections: maxConnections,
    shared_buffers: totalmem() < 2 ** 31 ? '64MB' : '128MB',
    // Containers give /dev/shm 64 MB, which parallel queries can exceed.
    dynamic_shared_memory_type: 'mmap',
    // Compiling costs more than our short queries take.
    jit: 'off',
    log_checkpoints: 'off',
    // Statements and details would carry people's telephone numbers into the log; the caller gets them anyway.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** The setting is a list: a comma in the path must not end it. */
const quoted = (path: string) => `"${path.replaceAll('"', '""')}"`;
