import type { Page } from '@playwright/test'

/** What is done on a page before its picture is taken, whichever language the page is in. */
export type Act = (page: Page) => Promise<void>

/** Opens the list of the models. */
export const openPicker: Act = async (page) => {
  await page.getByRole('button', { name: /^(seedance|sd2)/ }).click()
  await page.getByRole('option').first().waitFor()
}

export const openPalette: Act = async (page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
}

export const openKeys: Act = async (page) => {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}

/** Brings a task's card in the feed into sight. */
export const seeCard =
  (task: string | undefined, hover = false): Act =>
  async (page) => {
    const link = page.locator(`[href="/tasks/${task}"]`)
    const card = page.getByRole('article').filter({ has: link })
    await card.evaluate((element) => element.scrollIntoView({ block: 'nearest' }))
    if (hover) await card.hover({ position: { x: 120, y: 60 } })
  }

const tile = (page: Page, at: number) => page.locator('[data-tile] > a').nth(at)

export const hoverTile: Act = (page) => tile(page, 2).hover()

/** Selects three clips of the gallery. */
export const selectTiles: Act = async (page) => {
  for (const at of [0, 3, 5]) {
    await tile(page, at).focus()
    await page.keyboard.press('x')
  }
}

/** Opens a clip over the gallery. */
export const openTile: Act = async (page) => {
  await tile(page, 5).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').locator('.stage').waitFor()
}

/** Opens the panel of the gallery's first filter. */
export const openFilter: Act = async (page) => {
  await page.getByRole('main').locator('[popovertarget]').first().click()
  await page.locator(':popover-open label').first().waitFor()
}

/** Selects three items of the material. */
export const selectItems: Act = async (page) => {
  for (const at of [1, 2, 4]) await page.locator('[data-check]').nth(at).click()
}

/** Opens the menu of the item at this place. */
export const openItemMenu: Act = async (page) => {
  await page.locator('[data-item]').nth(2).locator('[aria-haspopup="menu"]').click()
  await page.locator(':popover-open').waitFor()
}

/** Opens the links by which a clip can be seen without an account. */
export const openShare: Act = async (page) => {
  const share = /^(Share|分享)$/
  const button = page.getByRole('button', { name: share })
  if (await button.isVisible()) {
    await button.click()
  } else {
    await page.locator('header [aria-haspopup="menu"]').last().click()
    await page.getByRole('menuitem', { name: share }).click()
  }
  await page.getByRole('dialog').locator('form').waitFor()
}

/** Stops the clip inside a loop range, as somebody who looks closely leaves it. */
export const loopRange: Act = async (page) => {
  await page.locator('.stage button').click()
  const video = page.locator('video')
  const seek = (seconds: number) =>
    video.evaluate(async (element: HTMLVideoElement, to) => {
      element.pause()
      const arrived = new Promise((resolve) =>
        element.addEventListener('seeked', resolve, { once: true }),
      )
      element.currentTime = to
      await arrived
    }, seconds)
  await video.evaluate(async (element: HTMLVideoElement) => {
    while (element.readyState < element.HAVE_FUTURE_DATA) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
  await seek(2.25)
  await page.keyboard.press('i')
  await seek(5.5)
  await page.keyboard.press('o')
  await seek(3.5)
}
