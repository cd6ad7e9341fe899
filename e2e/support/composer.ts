import { expect, type Locator, type Page } from '@playwright/test'

export type ModeName = 'Text' | 'First / last frame' | 'References'

/** What to attach; the kind is chosen by hand where the reference does not tell it. */
export type Attachment = { reference: string; kind?: 'Image' | 'Clip' | 'Sound' }

/** The form of the studio, by roles and labels, in English unless a method says otherwise. */
export class Composer {
  readonly form: Locator
  readonly mode: Locator
  readonly ratio: Locator
  readonly resolution: Locator
  readonly takes: Locator
  readonly slider: Locator
  readonly seconds: Locator
  readonly frames: Locator
  readonly first: Locator
  readonly last: Locator
  /** The field that an Add button opens, and what it says of each reference. */
  readonly adding: Locator
  readonly judged: Locator
  /** What a switch of model or a closed draft left to say. */
  readonly changeLine: Locator
  readonly drafts: Locator

  constructor(readonly page: Page) {
    this.form = page.getByRole('form')
    this.mode = this.form.getByRole('radiogroup', { name: 'Mode' })
    this.ratio = this.form.getByRole('radiogroup', { name: 'Ratio' })
    this.resolution = this.form.getByRole('radiogroup', { name: 'Resolution' })
    this.takes = this.form.getByRole('radiogroup', { name: 'Takes' })
    this.slider = this.form.getByRole('slider', { name: 'Seconds' })
    this.seconds = this.form.getByRole('textbox', { name: /^Seconds, / })
    this.frames = this.form.getByRole('region', { name: 'Frames' })
    this.first = this.frames.getByRole('group', { name: 'First', exact: true })
    this.last = this.frames.getByRole('group', { name: 'Last', exact: true })
    this.adding = page.getByRole('dialog', { name: 'Add material' })
    this.judged = this.adding.getByRole('listitem')
    this.changeLine = this.form.getByRole('status').filter({ hasText: /(Undo|Reopen)$/ })
    this.drafts = this.form
      .getByRole('navigation', { name: 'Open drafts' })
      .getByRole('button', { name: /^(?!Close )/ })
  }

  /** The tray of a kind of material: References, Approved assets, or Sounds beside frames. */
  tray(name: 'References' | 'Approved assets' | 'Sounds'): Locator {
    return this.form.getByRole('region', { name, exact: true })
  }

  async choose(group: Locator, name: string): Promise<void> {
    const radio = group.getByRole('radio', { name, exact: true })
    // Not `check`: the code of what is chosen may have to come first.
    await radio.click()
    await expect(radio).toBeChecked()
  }

  async setMode(name: ModeName): Promise<void> {
    await this.choose(this.mode, name)
  }

  async setSeconds(text: string): Promise<void> {
    await this.seconds.fill(text)
    await this.seconds.blur()
  }

  /** Opens the field for links and asset ids of a tray or of a frame. */
  async openAdd(place: Locator): Promise<Locator> {
    await place.getByRole('button', { name: /^(Paste a URL|Asset id)$/ }).click()
    const field = this.adding.getByRole('textbox')
    await expect(field).toBeFocused()
    return field
  }

  async attach(place: Locator, attachments: readonly (string | Attachment)[]): Promise<void> {
    const items = attachments.map((item) => (typeof item === 'string' ? { reference: item } : item))
    const field = await this.openAdd(place)
    await field.fill(items.map(({ reference }) => reference).join('\n'))
    await expect(this.judged).toHaveCount(items.length)
    for (const [at, { kind }] of items.entries()) {
      if (kind) await this.judged.nth(at).getByRole('combobox').selectOption(kind)
    }
    await this.adding.getByRole('button', { name: /^Add/ }).click()
    await expect(this.adding).toBeHidden()
  }

  /** All that was typed, chosen and attached, whatever the language. */
  async contents() {
    const values = (role: 'textbox' | 'radio', options = {}) =>
      this.form
        .getByRole(role, options)
        .evaluateAll((fields: (HTMLInputElement | HTMLTextAreaElement)[]) =>
          fields.map(({ value }) => value),
        )
    return {
      typed: await values('textbox'),
      chosen: await values('radio', { checked: true }),
      attached: await this.form
        .locator('[title]')
        .evaluateAll((items) => items.map((item) => item.getAttribute('title'))),
    }
  }
}
