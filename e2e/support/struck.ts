import type { BrowserContext, Page } from '@playwright/test'

/** What an attack achieved in any page of the context: what ran, what was asked of others, what was asked of us. */
export async function watchAttacks(context: BrowserContext, ours: string): Promise<string[]> {
  const achieved: string[] = []
  await context.exposeBinding('struck', ({ frame }) => {
    achieved.push(`A script ran in ${frame.url()}`)
  })
  context.on('dialog', (dialog) => {
    achieved.push(`A dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== ours) achieved.push(`Asked ${request.url()}`)
  })
  return achieved
}

/**
 * What stored words did to the page that is open: elements and attributes of theirs anywhere, and within
 * `box`, if not in the whole page, words that leave theirs.
 */
export function faultsOf(page: Page, box = 'body'): Promise<string[]> {
  return page.evaluate((within) => {
    const faults = new Set<string>()
    const short = (text: string) => JSON.stringify(text.trim().slice(0, 40))
    const place = (element: Element) => {
      const known = element.closest('[data-note],[data-tile],[data-item],li,header,main,nav,aside')
      return `${element.tagName}.${(element.getAttribute('class') ?? '').slice(0, 60)} in ${known?.tagName}`
    }

    const isClipped = (element: Element): boolean => {
      const box = element.parentElement
      if (!box || box === document.body) return false
      return getComputedStyle(box).overflowX !== 'visible' || isClipped(box)
    }

    const foreign =
      'iframe,object,embed,base,marquee,math,plaintext,listing,noembed,foreignObject,animate,x-struck,[data-struck],[srcdoc],[formaction]'
    for (const element of document.querySelectorAll(foreign)) {
      faults.add(`A foreign element: ${element.outerHTML.slice(0, 80)}`)
    }
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) faults.add(`A handler ${name} on ${place(element)}`)
        const leads = ['href', 'src', 'action', 'xlink:href', 'srcset', 'poster'].includes(name)
        if (
          leads &&
          (/^[\s\u0001-\u0020]*(java|vb)script:|^data:text/i.test(value) ||
            value.includes('evil.invalid'))
        ) {
          faults.add(`An address ${short(value)} on ${place(element)}`)
        }
      }
    }
    for (const script of document.scripts) {
      if (!script.src && !script.nonce) faults.add(`A script without nonce ${short(script.text)}`)
    }

    const width = document.documentElement.clientWidth
    for (const element of [document.documentElement, document.body]) {
      if (element.scrollWidth > innerWidth) {
        const widest = [...document.body.querySelectorAll('*')]
          .filter((one) => !isClipped(one))
          .toSorted((a, b) => a.getBoundingClientRect().right - b.getBoundingClientRect().right)
          .at(-1)
        const why = widest && `${place(widest)} with ${short(widest.textContent)}`
        faults.add(`${element.tagName} is ${element.scrollWidth} wide in ${innerWidth}: ${why}`)
      }
    }
    const turning = /[\u202a-\u202e\u2066-\u2069]/
    const walker = document.createTreeWalker(
      document.querySelector(within) ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    const range = document.createRange()
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      const parent = text.parentElement
      if (!parent || !text.data.trim() || parent.closest('script,style,noscript')) continue
      range.selectNodeContents(text)
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
      if (rects.length === 0 || !parent.checkVisibility({ visibilityProperty: true })) continue
      const left = Math.min(...rects.map((rect) => rect.left))
      const right = Math.max(...rects.map((rect) => rect.right))
      let clips = false
      for (
        let box: Element | null = parent;
        box && box !== document.documentElement;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box)
        if (style.display === 'contents' || style.display === 'inline') continue
        clips = style.overflowX !== 'visible' || style.clipPath !== 'none'
        const rect = box.getBoundingClientRect()
        if (!clips && (right > rect.right + 1.5 || left < rect.left - 1.5)) {
          faults.add(`${short(text.data)} leaves ${place(box)}`)
        }
        if (clips || style.position === 'absolute' || style.position === 'fixed') break
      }
      if (!clips && (right > width + 1.5 || left < -1.5)) {
        faults.add(`${short(text.data)} leaves the window, in ${place(parent)}`)
      }
      let block = parent
      while (/^(inline|contents)$/.test(getComputedStyle(block).display) && block.parentElement) {
        block = block.parentElement
      }
      const around = [block, block.parentElement].filter((box) => box !== null)
      const isCut = around.some((box) => getComputedStyle(box).overflowY !== 'visible')
      if (/\p{M}{9}/u.test(text.data) && !isCut) {
        faults.add(`${short(text.data)} towers over its neighbours, in ${place(block)}`)
      }
      const inline = getComputedStyle(parent).display === 'inline'
      const isolates = !inline || getComputedStyle(parent).unicodeBidi.startsWith('isolate')
      // A prompt may turn its own words, marked ones too.
      if (
        !parent.closest('mark') &&
        turning.test(text.data) &&
        (!isolates || (!inline && text.nextSibling?.textContent))
      ) {
        faults.add(`${short(text.data)} may turn its neighbours, in ${place(parent)}`)
      }
    }
    return [...faults]
  }, box)
}
