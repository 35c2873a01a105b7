/** Imports run one way: app -> components -> core, app -> db -> core. */
const oneWay = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    oneWay(
      'core-knows-nobody',
      '^core/',
      '^(app|components|db|e2e)/',
      'core takes values and returns values: pass in what it needs.',
    ),
    oneWay(
      'db-knows-only-core',
      '^db/',
      '^(app|components|e2e)/',
      'db may import core alone: move the rule to core, or the call to app.',
    ),
    oneWay(
      'components-know-only-core',
      '^components/',
      '^(app|db|e2e)/',
      'components reach the server through the HTTP interface, never through db.',
    ),
    oneWay('nobody-imports-e2e', '^(app|components|core|db)/', '^e2e/', 'what a test needs stays in e2e.'),
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'No I/O, React, Next or SQL in core: it comes in as a value from the edge.',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:|react|next|drizzle-orm|better-sqlite3|fs|path|crypto$)', dependencyTypesNot: ['local'] },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      comment: 'A thing that has no name yet has not been understood yet.',
      from: {},
      to: { path: '/(utils|util|helpers|helper|common|lib|manager)[./]', pathNot: 'node_modules' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two rooms that need each other are one room, or lack a third.',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|node_modules|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
