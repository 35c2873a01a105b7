/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'pino'],
  outputFileTracingIncludes: {
    '/*': [
      './db/migrations/**/*',
      './node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-*.woff2',
      './node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
    ],
  },
};

export default config;
