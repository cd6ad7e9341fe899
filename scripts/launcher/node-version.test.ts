import { expect, test } from 'vitest'
import { requireNode } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('takes Node %s', (version) => {
  expect(() => requireNode(version)).not.toThrow()
})

test.each(['18.20.8', '20.18.9'])('refuses Node %s and says what to do', (version) => {
  expect(() => requireNode(version)).toThrow(/20\.19 or newer; this is .*\n.*nodejs\.org/)
})
