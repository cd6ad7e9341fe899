import { expect, type Locator, type Page } from '@playwright/test'

/** The studio as a person uses it: by roles and labels, in English. */
export class Studio {
  readonly prompt: Locator
  readonly generate: Locator
  readonly modelButton: Locator
  readonly picker: Locator

  constructor(readonly page: Page) {
    this.prompt = page.getByRole('textbox', { name: 'Prompt' })
    this.generate = page.getByRole('button', { name: /^Generate/ })
    this.modelButton = page.getByRole('button', { name: /^(seedance|sd2)/ })
    this.picker = page.getByRole('dialog', { name: 'Model' })
  }

  async open(): Promise<void> {
    await this.page.goto('/')
    await this.ready()
  }

  /** Waits until the page answers, not only shows: until React has taken over the form. */
  async ready(): Promise<void> {
    const form = this.page.getByRole('form')
    await expect.poll(() => form.evaluate(isAlive)).toBe(true)
  }

  async choose(model: string): Promise<void> {
    await this.modelButton.click()
    await this.picker.getByRole('combobox').fill(model)
    await this.picker.getByRole('option', { name: new RegExp(`^${model},`) }).click()
    await expect(this.modelButton.getByText(model, { exact: true })).toBeVisible()
  }

  /** Writes the prompt and generates; returns the card. */
  async make(prompt: string): Promise<Locator> {
    await this.prompt.fill(prompt)
    await this.generate.click()
    const card = this.card(prompt)
    await expect(card).toBeVisible()
    return card
  }

  /** The cards whose prompt has this text. */
  card(prompt: string): Locator {
    return this.page.getByRole('article').filter({ hasText: prompt })
  }

  async completed(prompt: string): Promise<Locator> {
    const card = this.page.getByRole('article', { name: `Completed: ${prompt}` })
    await expect(card).toBeVisible({ timeout: 45_000 })
    return card
  }
}

type Fiber = {
  return: Fiber | null
  stateNode: { current?: { memoizedState?: { isDehydrated?: boolean } } }
}

/** Elements know their fiber while the tree is still being taken over; the root says when that is done. */
function isAlive(element: Element): boolean {
  const key = Object.keys(element).find((name) => name.startsWith('__reactFiber'))
  let fiber = (element as unknown as Record<string, Fiber>)[key ?? '']
  while (fiber?.return) fiber = fiber.return
  return fiber?.stateNode.current?.memoizedState?.isDehydrated === false
}
