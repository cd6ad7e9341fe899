import { useCallback } from 'react'
import { useI18n } from '@/lib/client/i18n'

type Complaint = {
  field?: string
  code: string
  message?: string
  params?: Record<string, string | number>
}

/** A complaint in the reader's language; one that is not in the book comes as it was sent. */
export function useIssueWords(): (complaint: Complaint) => string {
  const { t, has } = useI18n()
  return useCallback(
    ({ field, code, message = code, params }) => {
      if (field === 'prompt' && code === 'required') return t('composer.prompt.missing')
      const key = `input.issues.${code}`
      return has(key) ? t(key, params) : message
    },
    [t, has],
  )
}
