import { BlockList, isIP } from 'node:net';

/** What @hono/node-server hands on of the request it received. */
export type Incoming = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };

type Received = {
  readonly env?: Incoming;
  readonly req: { header(name: string): string | undefined };
};

/**
 * Who is asking: the other end of the connection, unless that is a proxy of ours; then the last address it names
 * that is no proxy of ours. Anybody can send X-Forwarded-For, so from others it is not read.
 */
export function clientAddress(trustedProxies: readonly string[]) {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) addTo(trusted, proxy);
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

  return ({ env, req }: Received): string => {
    const peer = plain(env?.incoming?.socket?.remoteAddress ?? '');
    if (isIP(peer) === 0) return 'unknown';
    if (!isTrusted(peer)) return peer;
    const chain = (req.header('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()));
    // What our proxy wrote last, even where we cannot read it: whatever stands before it, the visitor may have written.
    const last = chain.findLast((address) => isIP(address) === 0 || !isTrusted(address)) ?? '';
    return isIP(last) === 0 ? peer : last;
  };
}

/** Whoever holds an IPv6 line holds a whole /64 of addresses: for limits they are one. */
export const networkOf = (address: string): string =>
  isIP(address) === 6 ? `${expand(address).slice(0, 4).join(':')}::/64` : address;

function addTo(list: BlockList, proxy: string): void {
  const [address = '', bits] = proxy.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
}

/** An IPv4 address that came in through an IPv6 socket is the IPv4 address. Some proxies write the port too. */
const plain = (address: string): string =>
  address
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^([\d.]+):\d+$/, '$1');

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right];
}
