import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { submitAssets } from '@/lib/client/submit-assets'
import { mediaIdOf } from '@/lib/models/reference'
import { useModel } from './composer-context'

/** Hands an item in to the library of the draft's model. */
export function useSubmitAsset(reference: string): () => Promise<void> {
  const { t } = useI18n()
  const { library } = useModel().references
  return async () => {
    const id = mediaIdOf(reference)
    if (library === null || id === null) return
    try {
      await submitAssets([id], library)
    } catch {
      notify({ text: t('material.state.notSubmitted'), tone: 'bad' })
    }
  }
}
