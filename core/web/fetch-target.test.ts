import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { readFetchAllow } from './fetch-allow';
import { fetchTarget, mayConnect, mayLookUp } from './fetch-target';

function targetOf(address: string, from?: string): string {
  try {
    const { url, host, port } = fetchTarget(address, from === undefined ? undefined : new URL(from));
    return `${url.href} ${host} ${port}`;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('fetchTarget', () => {
  it.each([
    ['http', 'http://news.example/a?b#c', 'http://news.example/a?b news.example 80'],
    ['https', 'HTTPS://News.Example', 'https://news.example/ news.example 443'],
    ['a port', 'http://news.example:8080/', 'http://news.example:8080/ news.example 8080'],
    ['a dot at the end', 'https://news.example./', 'https://news.example/ news.example 443'],
    [
      'letters of all kinds',
      'https://zeitung.österreich.example/',
      'https://zeitung.xn--sterreich-z7a.example/ zeitung.xn--sterreich-z7a.example 443',
    ],
    ['one number', 'http://2130706433/', 'http://127.0.0.1/ 127.0.0.1 80'],
    ['hexadecimal', 'http://0x7f.1/', 'http://127.0.0.1/ 127.0.0.1 80'],
    ['octal', 'http://017700000001/', 'http://127.0.0.1/ 127.0.0.1 80'],
    ['wide digits', 'http://１２７.０.０.１./', 'http://127.0.0.1/ 127.0.0.1 80'],
    ['IPv6', 'http://[::1]:80/', 'http://[::1]/ ::1 80'],
    ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/ ::ffff:7f00:1 80'],
    ['a file', 'file:///etc/passwd', 'fetch-address'],
    ['another protocol', 'gopher://news.example/', 'fetch-address'],
    ['a script', 'javascript:alert(1)', 'fetch-address'],
    ['no host', 'http:///', 'fetch-address'],
    ['nothing', '', 'fetch-address'],
    ['an impossible port', 'http://news.example:99999/', 'fetch-address'],
    ['a name', 'http://ann@news.example/', 'fetch-credentials'],
    ['a password', 'http://:secret@news.example/', 'fetch-credentials'],
    ['a host that only looks like one', 'http://news.example@127.0.0.1/', 'fetch-credentials'],
  ])('reads %s', (_kind, address, target) => {
    expect(targetOf(address)).toBe(target);
  });

  it.each([
    ['a path', '/b', 'https://news.example/b news.example 443'],
    ['another host', '//other.example/b', 'https://other.example/b other.example 443'],
    ['from https to http', 'http://news.example/', 'http://news.example/ news.example 80'],
    ['a file', 'file:///etc/passwd', 'fetch-address'],
    ['a password', 'https://a:b@news.example/', 'fetch-credentials'],
  ])('follows a redirect to %s', (_kind, address, target) => {
    expect(targetOf(address, 'https://news.example/a')).toBe(target);
  });
});

const may = (address: string, addresses: readonly string[], allow = '') => {
  const target = fetchTarget(address);
  const allowed = readFetchAllow(allow);
  return mayLookUp(target, allowed) && mayConnect(target, addresses, allowed);
};

describe('mayLookUp and mayConnect', () => {
  it.each<[string, string, string[], string, boolean]>([
    ['a public host', 'https://a.example/', ['1.1.1.1', '2606:4700::1'], '', true],
    ['a host without addresses', 'https://a.example/', [], '', false],
    ['a private host', 'https://a.example/', ['10.0.0.1'], '', false],
    ['one private address among public ones', 'https://a.example/', ['1.1.1.1', '127.0.0.1'], '', false],
    ['an address that is none', 'https://a.example/', ['1.1.1.1', 'fe80::1%2'], '', false],
    ['this machine by name, wherever it leads', 'http://localhost/', ['1.1.1.1'], '', false],
    ['with a dot', 'http://localhost./', ['1.1.1.1'], '', false],
    ['and below', 'http://a.localhost/', ['1.1.1.1'], '', false],
    ['an allowed name', 'http://wiki.intern/', ['10.0.0.1'], 'wiki.intern', true],
    ['an allowed name in other letters', 'http://WIKI.intern./', ['10.0.0.1'], 'Wiki.Intern.', true],
    ['an allowed name at another port', 'http://wiki.intern:81/', ['10.0.0.1'], 'wiki.intern:80', false],
    ['an allowed name at its port', 'https://wiki.intern/', ['10.0.0.1'], 'wiki.intern:443', true],
    ['a name that ends like an allowed one', 'http://evilwiki.intern/', ['10.0.0.1'], 'wiki.intern', false],
    ['a name below an allowed one', 'http://a.wiki.intern/', ['10.0.0.1'], 'wiki.intern', false],
    ['a name below, where all below are allowed', 'http://a.b.intern/', ['10.0.0.1'], '*.intern', true],
    ['the name itself, where all below are allowed', 'http://intern/', ['10.0.0.1'], '*.intern', false],
    ['localhost, allowed', 'http://localhost:8080/', ['::1', '127.0.0.1'], 'localhost:8080', true],
    ['an allowed address', 'http://10.1.0.1/', ['10.1.0.1'], '10.1.0.1', true],
    ['an allowed range, by name', 'http://a.example/', ['10.1.9.9'], '9.9.9.9, 10.1.0.0/16', true],
    ['outside of an allowed range', 'http://a.example/', ['10.2.0.1'], '10.1.0.0/16', false],
    ['an allowed range wrapped in IPv6', 'http://[::ffff:10.1.0.1]/', ['::ffff:a01:1'], '10.1.0.0/16', true],
    ['an allowed range of IPv6', 'http://a.example/', ['fd12::1'], 'fd00::/8', true],
    ['an allowed range at its port', 'http://[fd12::1]:81/', ['fd12::1'], '[fd00::]/8:81', true],
    ['an allowed range at another port', 'http://[fd12::1]/', ['fd12::1'], '[fd00::]/8:81', false],
    ['a public address beside an allowed one', 'http://a.example/', ['1.1.1.1', '10.1.0.1'], '10.1.0.0/16', true],
    ['a private address beside an allowed one', 'http://a.example/', ['10.2.0.1', '10.1.0.1'], '10.1.0.0/16', false],
  ])('%s', (_case, address, addresses, allow, allowed) => {
    expect(may(address, addresses, allow)).toBe(allowed);
  });
});

describe('readFetchAllow', () => {
  it('reads nothing out of nothing', () => {
    expect(readFetchAllow(' , ')).toEqual([]);
  });

  it.each([
    'http://wiki.intern',
    'wiki.intern/path',
    '10.0.0.0/33',
    'wiki.intern:0',
    'wiki.intern:99999',
    '*',
    '*.*',
    'a b@c',
    'fd00::1%2',
    '10.0.0.0/8/8',
  ])('names an entry that is none: %s', (text) => {
    expect(() => readFetchAllow(`wiki.intern ${text}`)).toThrow(/STET_FETCH_ALLOW: “.+” is neither/);
  });
});
