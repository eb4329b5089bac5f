import { connect } from 'node:net';
import { join } from 'node:path';

/** The user every database of the embedded server belongs to. */
export const databaseUser = 'app';

/** The socket's name has the port's number in it, although nothing listens on a port. */
export const port = 5432;

export const socketIn = (folder: string): string => join(folder, `.s.PGSQL.${port}`);

export type Answer = 'open' | 'notYet' | 'silent';

/** Whether the server behind the socket lets us in; `notYet`: it starts, stops or recovers from a crash. */
export function knock(socketFolder: string, patienceMs = 3_000): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(socketIn(socketFolder));
    const finish = (answer: Answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patienceMs, () => finish('silent'));
    socket.on('error', () => finish('silent'));
    socket.on('close', () => finish('silent'));
    socket.on('connect', () => socket.write(startup()));
    socket.on('data', (reply) => finish(read(reply)));
  });
}

/** StartupMessage of the PostgreSQL frontend/backend protocol, version 3.0. */
function startup(): Buffer {
  const names = Buffer.from(`user\0${databaseUser}\0database\0postgres\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + names.length, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, names]);
}

/** AuthenticationOk starts with R. Among errors, only 57P03 (cannot_connect_now) means that we should wait. */
const read = (reply: Buffer): Answer => (reply.includes('C57P03\0') ? 'notYet' : 'open');
