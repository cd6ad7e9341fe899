import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import checkFile from 'eslint-plugin-check-file'

const everything = ['**/*.{ts,tsx,mjs}']
const tests = ['**/*.test.{ts,tsx}', '**/*.contract.ts', 'tests/**', 'e2e/**']

/** Where there is React: its rules take half of the time, and find nothing elsewhere. */
const react = ['{app,components,lib/client}/**/*.{ts,tsx}']

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
  ...nextVitals.map((one) => (one.plugins ? { ...one, files: react } : one)),
  ...nextTypescript,
  {
    files: everything,
    plugins: { 'check-file': checkFile },
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { '{app,components,lib,scripts,e2e,tests}/**/*.{ts,tsx,mjs}': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      // Images are not optimised by the server, by design.
      '@next/next/no-img-element': 'off',
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
]

export default config
