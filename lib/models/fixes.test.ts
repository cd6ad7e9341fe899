import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audio, image, video } from '@/tests/limit-facts'
import { models, roomFor, type Model } from './capabilities'
import { fixesFor, freeFixes, type Fix } from './fixes'
import type { InputIssue } from './input-issue'
import { judge } from './judge'
import type { MediaFacts } from './media-facts'
import { fieldOf } from './mentions'
import { mediaReference } from './reference'
import { defaultSettings } from './settings'

const mb = 1024 * 1024
const reference = mediaReference('0198c0de-0000-7000-8000-000000000000')

/** What `judge` has against the item itself on a model that takes its kind. */
function complaints(facts: MediaFacts, model: Model): InputIssue[] {
  const field = fieldOf[facts.kind]
  const input = { model: model.id, prompt: 'x', [field]: [reference] }
  return judge(input, defaultSettings, () => facts).filter(
    ({ code, field: path }) => path.startsWith(field) && !/alone|clips_in_doubt/.test(code),
  )
}

const beyondMending = /under|seconds_out_of_range/

/** The facts of what a fix makes, as its description says. */
function made(facts: MediaFacts, fix: Fix): MediaFacts {
  const change: { [Name in Fix['fix']]: (fix: Extract<Fix, { fix: Name }>) => MediaFacts } = {
    resize: ({ width, height }) => ({ ...image, width, height }),
    pad: ({ width, height }) => ({ ...image, width, height }),
    convert: () => (facts.kind === 'audio' ? { ...audio, duration: facts.duration } : jpeg(facts)),
    trim: ({ start, end }) => ({ ...facts, duration: end - start }),
    cut: ({ start, end }) => ({ ...audio, duration: end - start }),
    reencode: ({ width, height, fps, max_bytes }) => ({
      ...facts,
      type: 'video/mp4',
      codec: 'avc',
      width: width ?? facts.width,
      height: height ?? facts.height,
      fps: fps ?? facts.fps,
      bytes: Math.min(facts.bytes, max_bytes ?? Infinity),
    }),
    sound: () => ({ ...audio, duration: facts.duration }),
    frame: () => jpeg(facts),
  }
  return (change[fix.fix] as (fix: Fix) => MediaFacts)(fix)
}

function jpeg({ width, height }: MediaFacts): MediaFacts {
  return { ...image, width, height }
}

const side = fc.integer({ min: 16, max: 9000 })
const size = fc.record({ width: side, height: side })
const anyImage = fc
  .tuple(
    size,
    fc.integer({ min: 1, max: 64 * mb }),
    fc.constantFrom('image/jpeg', 'image/gif', 'image/heic', 'image/avif'),
  )
  .map(([sides, bytes, type]): MediaFacts => ({ ...image, ...sides, bytes, type }))
const anyClip = fc
  .record({
    sides: size,
    bytes: fc.integer({ min: 1, max: 512 * mb }),
    type: fc.constantFrom('video/mp4', 'video/webm'),
    codec: fc.constantFrom('avc', 'vp9', null),
    fps: fc.double({ min: 5, max: 240, noNaN: true }),
    duration: fc.double({ min: 0.1, max: 600, noNaN: true }),
  })
  .map(({ sides, ...rest }): MediaFacts => ({ ...video, ...sides, ...rest }))
const anySound = fc
  .record({
    bytes: fc.integer({ min: 1, max: 64 * mb }),
    type: fc.constantFrom('audio/wav', 'audio/flac', 'audio/webm'),
    duration: fc.double({ min: 0.1, max: 600, noNaN: true }),
  })
  .map((rest): MediaFacts => ({ ...audio, ...rest }))
const anything = fc.oneof(anyImage, anyClip, anySound)
const anyModel = fc.constantFrom(...models)

describe('any item on any model', () => {
  it('each fix offered ends its complaint and brings no new one', () => {
    fc.assert(
      fc.property(anything, anyModel, (facts, model) => {
        if (roomFor(model, fieldOf[facts.kind]) === 0) return
        const before = complaints(facts, model)
        for (const issue of before) {
          for (const fix of fixesFor(issue, facts, model)) {
            const after = complaints(made(facts, fix), model).map(({ code }) => code)
            expect(after).not.toContain(issue.code)
            expect(before.map(({ code }) => code)).toEqual(expect.arrayContaining(after))
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('is mended one fix after the other, unless it is too short', () => {
    fc.assert(
      fc.property(anything, anyModel, (start, model) => {
        if (roomFor(model, fieldOf[start.kind]) === 0) return
        let facts = start
        for (let step = 0; step < 4; step += 1) {
          const [fix] = complaints(facts, model).flatMap((issue) => fixesFor(issue, facts, model))
          if (fix === undefined) break
          facts = made(facts, fix)
        }
        const left = complaints(facts, model)
        if ((start.duration ?? 5) >= 4) expect(left).toEqual([])
        else expect(left.filter(({ code }) => !beyondMending.test(code))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })
})

const sp = models.find(({ id }) => id === 'seedance2.0-sp') as Model
const md = models.find(({ id }) => id === 'seedance2.0-md') as Model

describe('fixesFor', () => {
  it.each([
    [
      'a small image',
      sp,
      { ...image, width: 200, height: 150 },
      { fix: 'resize', width: 400, height: 300 },
    ],
    [
      'a large image',
      sp,
      { ...image, width: 9000, height: 6000 },
      { fix: 'resize', width: 6000, height: 4000 },
    ],
    [
      'a banner',
      sp,
      { ...image, width: 3000, height: 600 },
      { fix: 'pad', width: 3000, height: 1206 },
    ],
    ['a photo of a phone', sp, { ...image, type: 'image/heic' }, { fix: 'convert' }],
    ['a GIF on MD', md, { ...image, type: 'image/gif' }, { fix: 'convert' }],
    ['a long clip', sp, { ...video, duration: 20.5 }, { fix: 'trim', start: 0, end: 15 }],
    ['a clip for the web', sp, { ...video, type: 'video/webm', codec: 'vp9' }, { fix: 'reencode' }],
    ['a slow clip', sp, { ...video, fps: 15 }, { fix: 'reencode', fps: 24 }],
    [
      'a small clip on MD',
      md,
      { ...video, width: 640, height: 360 },
      { fix: 'reencode', width: 1280, height: 720 },
    ],
    ['a heavy clip', md, { ...video, bytes: 300 * mb }, { fix: 'reencode', max_bytes: 100 * mb }],
    ['a long song', sp, { ...audio, duration: 200 }, { fix: 'cut', start: 0, end: 15 }],
    ['a song as FLAC', sp, { ...audio, type: 'audio/flac' }, { fix: 'convert' }],
  ] as const)('offers for %s on %o', (_, model, facts, expected) => {
    const [issue] = complaints(facts, model)
    expect(issue && fixesFor(issue, facts, model)).toEqual([expected])
  })

  it('offers nothing for what is too short', () => {
    const short = { ...video, duration: 1 }
    expect(complaints(short, sp).flatMap((issue) => fixesFor(issue, short, sp))).toEqual([])
  })

  it('has one clip of several give up what is over, where enough is left of it', () => {
    const over = { code: 'total_seconds_over', params: { found: 18.5, max: 15 } } as const
    expect(fixesFor(over, { ...video, duration: 8 }, sp)).toEqual([
      { fix: 'trim', start: 0, end: 4.5 },
    ])
    expect(fixesFor(over, { ...video, duration: 5 }, sp)).toEqual([])
    const heavy = { code: 'total_bytes_over', params: { found: 230, max: 200 } } as const
    expect(fixesFor(heavy, { ...video, bytes: 90 * mb }, md)).toEqual([
      { fix: 'reencode', max_bytes: 60 * mb },
    ])
    expect(fixesFor(heavy, { ...video, bytes: 20 * mb }, md)).toEqual([])
  })

  it.each([
    ['a clip among images', video, 'image', [{ fix: 'frame', at: 0 }]],
    ['a clip among sounds', video, 'audio', [{ fix: 'sound' }]],
    ['a silent clip among sounds', { ...video, sound: false }, 'audio', []],
    ['a song among clips', audio, 'video', []],
  ] as const)('makes of %s what belongs there', (_, facts, allowed, expected) => {
    const issue = { code: 'wrong_kind', params: { found: facts.kind, allowed } } as const
    expect(fixesFor(issue, facts, sp)).toEqual(expected)
  })
})

it('anybody may take a frame or the sound of a clip', () => {
  expect(freeFixes(video)).toEqual([{ fix: 'frame', at: 0 }, { fix: 'sound' }])
  expect(freeFixes(image)).toEqual([])
})
