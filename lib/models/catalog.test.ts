import { describe, expect, it } from 'vitest'
import { protocolFacts } from '@/tests/protocol-facts'
import { catalog } from './catalog'
import { lines, models } from './capabilities'

describe('the catalog', () => {
  it('has the 23 models of the protocol, each once', () => {
    const documented = protocolFacts.flatMap(({ models: ids }) => ids)
    expect(models.map(({ id }) => id).sort()).toEqual([...documented].sort())
    expect(new Set(models.map(({ id }) => id)).size).toBe(23)
  })

  it('marks the one model that is not in the customer document', () => {
    expect(catalog.filter(({ documented }) => !documented).map(({ id }) => id)).toEqual([
      'seedance2.0-mini-video',
    ])
  })

  it('has every key in every row, at every depth', () => {
    const keys = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, keys(inner)]),
          )
        : 'value'
    for (const row of catalog) expect(keys(row)).toEqual(keys(catalog[0]))
  })

  it.each(models.map((model) => [model.id, model] as const))(
    '%s has a default for its seconds, ratio and resolution that it takes',
    (_, { duration, ratio, resolution }) => {
      expect(duration.default).toBe(5)
      expect(ratio.values).toContain(ratio.default)
      expect(resolution.values).toContain(resolution.default)
      expect(resolution.fixed).toBe(resolution.values.length === 1)
    },
  )

  it('shows every line once, those that take any link first', () => {
    expect(lines.map(({ id, models: { length } }) => [id, length])).toEqual([
      ['sp_economy', 2],
      ['sp_official', 2],
      ['mini', 2],
      ['mini_sp', 1],
      ['md', 2],
      ['fast_i2v', 1],
      ['std', 1],
      ['full', 12],
    ])
  })
})
