import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SearchField } from '@/components/ui/search-field'
import { Segmented } from '@/components/ui/segmented'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { useI18n } from '@/lib/client/i18n'
import type { AssetLook } from './asset-look'

type AssetsHeadProps = {
  /** How many there are, as far as is known. */
  count: string | null
  q: string
  onSearch: (q: string) => void
  look: AssetLook
  onLook: (look: AssetLook) => void
  /** null: this member only looks. */
  onUpload: (() => void) | null
}

/** The page's first line: its name, the search, the two views, the way in. */
export function AssetsHead({ count, q, onSearch, look, onLook, onUpload }: AssetsHeadProps) {
  const { t } = useI18n()
  return (
    <div className="flex h-13 items-center gap-2 px-(--pane-x)">
      <h1 className="text-lg font-semibold tracking-[-0.01em] max-sm:sr-only">
        {t('assets.title')}
      </h1>
      <span className="ms-0.5 text-ink-faint max-sm:sr-only">{count}</span>
      <span className="flex-1 max-sm:hidden" />
      <SearchField
        isMain
        q={q}
        onSearch={onSearch}
        label={t('assets.search')}
        hint={t('assets.searchHint')}
        clearLabel={t('assets.clearSearch')}
        className="bg-sunken max-sm:flex-1 sm:w-55 desk:w-65"
      />
      <Segmented
        label={t('assets.view')}
        value={look}
        onChange={onLook}
        segments={[
          { value: 'list', label: <ViewIcon icon="list" name={t('assets.list')} /> },
          { value: 'grid', label: <ViewIcon icon="layout-grid" name={t('assets.grid')} /> },
        ]}
      />
      {onUpload && (
        <Button
          kind="quiet"
          onClick={onUpload}
          aria-label={t('assets.upload')}
          className="max-sm:size-11 max-sm:px-0"
        >
          <Icon name="upload" />
          <span className="max-sm:hidden">{t('assets.upload')}</span>
        </Button>
      )}
    </div>
  )
}

function ViewIcon({ icon, name }: { icon: 'list' | 'layout-grid'; name: string }): ReactNode {
  return (
    <>
      <Icon name={icon} size={14} />
      <VisuallyHidden>{name}</VisuallyHidden>
    </>
  )
}
