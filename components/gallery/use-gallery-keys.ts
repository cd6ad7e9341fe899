import { useEffect } from 'react'
import { useRouter } from 'next/navigation'
import { clearSelection, selection } from '@/lib/client/gallery-selection'
import { focusClip } from './focus-clip'
import type { GalleryTools } from './gallery-context'

const typesIn = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select'
const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

/** The keys of the page: they are off while somebody types or something lies over the gallery. */
export function useGalleryKeys(tools: GalleryTools, isFront: boolean): void {
  const router = useRouter()
  useEffect(() => {
    if (!isFront) return
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (document.querySelector(':popover-open, dialog[open]')) return
      const isElement = target instanceof Element
      if (isElement && target.matches(typesIn)) return
      const chosen = [...selection.get().tiles.values()]
      const letter = key.toLowerCase()
      if (key === '/') {
        document.querySelector<HTMLElement>('[data-search]')?.focus()
      } else if (key === 'Escape' && chosen.length > 0) {
        clearSelection()
      } else if (letter === 'c' && chosen.length >= 2 && chosen.length <= 4) {
        router.push(`/compare?ids=${chosen.map(({ id }) => id).join(',')}`)
      } else if (letter === 's' && chosen.length > 0) {
        tools.favour(chosen, !chosen.every(({ favourite }) => favourite))
      } else if (letter === 'd' && chosen.length > 0) {
        document.querySelector<HTMLElement>('[data-download]')?.click()
      } else if (
        arrows.has(key) &&
        (!isElement || target === document.body || target.id === 'content')
      ) {
        const first = document.querySelector<HTMLElement>('[data-tile] > a[tabindex="0"]')
        const any = first ?? document.querySelector<HTMLElement>('[data-tile] > a')
        const id = any?.closest<HTMLElement>('[data-tile]')?.dataset.tile
        if (id === undefined || !focusClip(id)) return
      } else {
        return
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [tools, isFront, router])
}
