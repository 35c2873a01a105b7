import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRange, networkAddress, networkRange } from './network-address';
import { isPublicAddress } from './public-address';

const isPublic = (text: string) => {
  const address = networkAddress(text);
  return address === null ? null : isPublicAddress(address);
};

describe('networkAddress', () => {
  it.each([
    ['an IPv4-mapped address is the one that it maps', '::ffff:10.1.2.3', '10.1.2.3'],
    ['in hexadecimal too', '[::FFFF:0a01:0203]', '10.1.2.3'],
    ['zeros may be written out', '2001:0db8:0:0:0:0:0:1', '2001:db8::1'],
  ])('holds that %s', (_rule, written, same) => {
    expect(networkAddress(written)).toEqual(networkAddress(same));
  });

  it.each([
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.256',
    '0x7f.0.0.1',
    '::g',
    'fe80::1%eth0',
    '1:2',
    ':',
  ])('reads nothing in %j', (text) => {
    expect(networkAddress(text)).toBeNull();
  });

  it('reads every address of IPv4, and no two alike', () => {
    const address = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 255 })));
    fc.assert(
      fc.property(address, address, (one, other) => {
        const [first, second] = [one, other].map((parts) => networkAddress(parts.join('.')));
        expect(first).not.toBeNull();
        expect(first?.bits === second?.bits).toBe(one.join('.') === other.join('.'));
      }),
    );
  });

  it('reads every address of IPv6 however it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
        const bits = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
        const mapped = bits >> 32n === 0xffffn;
        const written = groups.map((group) => group.toString(16)).join(':');
        const short = new URL(`http://[${written}]/`).hostname;
        for (const text of [written, short])
          expect(networkAddress(text)?.bits).toBe(mapped ? bits & 0xffffffffn : bits);
      }),
    );
  });
});

describe('networkRange', () => {
  it.each<[string, string, boolean]>([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.0.0.0/8', '::ffff:10.0.0.1', true],
    ['10.9.9.9/8', '10.1.1.1', true],
    ['0.0.0.0/0', '255.1.2.3', true],
    ['0.0.0.0/0', '::1', false],
    ['::ffff:10.0.0.0/104', '10.2.3.4', true],
    ['fd00::/8', 'fd12::1', true],
    ['fd00::/8', 'fc00::1', false],
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
  ])('%s and %s: %s', (range, address, within) => {
    expect(inRange(networkAddress(address)!, networkRange(range)!)).toBe(within);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '/8', 'fd00::/129', '10.0.0.0/-1', '::ffff:10.0.0.0/8'])(
    'reads nothing in %j',
    (text) => {
      expect(networkRange(text)).toBeNull();
    },
  );
});

describe('isPublicAddress', () => {
  it.each([
    ['this network', '0.0.0.0', '0.255.255.255'],
    ['private', '10.0.0.0', '10.255.255.255'],
    ['shared behind a carrier', '100.64.0.0', '100.127.255.255'],
    ['loopback', '127.0.0.1', '127.255.255.255'],
    ['link-local', '169.254.0.0', '169.254.169.254'],
    ['private', '172.16.0.0', '172.31.255.255'],
    ['protocol assignments', '192.0.0.0', '192.0.0.192'],
    ['documentation', '192.0.2.1', '203.0.113.255'],
    ['private', '192.168.0.0', '192.168.255.255'],
    ['benchmarks', '198.18.0.0', '198.19.255.255'],
    ['multicast', '224.0.0.1', '239.255.255.255'],
    ['reserved and broadcast', '240.0.0.0', '255.255.255.255'],
    ['a cloud’s own', '168.63.129.16', '168.63.129.16'],
    ['unspecified and loopback', '::', '::1'],
    ['IPv4-compatible', '::8.8.8.8', '::7f00:1'],
    ['IPv4-mapped', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe'],
    ['link-local', 'fe80::1', 'febf::1'],
    ['site-local', 'fec0::1', 'feff::1'],
    ['unique-local', 'fc00::1', 'fdff::1'],
    ['multicast', 'ff02::1', 'ffff::1'],
    ['documentation', '2001:db8::1', '3fff:fff::1'],
    ['Teredo', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['6to4', '2002:7f00:1::', '2002:808:808::1'],
    ['translated to private', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1'],
    ['translated locally', '64:ff9b:1::8.8.8.8', '64:ff9b:1:ffff::1'],
    ['discarded', '100::1', '100::ffff'],
  ])('refuses %s: %s, %s', (_kind, first, last) => {
    expect([isPublic(first), isPublic(last)]).toEqual([false, false]);
  });

  it.each([
    ['1.1.1.1', '9.255.255.255', '11.0.0.0'],
    ['100.63.255.255', '100.128.0.0', '126.255.255.255'],
    ['169.253.255.255', '169.255.0.0', '172.15.255.255'],
    ['172.32.0.0', '192.167.255.255', '192.169.0.0'],
    ['198.17.255.255', '198.20.0.0', '223.255.255.255'],
    ['2606:4700::1', '2a00::1', '2001:200::1'],
    ['64:ff9b::8.8.8.8', '::ffff:8.8.8.8', '3ffe::1'],
  ])('lets %s, %s and %s through', (...addresses) => {
    expect(addresses.map(isPublic)).toEqual([true, true, true]);
  });

  it('says the same of an IPv4 address however IPv6 carries it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (four) => {
        expect(isPublic(`::ffff:${four}`)).toBe(isPublic(four));
        expect(isPublic(`64:ff9b::${four}`)).toBe(isPublic(four));
      }),
    );
  });
});
