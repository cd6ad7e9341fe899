import { useEffect, useRef, type RefObject } from 'react'

/**
 * While the sheet is open the gallery under it is out of reach and the focus is in the sheet; after it the
 * focus is on the tile of the clip one saw last, or on what opened the sheet.
 */
export function useGalleryUnder(sheet: RefObject<HTMLElement | null>, id: string): void {
  const latest = useRef(id)
  useEffect(() => {
    latest.current = id
  }, [id])

  useEffect(() => {
    const opener = document.activeElement
    const gallery = document.getElementById('content')
    gallery?.setAttribute('inert', '')
    sheet.current?.focus({ preventScroll: true })
    return () => {
      gallery?.removeAttribute('inert')
      // The address is the gallery's again before its tiles take the focus.
      requestAnimationFrame(() => {
        const tile = document.querySelector(
          `#content a[href^="/tasks/${CSS.escape(latest.current)}"]`,
        )
        const target = tile ?? opener
        if (target instanceof HTMLElement && target.isConnected) target.focus()
      })
    }
  }, [sheet])
}
