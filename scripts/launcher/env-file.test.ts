import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadEnvFile } from './env-file.mjs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-env-'))
})
afterEach(() => rm(folder, { recursive: true }))

type Env = Record<string, string | undefined>

test.each<[string, string, Env, Env]>([
  ['adds what is not set', 'PORT=3001\n', {}, { PORT: '3001' }],
  ['lets the environment win', 'PORT=3001\n', { PORT: '4000' }, { PORT: '4000' }],
  ['takes an empty variable for unset', 'PORT=3001\n', { PORT: '' }, { PORT: '3001' }],
  ['skips empty lines of the file', 'PORT=\n', {}, {}],
  ['reads quotes and comments', '# note\nKEY="a b" # more\n', {}, { KEY: 'a b' }],
])('%s', async (_, file, env, expected) => {
  const path = join(folder, '.env')
  await writeFile(path, file)
  loadEnvFile(path, env)
  expect(env).toEqual(expected)
})

test('a missing file adds nothing', () => {
  const env: Env = {}
  loadEnvFile(join(folder, 'none'), env)
  expect(env).toEqual({})
})
