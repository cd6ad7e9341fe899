import type { Locale } from './locale'
import enShell from '@/messages/en/shell.json'
import enComposer from '@/messages/en/composer.json'
import enMaterial from '@/messages/en/material.json'
import enFeed from '@/messages/en/feed.json'
import enTask from '@/messages/en/task.json'
import enFailure from '@/messages/en/failure.json'
import enInput from '@/messages/en/input.json'
import enAssets from '@/messages/en/assets.json'
import enDoor from '@/messages/en/door.json'
import enSettings from '@/messages/en/settings.json'
import enNotes from '@/messages/en/notes.json'
import enShare from '@/messages/en/share.json'
import enCompare from '@/messages/en/compare.json'
import enGallery from '@/messages/en/gallery.json'
import enPalette from '@/messages/en/palette.json'
import enNotify from '@/messages/en/notify.json'
import zhShell from '@/messages/zh/shell.json'
import zhComposer from '@/messages/zh/composer.json'
import zhMaterial from '@/messages/zh/material.json'
import zhFeed from '@/messages/zh/feed.json'
import zhTask from '@/messages/zh/task.json'
import zhFailure from '@/messages/zh/failure.json'
import zhInput from '@/messages/zh/input.json'
import zhAssets from '@/messages/zh/assets.json'
import zhDoor from '@/messages/zh/door.json'
import zhSettings from '@/messages/zh/settings.json'
import zhNotes from '@/messages/zh/notes.json'
import zhShare from '@/messages/zh/share.json'
import zhCompare from '@/messages/zh/compare.json'
import zhGallery from '@/messages/zh/gallery.json'
import zhPalette from '@/messages/zh/palette.json'
import zhNotify from '@/messages/zh/notify.json'

// Imported by the root layout only: it hands the active language to the browser as data, so no
// language is ever part of the JavaScript. Client code imports the types.
const en = {
  shell: enShell,
  composer: enComposer,
  material: enMaterial,
  feed: enFeed,
  task: enTask,
  failure: enFailure,
  input: enInput,
  assets: enAssets,
  door: enDoor,
  settings: enSettings,
  notes: enNotes,
  share: enShare,
  compare: enCompare,
  gallery: enGallery,
  palette: enPalette,
  notify: enNotify,
}

export type MessageTree = { [key: string]: string | MessageTree }

const all = {
  en,
  zh: {
    shell: zhShell,
    composer: zhComposer,
    material: zhMaterial,
    feed: zhFeed,
    task: zhTask,
    failure: zhFailure,
    input: zhInput,
    assets: zhAssets,
    door: zhDoor,
    settings: zhSettings,
    notes: zhNotes,
    share: zhShare,
    compare: zhCompare,
    gallery: zhGallery,
    palette: zhPalette,
    notify: zhNotify,
  },
}

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** Dotted paths of all texts; an object of plural forms counts as one text. */
type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? Key
    : keyof Tree[Key] extends PluralForm
      ? [keyof Tree[Key]] extends [never]
        ? never
        : Key
      : `${Key}.${Leaves<Tree[Key]>}`
}[keyof Tree & string]

export type MessageKey = Leaves<typeof en>

export function messagesFor(locale: Locale): MessageTree {
  return all[locale]
}
