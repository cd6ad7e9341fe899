import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import { isUnderWay } from '@/lib/models/asset-status'
import type { Asset, AssetLibrary } from '@/lib/schemas/asset'
import type { RuleBreak } from './asset-rules'
import { isOpen } from './asset-state'

type LibraryNoteProps = { library: AssetLibrary; asset: Asset | null; rule: RuleBreak | null }

/** The second line of a cell: the id, since when it waits, or why not and what to do. */
export function LibraryNote({ library, asset, rule }: LibraryNoteProps) {
  const words = useNoteWords()
  if (asset !== null && isUnderWay(asset.status)) {
    return asset.real_person || !asset.submitted_at ? (
      <Note text={words(library, asset, null)} />
    ) : (
      <SentAgo at={asset.submitted_at} />
    )
  }
  return <Note text={words(library, asset, rule)} title={asset?.reason ?? undefined} />
}

function Note({ text, title = text }: { text: string; title?: string | undefined }) {
  if (text === '') return null
  return (
    <small title={title} className="block truncate text-xs text-ink-faint">
      {text}
    </small>
  )
}

function useNoteWords() {
  const { t, has } = useI18n()
  const broken = ({ code, params }: RuleBreak) => {
    const key = `assets.rule.${code.replace(/_in_doubt$/, '')}`
    return has(key) ? t(key, params) : t('assets.ruleUnknown')
  }
  return (library: AssetLibrary, asset: Asset | null, rule: RuleBreak | null): string => {
    if (rule && isOpen(asset?.status ?? 'none')) return broken(rule)
    switch (asset?.status) {
      case undefined:
        return ''
      case 'active':
        return asset.asset_id === null ? '' : `asset://${asset.asset_id}`
      case 'submitting':
      case 'in_review':
        return asset.real_person ? t('assets.realPersonCheck') : ''
      case 'rejected':
      case 'failed':
        return asset.reason ?? t('assets.noReason')
      case 'expired':
        return t(library === 'sp' ? 'assets.addAgain' : 'assets.submitAgain')
      case 'unconfirmed':
        return t('assets.noAnswer')
    }
  }
}

const minute = 60_000

function SentAgo({ at }: { at: string }) {
  const { t, format } = useI18n()
  const minutes = Math.floor((useNow(true) - Date.parse(at)) / minute)
  const hours = Math.floor(minutes / 60)
  if (minutes < 1) return <Note text={t('assets.sentNow')} />
  if (hours < 1) return <Note text={t('assets.sentMinutes', { count: minutes })} />
  if (hours < 24) return <Note text={t('assets.sentHours', { count: hours })} />
  return <Note text={t('assets.sentOn', { date: format.day(at) })} />
}
