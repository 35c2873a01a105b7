/**
 * What holds for every page and file, whoever asks (OWASP ASVS 5, 3.4). The routes of the interface say the same for themselves,
 * since Next keeps these in their place; the Content-Security-Policy is made for each page in proxy.ts.
 */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  },
];

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of the whole project; a person who only starts it need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  // The messages are compiled when the server starts (core/words), so nobody needs what reads ICU's grammar.
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  headers: async () => [{ source: '/((?!api/).*)', headers }],
  serverExternalPackages: ['better-sqlite3', 'pino', '@myriaddreamin/typst-ts-node-compiler'],
  outputFileTracingIncludes: {
    '/*': [
      './db/migrations/**/*',
      './node_modules/@myriaddreamin/**/*',
      './node_modules/@fontsource/*/files/*.woff',
      './node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-*.woff2',
      './node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
    ],
  },
};

export default config;
