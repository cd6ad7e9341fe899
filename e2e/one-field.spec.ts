import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

declare global {
  interface Window {
    rendered: string[][]
  }
}

/**
 * Counts what React renders, through the hook its developer tools use: of each commit, the function
 * components that did work, named by the form field they draw or by '?' outside of one.
 */
async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Fiber = {
      tag: number
      flags: number
      alternate: Fiber | null
      child: Fiber | null
      sibling: Fiber | null
      stateNode: unknown
    }
    const performedWork = 1
    const functionComponents = [0, 11, 14, 15]
    window.rendered = []

    const place = (fiber: Fiber): string => {
      let at: Fiber | null = fiber
      while (at && !(at.stateNode instanceof HTMLElement)) at = at.child
      const element = at?.stateNode
      if (!(element instanceof HTMLElement)) return 'nothing'
      const field = element.closest('[role=radiogroup], [aria-label], fieldset, section')
      return field?.getAttribute('aria-label') ?? field?.tagName ?? element.tagName
    }
    const visit = (fiber: Fiber, before: Fiber | null, found: string[]) => {
      if (before && functionComponents.includes(fiber.tag) && fiber.flags & performedWork) {
        found.push(place(fiber))
      }
      if (before && fiber.child === before.child) return
      for (let child = fiber.child; child; child = child.sibling)
        visit(child, child.alternate, found)
    }
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => {
          const found: string[] = []
          visit(root.current, root.current.alternate, found)
          window.rendered.push(found)
        },
      },
    })
  })
}

test('a keystroke in a long prompt renders the prompt and nothing else', async ({
  page,
  studio,
}) => {
  await watchRenders(page)
  await page.clock.install()
  await studio.open()
  await studio.prompt.fill('A lantern drifts over a lake. '.repeat(67).slice(0, 2000))
  await page.waitForLoadState('networkidle')
  // Time stands still, so that nothing in the feed ticks or polls meanwhile.
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.evaluate(() => {
    window.rendered = []
  })
  await page.keyboard.type('abc')
  await expect(studio.prompt).toHaveValue(/abc$/)

  const places = new Set(await page.evaluate(() => window.rendered.flat()))
  expect([...places]).toEqual(['Prompt'])
})
