import { filledForms } from './support/filled-forms'
import { simulator } from './support/simulator'
import { expect, test } from './support/test'

for (const { line, model, fill, body } of filledForms) {
  test(`${line}: what is filled in is taken by the gateway, field by field`, async ({
    studio,
    composer,
    page,
  }) => {
    const prompt = `Made on ${model} ${Date.now()}`
    await studio.choose(model)
    await fill(composer)
    await studio.make(prompt)
    await expect(
      page.getByRole('article', {
        name: new RegExp(`^(Queued|Generating|Saving|Completed): ${prompt}`),
      }),
    ).toBeVisible()
    expect(await simulator.creates(prompt)).toEqual([{ model, prompt, ...body }])
  })
}
