import { Problem } from './problem.mjs'

const needed = { major: 20, minor: 19 }

/** @param {string} [version] */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return
  throw new Problem(
    `Dailies needs Node ${needed.major}.${needed.minor} or newer; this is ${version}.\n` +
      'Install a current version from https://nodejs.org and run the command again.',
  )
}
