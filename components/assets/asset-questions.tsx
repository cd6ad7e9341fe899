import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useI18n } from '@/lib/client/i18n'
import type { Media } from '@/lib/schemas/media'
import type { Question } from './assets-context'

type AssetQuestionsProps = {
  question: Question | null
  onDelete: (items: readonly Media[]) => void
  onRealPerson: (items: readonly Media[]) => void
  onClose: () => void
}

/** Asks once, naming what will happen. */
export function AssetQuestions({ question, onDelete, onRealPerson, onClose }: AssetQuestionsProps) {
  const { t } = useI18n()
  const deletion = useDeletionWords()
  if (question === null) return null
  const { ask, items } = question
  const deletes = ask === 'delete'
  const count = items.length
  const go = () => {
    onClose()
    if (deletes) onDelete(items)
    else onRealPerson(items)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={deletes ? t('assets.delete.title', { count }) : t('assets.person.title')}
      description={deletes ? deletion(items) : t('assets.person.text')}
    >
      <p className="truncate text-ink-soft">{items.map(({ name }) => name).join(', ')}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button kind="ghost" onClick={onClose}>
          {t('assets.cancel')}
        </Button>
        <Button kind={deletes ? 'danger' : 'plain'} onClick={go}>
          {deletes ? t('assets.delete.go', { count }) : t('assets.person.go')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What is used is only hidden, and the reader is told so before. */
function useDeletionWords(): (items: readonly Media[]) => string {
  const { t } = useI18n()
  return (items) => {
    const count = items.length
    const used = items.filter(({ used_in }) => used_in > 0).length
    if (used === 0) return t('assets.delete.gone', { count })
    if (used === count) return t('assets.delete.kept', { count })
    return t('assets.delete.both', { used })
  }
}
