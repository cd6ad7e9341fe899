import { describe, expect, it } from 'vitest'
import type { Note } from '@/lib/schemas/note'
import { litNote } from './lit-note'

const note = (id: string, start: number, end: number | null = null): Note => ({
  id,
  author: { id: 'local', name: 'Local' },
  text: id,
  start,
  end,
  created_at: '2026-11-22T10:00:00.000Z',
  done_at: null,
})

const notes = [note('first', 0.5), note('range', 2, 6), note('inside', 3), note('last', 7.98)]

describe('litNote', () => {
  it.each([
    [0, null],
    [0.49, 'first'],
    [0.5, 'first'],
    [1.4, 'first'],
    [1.6, null],
    [2, 'range'],
    [3.2, 'inside'],
    [4.5, 'range'],
    [6.1, null],
    [8, 'last'],
  ])('at %f s it is %s', (seconds, id) => {
    expect(litNote(notes, seconds)?.id ?? null).toBe(id)
  })

  it('is none where there are none', () => {
    expect(litNote([], 1)).toBeNull()
  })
})
