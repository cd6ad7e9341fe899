import { useCallback, useEffect, useState } from 'react'

/** A number in the title of a tab that nobody sees, until somebody looks; returns what adds one to it. */
export function useTitleCount(): () => void {
  const [unseen, setUnseen] = useState(0)

  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') setUnseen(0)
    }
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [])

  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '')
    document.title = unseen > 0 ? `(${unseen}) ${plain}` : plain
  }, [unseen])

  return useCallback(() => {
    if (document.visibilityState === 'hidden') setUnseen((count) => count + 1)
  }, [])
}
