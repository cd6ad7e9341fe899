import { describe, expect, it } from 'vitest'
import { matchFiles, nextUp, shareOf, type Upload, type UploadState } from './upload-queue'

const upload = (id: string, state: UploadState, bytes = 100): Upload => ({
  id,
  name: `${id}.png`,
  bytes,
  kind: 'image',
  state,
})
const waiting = { is: 'waiting' } as const
const sending = { is: 'uploading', sent: 40 } as const
const interrupted = { is: 'interrupted' } as const
const failed = { is: 'failed', problem: { code: 'network', params: {}, again: true } } as const

describe('nextUp', () => {
  it.each<[string, UploadState[], string[]]>([
    ['three at a time, first chosen first', [waiting, waiting, waiting, waiting], ['0', '1', '2']],
    ['as many as are free', [sending, { is: 'checking' }, waiting, waiting], ['2']],
    ['none while three travel', [sending, sending, sending, waiting], []],
    ['not what has failed or was interrupted', [failed, interrupted, waiting], ['2']],
  ])('%s', (_, states, ids) => {
    const uploads = states.map((state, at) => upload(String(at), state))
    expect(nextUp(uploads).map(({ id }) => id)).toEqual(ids)
  })
})

it.each<[string, UploadState, number]>([
  ['waiting', waiting, 0],
  ['on its way', sending, 0.4],
  ['more than its size, as a form adds some', { is: 'uploading', sent: 140 }, 1],
  ['checking', { is: 'checking' }, 1],
  ['failed', failed, 0],
])('the share of one that is %s', (_, state, share) => {
  expect(shareOf(upload('a', state))).toBe(share)
})

describe('matchFiles', () => {
  const file = (name: string, size = 100) => ({ name, size })

  it('gives each chosen file to the interrupted upload of its name and size', () => {
    const uploads = [upload('a', interrupted), upload('b', interrupted), upload('c', waiting)]
    const files = [file('b.png'), file('c.png'), file('a.png', 99), file('a.png')]
    const { matched, others } = matchFiles(uploads, files)
    expect(matched).toEqual([
      { id: 'b', file: files[0] },
      { id: 'a', file: files[3] },
    ])
    expect(others).toEqual([files[1], files[2]])
  })

  it('gives the same file to one upload only', () => {
    const { matched, others } = matchFiles(
      [upload('a', interrupted)],
      [file('a.png'), file('a.png')],
    )
    expect([matched.length, others.length]).toEqual([1, 1])
  })
})
