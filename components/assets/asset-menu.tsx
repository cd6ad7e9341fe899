import type { MenuItem } from '@/components/ui/menu'
import { Menu } from '@/components/ui/menu'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import type { Media } from '@/lib/schemas/media'
import { isOpen, stateIn } from './asset-state'
import { libraries } from './asset-view'
import { useAssetActions } from './assets-context'

/** Everything that can be done with one item. */
export function AssetMenu({ media, className }: { media: Media; className?: string }) {
  const { t } = useI18n()
  const items = useMenuItems()
  const label = t('assets.moreFor', { name: media.name })
  return (
    <Menu
      label={label}
      trigger={(props) => (
        <IconButton {...props} icon="ellipsis" label={label} tip="none" className={className} />
      )}
      items={() => items(media)}
    />
  )
}

function useMenuItems(): (media: Media) => MenuItem[] {
  const { t } = useI18n()
  const { submit, toStudio, copyId, ask, creates, mayDelete } = useAssetActions()
  return (media) => {
    const copies = libraries.flatMap((library): MenuItem[] => {
      const id = media.assets[library]?.asset_id
      if (!id) return []
      const label = t(`assets.menu.copy.${library}`)
      return [{ id: `copy-${library}`, label, icon: 'copy', onSelect: () => copyId(id) }]
    })
    const submissions = libraries.flatMap((library): MenuItem[] => {
      const state = stateIn(media, library)
      if (!creates || !isOpen(state)) return []
      const again = state === 'none' ? 'submit' : 'submitAgain'
      return [
        {
          id: `submit-${library}`,
          label: t(`assets.menu.${again}.${library}`),
          icon: library === 'full' ? 'shield-check' : 'plus',
          onSelect: () => void submit([media], library),
        },
      ]
    })
    const person: MenuItem[] =
      creates && media.kind === 'image' && isOpen(stateIn(media, 'sp'))
        ? [
            {
              id: 'person',
              label: t('assets.menu.realPerson'),
              icon: 'user-check',
              onSelect: () => ask({ ask: 'real_person', items: [media] }),
            },
          ]
        : []
    return [
      ...only(creates, {
        id: 'use',
        label: t('assets.menu.use'),
        icon: 'clapperboard',
        onSelect: () => toStudio([media]),
      }),
      ...submissions,
      ...person,
      ...copies,
      {
        id: 'open',
        label: t('assets.menu.open'),
        icon: 'maximize',
        onSelect: () => window.open(media.content_url, '_blank', 'noopener'),
      },
      ...only(mayDelete(media), {
        id: 'delete',
        label: t('assets.menu.delete'),
        icon: 'trash',
        danger: true,
        onSelect: () => ask({ ask: 'delete', items: [media] }),
      }),
    ]
  }
}

const only = (allowed: boolean, item: MenuItem): MenuItem[] => (allowed ? [item] : [])
