import { expect, type Locator, type Page } from '@playwright/test'

type TabName = 'All' | 'Running' | 'Needs you'

/** The list of clips and what narrows it. */
export class Feed {
  readonly pane: Locator
  readonly search: Locator

  constructor(readonly page: Page) {
    this.pane = page.getByRole('region', { name: 'Clips' })
    this.search = this.pane.getByRole('textbox', { name: 'Search the clips' })
  }

  async show(tab: TabName): Promise<void> {
    const radio = this.pane
      .getByRole('radiogroup', { name: 'Show' })
      .getByRole('radio', { name: new RegExp(`^${tab}`) })
    await radio.click()
    await expect(radio).toBeChecked()
  }

  async find(words: string): Promise<void> {
    if (!(await this.search.isVisible())) {
      await this.pane.getByRole('button', { name: 'Search the clips' }).click()
    }
    await this.search.fill(words)
  }

  /** Chooses from the menu of a finished clip. */
  async more(card: Locator, item: string): Promise<void> {
    await card.hover()
    await card.getByRole('button', { name: 'More' }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
