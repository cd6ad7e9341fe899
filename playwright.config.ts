import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import {
  apiKey,
  appOrigins,
  appUrl,
  dataDir,
  s3Url,
  s3Variables,
  simulatorUrl,
} from './e2e/support/addresses'

/** A Chromium of the system, where there is one; else the browser that Playwright installed. */
const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
].find((path) => path && existsSync(path))

const speed = '20'
// Everything that a test starts inherits what stands in the environment.
// What is drawn from few pixels has the size that was asked for, and is ready sooner.
process.env.SIMULATOR_PIXELS = String(480 * 270)
const inBucket = process.env.E2E_STORAGE === 's3'
if (inBucket) Object.assign(process.env, s3Variables)
const gracefulShutdown = { signal: 'SIGTERM', timeout: 15_000 } as const

/** An S3 server in memory; an unsigned question is refused, which says that it is there. */
const bucket = {
  command: 'node --import tsx --conditions=react-server tests/s3/serve.ts',
  url: s3Url,
  env: { S3_PORT: new URL(s3Url).port, S3_ORIGINS: appOrigins.join(',') },
  gracefulShutdown,
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  // On two cores: a test waits for the server as long as it works.
  workers: 3,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: appUrl,
    viewport: { width: 1440, height: 900 },
    trace: 'on-first-retry',
    launchOptions: {
      executablePath,
      chromiumSandbox: false,
      args: ['--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
    },
  },
  webServer: [
    ...(inBucket ? [bucket] : []),
    {
      command: 'node --import tsx --conditions=react-server scripts/simulator.ts',
      url: `${simulatorUrl}/_simulator/faults`,
      env: {
        SIMULATOR_PORT: new URL(simulatorUrl).port,
        SIMULATOR_SPEED: speed,
        SIMULATOR_KEY: apiKey,
        DATA_DIR: dataDir,
      },
      gracefulShutdown,
    },
    {
      command: 'node scripts/up.mjs',
      url: `${appUrl}/api/health`,
      timeout: 240_000,
      env: {
        PORT: new URL(appUrl).port,
        DATA_DIR: dataDir,
        SEEDANCE_API_KEY: apiKey,
        SEEDANCE_BASE_URL: simulatorUrl,
        SIMULATOR_SPEED: speed,
        LOG_LEVEL: 'warn',
      },
      gracefulShutdown,
    },
  ],
})
