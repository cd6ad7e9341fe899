import { attachFiles } from '@/lib/client/attach-files'
import { chooseFiles } from '@/lib/client/choose-files'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import type { FrameField } from '@/lib/models/task-input'
import type { ReferenceKind } from './reference-kinds'

/** Brings files into the draft in front, dropped, pasted or chosen. */
export function useAttach() {
  const { t } = useI18n()
  const attach = (files: readonly File[], frame?: FrameField) => {
    const left = attachFiles(files, frame)
    if (left > 0) notify({ text: t('material.toLibrary', { count: left }) })
  }
  const choose = async (kinds: readonly ReferenceKind[], frame?: FrameField) => {
    const files = await chooseFiles({ kinds, multiple: frame === undefined })
    if (files.length > 0) attach(files, frame)
  }
  return { attach, choose: (...what: Parameters<typeof choose>) => void choose(...what) }
}
