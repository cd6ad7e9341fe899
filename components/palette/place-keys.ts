import type { MessageKey } from '@/lib/client/messages'

/** Caps of the keyboard, any of which does it, and what it does. `mod` is ⌘, or Ctrl elsewhere. */
export type KeyRow = readonly [caps: readonly string[], meaning: MessageKey]
export type KeyGroup = { title: MessageKey; rows: readonly KeyRow[] }

const player: readonly KeyRow[] = [
  [['Space'], 'task.player.help.space'],
  [['J', 'K', 'L'], 'task.player.help.jkl'],
  [['←', '→'], 'task.player.help.arrows'],
  [[',', '.'], 'task.player.help.frames'],
  [['I', 'O'], 'task.player.help.range'],
  [['⇧ I'], 'task.player.help.clear'],
  [['F'], 'task.player.help.full'],
  [['M'], 'task.player.help.mute'],
]

const everywhere: KeyGroup = {
  title: 'palette.map.everywhere',
  rows: [
    [['mod K'], 'palette.map.palette'],
    [['?'], 'palette.map.help'],
    [['Tab'], 'palette.map.next'],
    [['Esc'], 'palette.map.escape'],
  ],
}

const places: readonly (readonly [start: string, group: KeyGroup])[] = [
  [
    '/gallery',
    {
      title: 'gallery.title',
      rows: [
        [['/'], 'palette.map.search'],
        [['←', '→', '↑', '↓'], 'palette.map.arrows'],
        [['Home', 'End'], 'palette.map.ends'],
        [['↵'], 'palette.map.open'],
        [['X', 'Space'], 'palette.map.select'],
        [['S'], 'palette.map.favourite'],
        [['D'], 'palette.map.download'],
        [['C'], 'palette.map.compare'],
        [['Esc'], 'palette.map.clear'],
      ],
    },
  ],
  [
    '/tasks/',
    {
      title: 'task.player.help.title',
      rows: [...player, [['N'], 'task.player.help.note'], [['[', ']'], 'task.player.help.walk']],
    },
  ],
  [
    '/compare',
    {
      title: 'compare.keys.title',
      rows: [
        ...player,
        [['1', '–', '4'], 'compare.keys.hear'],
        [['P', 'A'], 'compare.keys.pick'],
        [['Esc'], 'compare.keys.close'],
      ],
    },
  ],
  [
    '/assets',
    {
      title: 'assets.title',
      rows: [
        [['/'], 'palette.map.search'],
        [['↑', '↓', '←', '→'], 'palette.map.items'],
        [['X', '⇧ Space'], 'palette.map.pickItem'],
        [['Esc'], 'palette.map.clear'],
      ],
    },
  ],
]

const studio: KeyGroup = {
  title: 'shell.studio',
  rows: [[['mod ↵'], 'palette.map.generate'], [['@'], 'palette.map.mention'], ...player],
}

/** The keys that do something where one is. Pure. */
export function keysOf(path: string): KeyGroup[] {
  if (path === '/') return [studio, everywhere]
  const own = places.find(([start]) => path.startsWith(start))
  return own ? [own[1], everywhere] : [everywhere]
}
