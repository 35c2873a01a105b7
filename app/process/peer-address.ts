import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { inProcess } from './in-process';

/** Where the socket's other end is; set by this process on every request, whatever the client wrote. */
const PEER = 'x-stet-peer';

/** The servers that have answered in this process. */
export const servers = (): Set<Server> => inProcess('servers', () => new Set());

/**
 * Notes the other end's address on every request. Next hands a route no socket, only `x-forwarded-for`, which anybody can write.
 */
export function notePeers(): void {
  inProcess('peers', () =>
    diagnostics.subscribe('http.server.request.start', (message) => {
      const { request, server } = message as { request: IncomingMessage; server: Server };
      request.headers[PEER] = request.socket.remoteAddress ?? '';
      servers().add(server);
    }),
  );
}

/**
 * The address that a request came from. A peer on a private or loopback network is taken for a proxy of ours, whose own entry, the
 * last of `x-forwarded-for`, then counts; from anywhere else that header is hearsay.
 */
export function addressOf(headers: Headers): string {
  const peer = headers.get(PEER) ?? '';
  if (peer !== '' && !isPrivate(peer)) return peer;
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}

function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i.test(plain);
}
