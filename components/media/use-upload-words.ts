import { useCallback } from 'react'
import { useI18n } from '@/lib/client/i18n'
import type { UploadProblem } from '@/lib/client/upload-problem'

/** Why a file did not come in, in the reader's language. */
export function useUploadWords(): (problem: UploadProblem, bytes?: number) => string {
  const { t, has, format } = useI18n()
  return useCallback(
    ({ code, params }, bytes) => {
      const key = `material.problem.${code}`
      if (!has(key)) return t('material.problem.unknown')
      if (code !== 'file_too_large') return t(key, params)
      const { found = bytes ?? '', allowed = '' } = params
      const size = (value: string | number) =>
        typeof value === 'number' ? format.bytes(value) : value
      return t(key, { found: size(found), allowed: size(allowed) })
    },
    [t, has, format],
  )
}
