import { useState, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { Menu, type MenuItem } from '@/components/ui/menu'
import { chooseFiles } from '@/lib/client/choose-files'
import { linkMedia } from '@/lib/client/fix-media'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { submitAssets } from '@/lib/client/submit-assets'
import { uploadReference } from '@/lib/client/upload-reference'
import { problemOf } from '@/lib/client/upload-problem'
import { addUploads } from '@/lib/client/uploads'
import { useUploadWords } from '@/components/media/use-upload-words'
import { isSpent } from '@/lib/models/asset-status'
import { readReference } from '@/lib/models/reference'
import type { Media } from '@/lib/schemas/media'
import { useModel } from './composer-context'
import type { ReferencePlace } from './reference-place'
import { useFix } from './use-fix'
import { useReferences } from './use-references'

type ItemMenuProps = {
  place: ReferencePlace
  reference: string
  media: Media | null | undefined
  /** How the item is called. */
  name: string
  className?: string
}

/** What a person may do with an item that nothing is wrong with. */
export function ItemMenu({ place, reference, media, name, className }: ItemMenuProps) {
  const { t } = useI18n()
  const { put } = useReferences()
  const { fix, dialog } = useFix({ media, kind: place.kind, name })
  const bring = useBringIn(place, reference)
  const library = useLibrary(media)

  const replace = async () => {
    const [file] = await chooseFiles({ kinds: [place.kind], multiple: false })
    const [upload] = file ? addUploads([file]) : []
    if (upload) put(place, uploadReference(upload.id))
  }

  const items = (): MenuItem[] => [
    {
      id: 'replace',
      label: t('material.menu.replace'),
      icon: 'refresh-cw',
      onSelect: () => void replace(),
    },
    ...fixItems(),
    ...library,
    ...bring.items,
    ...(media
      ? [
          {
            id: 'open',
            label: t('material.menu.open'),
            icon: 'maximize' as const,
            onSelect: () => void window.open(media.content_url, '_blank', 'noopener'),
          },
        ]
      : []),
  ]

  const fixItems = (): MenuItem[] => {
    if (!media || media.kind === 'image') return []
    const end = media.duration ?? 0
    const stretch = media.kind === 'video' ? ('trim' as const) : ('cut' as const)
    const trim: MenuItem = {
      id: stretch,
      label: t('material.menu.trim'),
      icon: 'scissors',
      onSelect: () => fix({ fix: stretch, start: 0, end }),
    }
    if (media.kind === 'audio') return [trim]
    const frame: MenuItem = {
      id: 'frame',
      label: t('material.menu.frame'),
      icon: 'image',
      onSelect: () => fix({ fix: 'frame', at: 0 }),
    }
    const sound: MenuItem = {
      id: 'sound',
      label: t('material.menu.sound'),
      icon: 'audio-lines',
      onSelect: () => fix({ fix: 'sound' }),
    }
    return media.sound ? [trim, frame, sound] : [trim, frame]
  }

  return (
    <>
      <Menu
        label={t('material.more', { name })}
        align="start"
        items={items}
        trigger={(props) => (
          <button
            {...props}
            type="button"
            aria-label={t('material.more', { name })}
            className={cx('grid size-6 place-items-center rounded-sm', className)}
          >
            <Icon name="ellipsis" size={14} />
          </button>
        )}
      />
      {dialog satisfies ReactNode}
    </>
  )
}

/** A link may be brought in: then its limits are known, and it cannot die. */
function useBringIn(place: ReferencePlace, reference: string): { items: MenuItem[] } {
  const { t } = useI18n()
  const { put } = useReferences()
  const words = useUploadWords()
  const [working, setWorking] = useState(false)
  const read = readReference(reference)
  if ('fault' in read || read.scheme !== 'https' || working) return { items: [] }
  const bringIn = async () => {
    setWorking(true)
    try {
      put(place, (await linkMedia(reference)).reference)
    } catch (error) {
      notify({ text: words(problemOf(error)), tone: 'bad' })
    } finally {
      setWorking(false)
    }
  }
  const label = t('material.menu.bringIn')
  return { items: [{ id: 'bring', label, icon: 'download', onSelect: () => void bringIn() }] }
}

/** SP has a library of its own, which it does not insist on, and a whitelist of real people. */
function useLibrary(media: Media | null | undefined): MenuItem[] {
  const { t } = useI18n()
  const { library } = useModel().references
  if (!media || library !== 'sp') return []
  const status = media.assets.sp?.status
  if (status !== undefined && !isSpent(status)) return []
  const submit = async (realPerson: boolean) => {
    try {
      await submitAssets([media.id], 'sp', realPerson)
    } catch {
      notify({ text: t('material.state.notSubmitted'), tone: 'bad' })
    }
  }
  const add: MenuItem = {
    id: 'sp',
    label: t('material.menu.addSp'),
    icon: 'shield-check',
    onSelect: () => void submit(false),
  }
  if (media.kind !== 'image') return [add]
  const person: MenuItem = {
    id: 'person',
    label: t('material.menu.realPerson'),
    icon: 'shield-check',
    onSelect: () => void submit(true),
  }
  return [add, person]
}
