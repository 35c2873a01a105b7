import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressOf, notePeers } from './peer-address';

const from = (peer: string, forwarded?: string) =>
  addressOf(new Headers({ 'x-stet-peer': peer, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) }));

describe('the address of a request', () => {
  it.each([
    ['a peer on the open network, whatever it claims', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the last one that a proxy on this machine names', '127.0.0.1', '10.9.9.9, 198.51.100.1', '198.51.100.1'],
    ['the last one that a proxy on a private network names', '10.0.0.5', '198.51.100.1', '198.51.100.1'],
    ['the same over IPv6', '::1', '2001:db8::7', '2001:db8::7'],
    ['a mapped private peer’s word', '::ffff:192.168.1.4', '198.51.100.1', '198.51.100.1'],
    ['the peer itself where nobody is named', '127.0.0.1', undefined, '127.0.0.1'],
  ])('is %s', (_, peer, forwarded, address) => {
    expect(from(peer, forwarded)).toBe(address);
  });

  it('is what the socket says, not what the client writes', async () => {
    notePeers();
    const server = createServer((request, response) => response.end(String(request.headers['x-stet-peer'])));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answered = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-stet-peer': '203.0.113.9' } });
    expect(await answered.text()).toBe('127.0.0.1');
    server.closeAllConnections();
    server.close();
  });
});
