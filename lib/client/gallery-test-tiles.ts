import type { Tile } from '@/lib/schemas/gallery'

/** A clip for tests, as the server would send it. */
export function testTile(part: Partial<Tile> = {}): Tile {
  return {
    id: 'tile',
    title: null,
    prompt: 'A lantern drifts',
    model: 'seedance2.0-mini',
    line: 'mini',
    ratio: '16:9',
    seconds: 5,
    width: 1280,
    height: 720,
    bytes: 1_000_000,
    sound: true,
    author: { id: 'local', name: 'Local' },
    favourite: false,
    notes: 0,
    picked: false,
    visibility: 'team',
    poster_url: null,
    thumbhash: null,
    take_group: null,
    created_at: '2026-11-22T10:00:00.000Z',
    hidden: false,
    ...part,
  }
}
