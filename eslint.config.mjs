import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import checkFile from 'eslint-plugin-check-file'

const everything = ['**/*.{ts,tsx,mjs}']
const tests = ['**/*.test.{ts,tsx}', '**/*.contract.ts', 'tests/**', 'e2e/**']

/**
 * `target` may not import `from`, except what is named.
 * @param {string} target
 * @param {string} from
 * @param {string} message
 * @param {string[]} except
 */
const zone = (target, from, message, except = []) => ({ target, from, message, except })

const importDirections = [
  zone('./lib/models', './lib', 'models import nothing but models', ['./models']),
  zone('./lib/models', './components', 'models import nothing but models'),
  zone('./lib/schemas', './lib', 'schemas import models and schemas only', [
    './models',
    './schemas',
  ]),
  zone('./lib/client', './lib/server', 'the browser never reaches the server'),
  zone('./lib/client', './components', 'lib does not know the components'),
  zone('./components', './lib/server', 'the browser never reaches the server'),
  zone('./components', './lib/simulator', 'the browser never reaches the server'),
  zone('./components', './app', 'components do not know the pages'),
  zone('./components/ui', './components', 'ui is a leaf', ['./ui']),
  zone('./lib', './app', 'lib does not know the pages'),
  zone('./lib/server', './components', 'lib does not know the components'),
  zone('./lib/server', './lib/client', 'the server does not use browser code'),
  zone('./lib/simulator', './lib', 'the simulator stands alone', ['./simulator']),
  zone('./lib/server', './lib/simulator', 'only the context starts the simulator'),
  zone('./lib/server/tasks', './lib/server/engine', 'the engine moves tasks, not the other way'),
  zone('./lib/server/media', './lib/server', 'media is a leaf', ['./media']),
  zone('./lib/server/gateway', './lib/server', 'the gateway is a leaf', [
    './gateway',
    './egress.ts',
    './egress-error.ts',
    './clock.ts',
  ]),
  zone('./lib/server/db', './lib/server', 'the database is a leaf', ['./db', './generated']),
]

const typesAlone = 'The browser takes the types of schemas, not the schemas (docs/decisions/007).'

const outbound = 'Only egress may open an outbound connection.'
const socketModules = [
  'undici',
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
]

const config = [
  {
    ignores: [
      '.next/**',
      'data/**',
      'lib/server/generated/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...nextVitals,
  ...nextTypescript,
  {
    files: everything,
    plugins: { 'check-file': checkFile },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      // No package imports us, so none is read through in search of cycles.
      'import/ignore': ['/node_modules/'],
    },
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { '{app,components,lib,scripts,e2e,tests}/**/*.{ts,tsx,mjs}': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      // Images are not optimised by the server, by design.
      '@next/next/no-img-element': 'off',
      'import/no-cycle': 'error',
      'import/no-restricted-paths': ['error', { zones: importDirections }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // `import { type T }` would still load the module.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**', 'instrumentation.ts'],
    ignores: ['lib/server/env.ts', 'instrumentation.ts', ...tests],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only lib/server/env.ts reads the environment.',
        },
      ],
    },
  },
  {
    files: ['components/**', 'lib/client/**', 'lib/models/**'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['zod', 'zod/*', '@/lib/schemas/*'],
              message: typesAlone,
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['app/**', 'lib/server/**'],
    ignores: ['lib/server/egress*.ts', ...tests],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: outbound }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...socketModules.map((name) => ({ name, message: outbound, allowTypeImports: true })),
          ],
        },
      ],
    },
  },
  {
    files: ['app/**', 'lib/server/**'],
    ignores: ['lib/server/**/store.ts', 'lib/server/db/**', ...tests],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.property.name='db'], MemberExpression[object.name='db']",
          message: 'Only store.ts files speak to the database.',
        },
      ],
    },
  },
  {
    files: ['lib/server/context.ts'],
    rules: {
      'import/no-restricted-paths': [
        'error',
        { zones: importDirections.filter((one) => one.from !== './lib/simulator') },
      ],
    },
  },
]

export default config
