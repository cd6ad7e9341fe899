import { describe, expect, test } from 'vitest'
import { getModel, models, type Model } from '@/lib/models/capabilities'
import type { TaskInput } from '@/lib/models/task-input'
import { toCreateBody, toObservation, toTask, taskIdOf, type Observation } from './translate'

const now = new Date('2026-07-02T12:00:00Z')

function model(id: string): Model {
  const found = getModel(id)
  if (!found) throw new Error(id)
  return found
}

function observe(task: Record<string, unknown>): Observation {
  const read = toTask({ task_id: 'vid_1', ...task })
  if (!read) throw new Error('not a task')
  return toObservation(read, now)
}

describe('the body of a create', () => {
  test.each(models.map(({ id }) => id))('%s: the least that can be asked says its length', (id) => {
    expect(toCreateBody({ model: id, prompt: 'a lake' }, model(id))).toEqual({
      model: id,
      prompt: 'a lake',
      duration: 5,
    })
  })

  const everything: TaskInput = {
    model: 'seedance2.0-sp',
    prompt: ' a lake\n',
    duration: 4,
    resolution: '480p',
    ratio: '9:16',
    orientation: 'landscape',
    images: ['https://media.test/a.png', 'asset://fox'],
    first_image: 'https://media.test/b.png',
    last_image: 'https://media.test/c.png',
    reference_videos: ['https://media.test/d.mp4'],
    reference_audios: ['https://media.test/e.mp3'],
  }

  test('fields arrive as they are', () => {
    expect(toCreateBody(everything, model('seedance2.0-sp'))).toEqual(everything)
  })

  test.each(['sd2_mx_720p', 'seedance2.0-md', 'seedance2.0-std', 'seedance2.0-fast-i2v'])(
    '%s fixes the resolution, which is then not said',
    (id) => {
      const { resolution, ...rest } = { ...everything, model: id }
      expect(toCreateBody({ ...rest, resolution }, model(id))).toEqual(rest)
    },
  )

  test('what is empty is absent', () => {
    const input = {
      model: 'seedance2.0-mini',
      prompt: 'a lake',
      duration: 6,
      resolution: '',
      ratio: undefined,
      first_image: '',
      images: [],
      reference_videos: [],
    }
    const body = toCreateBody(input, model('seedance2.0-mini'))
    expect(Object.keys(body).sort()).toEqual(['duration', 'model', 'prompt'])
  })

  test.each<[string, object]>([
    ['an unknown field', { seed: 1 }],
    ['a fraction of a second', { duration: 4.5 }],
    ['a length as text', { duration: '5' }],
    ['an empty reference', { images: [''] }],
    ['no prompt', { prompt: '' }],
  ])('%s never leaves', (_name, fault) => {
    const input = { model: 'seedance2.0-mini', prompt: 'a lake', ...fault }
    expect(() => toCreateBody(input, model('seedance2.0-mini'))).toThrow()
  })
})

describe('a task in an answer', () => {
  test.each<[unknown, string | null]>([
    [{ task_id: 'vid_1' }, 'vid_1'],
    [{ id: 'vid_1' }, 'vid_1'],
    [{ taskId: 'vid_1' }, 'vid_1'],
    [{ task_id: '', id: 'vid_1' }, 'vid_1'],
    [{ task_id: ' vid_1 ' }, 'vid_1'],
    [{ task_id: 17 }, '17'],
    [{ status: 'queued' }, null],
    [{ task_id: null, status: 'queued' }, null],
    [{ task_id: { id: 'vid_1' }, status: 'queued' }, null],
  ])('%j has the id %j', (raw, id) => {
    const task = toTask(raw)
    expect(task && taskIdOf(task)).toBe(id)
  })

  test.each([null, undefined, 'vid_1', 17, [], {}, { progress: 5 }, { task_id: '' }])(
    '%j tells of no task',
    (raw) => {
      expect(toTask(raw)).toBeNull()
    },
  )
})

describe('an observation', () => {
  test.each<[Observation['status'], unknown[]]>([
    ['queued', ['queued', 'pending', 'submitted', '', null, undefined, ' QUEUED ']],
    [
      'processing',
      [
        'processing',
        'in_progress',
        'running',
        'RUNNING',
        'created',
        'prompt_enhancing',
        'prompt_enhancement_checking',
        'image_downloading',
        '0',
        0,
      ],
    ],
    ['completed', ['completed', 'success', 'succeed', 'SUCCEED', 'succeeded', '1', 1]],
    [
      'failed',
      ['failed', 'error', 'failure', 'fail', 'cancelled', 'canceled', 'Cancelled', '2', 2],
    ],
  ])('is %s', (status, words) => {
    for (const word of words) {
      const seen = observe({ status: word })
      expect(seen.status, String(word)).toBe(status)
      expect(seen).not.toHaveProperty('unknown_status')
    }
  })

  test.each(['Upscaling', 'expired', '3', 'null'])(
    'takes the unknown word %j for running',
    (word) => {
      const seen = observe({ status: word, progress: 40 })
      expect(seen).toMatchObject({
        status: 'processing',
        progress: 40,
        completed_at: null,
        unknown_status: word.toLowerCase(),
      })
    },
  )

  test.each([
    ['queued', 40, 0],
    ['processing', undefined, 0],
    ['processing', null, 0],
    ['processing', -5, 0],
    ['processing', 0, 0],
    ['processing', 42, 42],
    ['processing', 41.6, 42],
    ['processing', '42', 42],
    ['processing', '42%', 0],
    ['processing', 100, 99],
    ['processing', 1e9, 99],
    ['processing', {}, 0],
    ['completed', 12, 100],
    ['completed', undefined, 100],
    ['failed', 70, 0],
  ])('%s at %j is shown as %i', (status, said, progress) => {
    expect(observe({ status, progress: said }).progress).toBe(progress)
  })

  const link = 'https://media.test/out.mp4?sig=x'

  test.each<[string, object]>([
    ['result.video_url', { result: { video_url: link } }],
    ['result.url', { result: { url: link, image_url: 'https://media.test/i.png' } }],
    ['result.mediaUrl', { result: { video_url: '', mediaUrl: link } }],
    ['video_url', { video_url: link }],
    ['url', { result: null, url: link }],
    ['mediaUrl', { result: 'none', mediaUrl: ` ${link} ` }],
  ])('finds the link in %s', (_place, part) => {
    const seen = observe({ status: 'completed', ...part })
    expect(seen.link).toBe(link)
    expect(seen).not.toHaveProperty('link_problem')
  })

  test.each([{}, { result: null }, { result: {} }, { result: { video_url: null } }])(
    'completed with %j has no link yet',
    (part) => {
      const seen = observe({ status: 'completed', ...part })
      expect(seen.link).toBeNull()
      expect(seen).not.toHaveProperty('link_problem')
    },
  )

  test.each(['seedance/mini-sp/video/x.mp4', '//media.test/x.mp4', 'ftp://media.test/x.mp4', 'x'])(
    'does not take %j for a link, and says so',
    (video_url) => {
      const seen = observe({ status: 'completed', result: { video_url } })
      expect(seen).toMatchObject({ link: null, link_problem: 'no_scheme' })
    },
  )

  const at = new Date('2026-07-02T11:40:00Z')
  const seconds = at.getTime() / 1_000

  test.each([seconds, seconds * 1_000, String(seconds), String(seconds * 1_000), at.toISOString()])(
    'reads the time %j',
    (value) => {
      const seen = observe({ status: 'completed', created_at: value, completed_at: value })
      expect(seen).toMatchObject({ created_at: at, completed_at: at })
    },
  )

  test.each([undefined, null, 0, '', 'soon', -1, 1e17])('does not take %j for a time', (value) => {
    const seen = observe({ status: 'failed', created_at: value, completed_at: value })
    expect(seen).toMatchObject({ created_at: null, completed_at: now })
  })

  test('has no end while it runs, whatever the gateway says', () => {
    expect(observe({ status: 'processing', completed_at: seconds }).completed_at).toBeNull()
  })

  test.each([
    [undefined, null],
    [null, null],
    ['', null],
    ['free', null],
    [0, 0],
    [0.25, 0.25],
    ['0.25', 0.25],
  ])('reads the cost %j as %j', (cost, expected) => {
    expect(observe({ status: 'completed', cost }).cost).toBe(expected)
  })

  test.each<[object, string | null]>([
    [{ error_message: 'a', message: 'b' }, 'a'],
    [{ error_message: '', error_msg: 'a' }, 'a'],
    [{ reason: ' a ' }, 'a'],
    [{ message: 'a' }, 'a'],
    [{ error: 'a' }, 'a'],
    [{ error: { message: 'a' } }, 'a'],
    [{ error: { msg: 'a' } }, 'a'],
    [{ error: { code: 1 } }, null],
    [{ error_message: null }, null],
    [{}, null],
  ])('failed with %j has the reason %j', (part, gateway_message) => {
    expect(observe({ status: 'failed', ...part }).failure).toEqual({ gateway_message })
  })

  test('cancelled without a reason has its own word for one', () => {
    expect(observe({ status: 'CANCELED' }).failure).toEqual({ gateway_message: 'canceled' })
    expect(observe({ status: 'cancelled', reason: 'a' }).failure).toEqual({ gateway_message: 'a' })
  })

  test('that did not fail has no failure, even with a message', () => {
    expect(observe({ status: 'completed', message: 'ok', error_message: '' }).failure).toBeNull()
  })
})
