/**
 * `npm run verify`: everything that must hold, from a fresh clone on. Names of steps as arguments
 * run only those (`npm run verify -- unit lint`). The last line is the count.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './launcher/install.mjs'
import { requireNode } from './launcher/node-version.mjs'
import { ensureGenerated, rebuild } from './launcher/prepare.mjs'
import { exitWith, Problem } from './launcher/problem.mjs'
import { root } from './launcher/root.mjs'
import { runInstalled } from './launcher/run-command.mjs'
import { countPlaywright, countVitest, judge, sum } from './verify/counts.mjs'

/**
 * @import { Counts } from './verify/counts.mjs'
 * @import { Result } from './launcher/run-command.mjs'
 */

/**
 * One step; `counts` reads how many tests its report tells of, a step without it is one test.
 * @typedef {{ name: string, run: () => Promise<Result>, counts?: () => Counts | undefined }} Step
 */

const reports = join(root, '.next/cache/verify')

/** @param {string} line */
const log = (line) => void process.stdout.write(`${line}\n`)

/**
 * @template T
 * @param {string} name
 * @param {(report: T) => Counts} count
 */
function readReport(name, count) {
  const path = join(reports, name)
  return existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

/** @param {'unit' | 'integration'} project @returns {Step} */
const vitest = (project) => ({
  name: project,
  run: () =>
    runInstalled('vitest/vitest.mjs', [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, `${project}.json`)}`,
    ]),
  counts: () => readReport(`${project}.json`, countVitest),
})

async function checkTypes() {
  const typegen = await runInstalled('next/dist/bin/next', ['typegen'])
  return typegen.code === 0 ? runInstalled('typescript/bin/tsc', ['--noEmit']) : typegen
}

/** @returns {Promise<Result>} */
async function build() {
  try {
    await rebuild()
    return { code: 0, output: '' }
  } catch (error) {
    return { code: 1, output: String(error) }
  }
}

/** @param {string | undefined} chromium @returns {Promise<Result>} */
async function playwright(chromium) {
  if (!existsSync(join(root, '.next/BUILD_ID'))) return { code: 1, output: 'There is no build.' }
  if (!chromium) return { code: 1, output: 'There is no browser.' }
  return runInstalled('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env: {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json'),
    },
  })
}

/** @param {Step} step @returns {Promise<Counts>} */
async function perform({ name, run, counts }) {
  const start = performance.now()
  const { code, output } = await run()
  const result = judge(code, counts?.())
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const verdict = counts
    ? `${result.passed} passed, ${result.failed} failed`
    : result.failed > 0
      ? 'failed'
      : 'passed'
  log(`${name.padEnd(12)} ${verdict}  ${seconds} s`)
  if (result.failed > 0) log(output)
  return result
}

/** One after the other. @param {Step[]} steps */
async function performAll(steps) {
  const results = []
  for (const step of steps) results.push(await perform(step))
  return results
}

async function verify() {
  requireNode()
  process.chdir(root)
  await ensureInstalled(log)
  await ensureGenerated(log)
  const { findPrograms } = await import('./verify/programs.mjs')
  const { chromium } = await findPrograms(log)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  const format = {
    name: 'format',
    run: () => runInstalled('prettier/bin/prettier.cjs', ['--check', '.']),
  }
  const lint = {
    name: 'lint',
    run: () => runInstalled('eslint/bin/eslint.js', ['--max-warnings=0', '.']),
  }
  const imports = {
    name: 'imports',
    run: () =>
      runInstalled('dependency-cruiser/bin/dependency-cruise.mjs', [
        '--config',
        '.dependency-cruiser.mjs',
        '.',
      ]),
  }
  const types = { name: 'types', run: checkTypes }
  const e2e = {
    name: 'e2e',
    run: () => playwright(chromium),
    counts: () => readReport('e2e.json', countPlaywright),
  }
  /**
   * What stands beside each other runs at once: those steps keep one core busy, the others two.
   * @type {Step[][][]}
   */
  const stages = [
    [
      [lint, imports, format],
      [types, { name: 'build', run: build }],
    ],
    [[vitest('unit'), vitest('integration'), e2e]],
  ]
  const names = stages.flat(2).map(({ name }) => name)
  const chosen = process.argv.slice(2)
  const unknown = chosen.find((name) => !names.includes(name))
  if (unknown) throw new Problem(`No step ${unknown}; there are ${names.join(', ')}.`)

  const results = []
  for (const lanes of stages) {
    const due = lanes.map((lane) =>
      lane.filter(({ name }) => chosen.length === 0 || chosen.includes(name)),
    )
    results.push(...(await Promise.all(due.map(performAll))).flat())
  }
  const { passed, failed } = sum(results)
  process.exitCode = failed > 0 ? 1 : 0
  log(`${passed} passed, ${failed} failed`)
}

verify().catch(exitWith)
