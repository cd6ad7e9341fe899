import { useEffect } from 'react'

const typesIn = 'input:not([type=checkbox]):not([type=radio]), textarea, select'

/** `/` goes to the search, Escape ends the selection, unless a float or a dialog is open. */
export function usePageKeys(onClear: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (document.querySelector(':popover-open, dialog[open]')) return
      if (key === 'Escape') return onClear()
      if (key !== '/' || (target instanceof Element && target.matches(typesIn))) return
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-search]')?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClear])
}
