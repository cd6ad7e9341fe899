import { expect, type Locator, type Page } from '@playwright/test'
import type { FreshApp } from './fresh-app'
import { materialStates } from './material-states'
import { openDrafts } from './open-drafts'

const link = (name: string) => `https://media.example.com/${name}`

/** Drafts as they are stored; what is left out is filled in when they are read. */
const drafts = {
  text: { input: { prompt: 'Fog lifts off a pine ridge at first light.' } },
  frames: {
    mode: 'frames',
    takes: 4,
    input: {
      model: 'seedance2.0-md',
      prompt: 'The swell folds over itself.',
      first_image: link('first.png'),
      last_image: link('last.png'),
    },
  },
  /** One reference is not mentioned, one mention has no reference, one is listed twice. */
  references: {
    mode: 'references',
    input: {
      model: 'seedance2.0-sp',
      prompt: '@Image1 drifts above the valley as in @Video2, with @图片2.',
      images: [link('ridge.png'), link('sun.jpg'), link('ridge.png')],
      reference_videos: [link('drift.mp4')],
      reference_audios: [link('wind.wav')],
    },
  },
  assets: {
    mode: 'references',
    input: {
      model: 'sd2_mx_video_1080p',
      prompt: '@Image1 walks the wet street.',
      images: ['asset://demo-umbrella', 'asset://demo-lantern'],
      reference_videos: ['asset://demo-street'],
    },
  },
  lacking: {
    mode: 'frames',
    input: { model: 'seedance2.0-md', prompt: '', first_image: link('first.png') },
  },
}

/** Opens the studio with these of the drafts above. */
function open(page: Page, ...names: (keyof typeof drafts)[]): Promise<void> {
  return openDrafts(page, ...names.map((name) => drafts[name]))
}

/** The elements that a state needs, found in any language. */
function parts(page: Page) {
  const form = page.getByRole('form')
  return {
    form,
    generate: form.locator('[type=submit]'),
    prompt: form.locator('textarea'),
    modelButton: form.getByRole('button', { name: /^(seedance|sd2)/ }),
    /** For links and ids, in the head of a tray. */
    add: form.locator('section > header [aria-haspopup=dialog]'),
    preferences: page.getByRole('banner').getByRole('button').last(),
    simulator: page.getByRole('banner').getByRole('button').first(),
    card: (id: string): Locator =>
      page.getByRole('article').filter({ has: page.locator(`[href="/tasks/${id}"]`) }),
  }
}

/** A player that knows how long its clip is, which axe asks it. */
async function expectPlayer(page: Page): Promise<void> {
  const video = page.locator('video')
  await expect(video).toBeVisible()
  const duration = () => video.evaluate((element: HTMLVideoElement) => element.duration)
  await expect.poll(duration).toBeGreaterThan(0)
}

/**
 * Goes through the states of the studio and of a task's page, in any language and at any width, and
 * stops at each by name.
 */
export async function* states(page: Page, app: FreshApp): AsyncGenerator<string> {
  const { prompt, generate, modelButton, add, preferences, simulator, card } = parts(page)
  const { finished, failed, unconfirmed, running } = app.clips

  await app.setHidden(true)
  await page.goto('/')
  yield 'empty'
  await app.setHidden(false)

  await open(page, 'text')
  await expect(card(finished.id).locator('img')).toBeVisible()
  yield 'text, with a clip of every state'

  await card(finished.id).hover()
  yield 'finished, hovered'
  const [play, more] = [
    card(finished.id).getByRole('button').first(),
    card(finished.id).locator('[aria-haspopup=menu]'),
  ]
  await more.click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  yield 'menu of a card'
  await page.keyboard.press('Escape')
  await play.click()
  await expectPlayer(page)
  yield 'inline player'
  await page.keyboard.press('Escape')

  for (const at of [0, 2]) {
    await card(unconfirmed.id).locator('h3 ~ div button').nth(at).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    yield at === 0 ? 'linking an unconfirmed task' : 'sending an unconfirmed task again'
    await page.keyboard.press('Escape')
  }
  await card(failed.id).locator('h3 ~ div button').first().click()
  await expect(page.getByRole('form').getByRole('navigation')).toBeVisible()
  yield 'two drafts and a notice'

  await preferences.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  yield 'preferences'
  await page.keyboard.press('Escape')
  await simulator.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  yield 'about the simulator'

  await open(page, 'frames')
  yield 'frames'

  await open(page, 'references')
  yield 'references with flags'
  await prompt.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' @')
  await expect(page.getByRole('listbox')).toBeVisible()
  yield 'list of references'
  await page.keyboard.press('Escape')
  await add.click()
  await page.getByRole('dialog').getByRole('textbox').fill('http://insecure.example.com/a.png')
  await expect(page.getByRole('dialog').getByRole('listitem')).toBeVisible()
  yield 'adding what does not fit'
  await page.keyboard.press('Escape')
  await modelButton.click()
  await expect(page.getByRole('option').first()).toBeVisible()
  yield 'picker'
  await page.keyboard.type('nothing like it')
  await expect(page.getByRole('option')).toHaveCount(0)
  yield 'picker without a match'
  await page.getByRole('combobox').fill('seedance2.0-md')
  await page.keyboard.press('Enter')
  await expect(modelButton).toContainText('seedance2.0-md')
  yield 'line of what a switch changed'

  await open(page, 'assets')
  yield 'assets'

  yield* materialStates(page, app)

  await open(page, 'lacking')
  await generate.click({ force: true })
  await expect(prompt).toHaveAttribute('aria-invalid', 'true')
  yield 'what is missing'

  await page.goto('/?q=nothing%20like%20it')
  yield 'search without a match'

  for (const { id } of [running, failed, unconfirmed]) {
    await page.goto(`/tasks/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    yield `page of a task, ${id === running.id ? 'running' : id === failed.id ? 'failed' : 'unconfirmed'}`
  }
  await page.goto(`/tasks/${finished.id}`)
  await expect(page.getByRole('main').locator('.stage img')).toBeVisible()
  yield 'page of a task, finished'
  await page.getByRole('main').locator('.stage button').click()
  await expectPlayer(page)
  yield 'page of a task, playing'
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  yield 'keys of the player'
}
