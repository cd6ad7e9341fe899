/**
 * A rule: what lies under `target` may not import what lies under `from`, except what is named; paths as
 * regular expressions.
 * @param {string} target
 * @param {string} from
 * @param {string} name
 * @param {string[]} [except]
 */
const zone = (target, from, name, except = []) => ({
  name,
  severity: 'error',
  from: { path: `^${target}` },
  to: { path: `^${from}`, ...(except.length > 0 && { pathNot: except.map((one) => `^${one}`) }) },
})

const directions = [
  zone('lib/models/', '(lib|components)/', 'models import nothing but models', ['lib/models/']),
  zone('lib/schemas/', 'lib/', 'schemas import models and schemas only', ['lib/(models|schemas)/']),
  zone('(lib/client|components)/', 'lib/server/', 'the browser never reaches the server'),
  zone('components/', 'lib/simulator/', 'the browser never reaches the simulator'),
  zone('components/', 'app/', 'components do not know the pages'),
  zone('components/ui/', 'components/', 'ui is a leaf', ['components/ui/']),
  zone('lib/', 'app/', 'lib does not know the pages'),
  zone('lib/(client|server)/', 'components/', 'lib does not know the components'),
  zone('lib/server/', 'lib/client/', 'the server does not use browser code'),
  zone('lib/simulator/', 'lib/', 'the simulator stands alone', ['lib/simulator/']),
  zone('lib/server/(?!context\\.ts)', 'lib/simulator/', 'only the context starts the simulator'),
  zone('lib/server/tasks/', 'lib/server/engine/', 'the engine moves tasks, not the other way'),
  zone('lib/server/media/', 'lib/server/', 'media is a leaf', ['lib/server/media/']),
  zone('lib/server/gateway/', 'lib/server/', 'the gateway is a leaf', [
    'lib/server/(gateway/|egress\\.ts|egress-error\\.ts|clock\\.ts)',
  ]),
  zone('lib/server/db/', 'lib/server/', 'the database is a leaf', ['lib/server/(db|generated)/']),
]

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    ...directions,
    {
      name: 'no cycles',
      comment: 'A type that two modules share does not make one load the other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|test-results)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
    },
  },
}

export default config
