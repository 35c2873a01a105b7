/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'pino'],
  outputFileTracingIncludes: { '/*': ['./db/migrations/**/*'] },
};

export default config;
