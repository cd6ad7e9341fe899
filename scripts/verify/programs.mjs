import { existsSync } from 'node:fs'
import { findOnPath, runCommand, runInstalled } from '../launcher/run-command.mjs'

/** The shell comes first: the same engine without a browser around it, which tests have no use for. */
const chromiumNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]
const downloadMs = 300_000

/**
 * @typedef {{ chromium: string | undefined, ffmpeg: string | undefined }} Programs
 */

/**
 * The browser and ffmpeg that the tests use; what is missing is installed if this machine lets us.
 * @param {(line: string) => void} log
 * @returns {Promise<Programs>}
 */
export async function findPrograms(log) {
  if (process.getuid?.() === 0 && findOnPath(['apt-get'])) {
    // Not every system knows the shell.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (!(await findChromium())) await aptInstall(name, log)
    }
    if (!findFfmpeg()) await aptInstall('ffmpeg', log)
  }
  if (!(await findChromium())) {
    log('Installing the browser')
    await runInstalled('@playwright/test/cli.js', ['install', 'chromium'], {
      timeoutMs: downloadMs,
    })
  }
  const programs = { chromium: await findChromium(), ffmpeg: findFfmpeg() }
  if (!programs.chromium) {
    log('No browser: install Chromium, or set CHROMIUM_PATH, to run the end-to-end tests')
  }
  if (!programs.ffmpeg) log('No ffmpeg: tests that compare pixels and posters use what is shipped')
  return programs
}

const findFfmpeg = () => findOnPath(['ffmpeg'])

/** One that is set, one of the system, or the one that Playwright keeps. */
async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH || findOnPath(chromiumNames)
  if (chosen) return existsSync(chosen) ? chosen : undefined
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/** @param {string} name @param {(line: string) => void} log */
async function aptInstall(name, log) {
  log(`Installing ${name}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '--no-install-recommends', name]
  const options = { env, timeoutMs: downloadMs }
  if ((await runCommand('apt-get', install, options)).code === 0) return
  await runCommand('apt-get', ['update'], options)
  const { code, output } = await runCommand('apt-get', install, options)
  if (code !== 0) log(output.trim().split('\n').slice(-3).join('\n'))
}
