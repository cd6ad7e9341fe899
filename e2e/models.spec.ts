import type { Locator } from '@playwright/test'
import { asset, link, protocolFacts, references, type ProtocolFacts } from '@/tests/protocol-facts'
import type { Composer } from './support/composer'
import { simulator } from './support/simulator'
import { expect, test } from './support/test'

const rows = protocolFacts.flatMap((facts) => facts.models.map((model) => ({ model, facts })))
const onAssets = rows.filter(({ facts }) => facts.links === 'refused')
const onLinks = rows.filter(({ facts }) => facts.links === 'taken')

for (const [name, group] of [
  ['the 12 models that take assets alone', onAssets],
  ['the 11 models that take links', onLinks],
] as const) {
  test(`each of ${name} shows exactly the fields it takes, and explains what it does not`, async ({
    studio,
    composer,
  }) => {
    test.setTimeout(180_000)
    expect(rows).toHaveLength(23)
    expect(name).toContain(String(group.length))
    // Two code points, so that a count of UTF-16 units would show.
    const prompt = 'x🏮'
    await studio.prompt.fill(prompt)
    for (const { model, facts } of group) {
      await test.step(model, async () => {
        await studio.choose(model)
        await expectLength(composer, facts)
        await expectOutput(composer, facts)
        await expectSeconds(composer, studio.generate, model, facts)
        await expectModes(composer, facts)
        await expectAdding(composer, model, facts)
      })
    }
    expect(await simulator.creates(prompt)).toEqual([])
  })
}

async function expectLength({ form }: Composer, { promptMax }: ProtocolFacts) {
  const counted = promptMax === null ? '2' : `2 / ${promptMax}`
  const prompt = form.getByRole('region', { name: 'Prompt' })
  await expect(prompt.getByText(counted, { exact: true })).toBeVisible()
}

async function expectOutput(composer: Composer, { ratios, resolutions }: ProtocolFacts) {
  await expectOptions(
    composer.ratio,
    ratios.map((ratio) => (ratio === 'Adaptive' ? 'Auto' : ratio)),
  )
  const fixed = composer.form.getByText('fixed by the model')
  if (resolutions.length > 1) {
    await expectOptions(composer.resolution, resolutions)
    await expect(fixed).toBeHidden()
  } else {
    await expect(fixed).toHaveText(`${resolutions.join()}, fixed by the model`)
    await expect(composer.resolution).toBeHidden()
  }
}

async function expectOptions(group: Locator, names: readonly string[]) {
  const labels = () =>
    group
      .getByRole('radio')
      .evaluateAll((radios: HTMLInputElement[]) =>
        radios.map(({ labels }) => labels?.[0]?.textContent?.trim()),
      )
  await expect.poll(labels).toEqual(names)
}

async function expectSeconds(
  composer: Composer,
  generate: Locator,
  model: string,
  { seconds: [min, max], doubtedBelow }: ProtocolFacts,
) {
  const { slider, seconds } = composer
  for (const [key, edge] of [
    ['Home', min],
    ['End', max],
  ] as const) {
    await slider.press(key)
    await expect(slider).toHaveValue(String(edge))
    await expect(seconds).toHaveValue(String(edge))
    await composer.setSeconds(String(edge))
    await expect(slider).toHaveValue(String(edge))
    await expect(seconds).toHaveAccessibleDescription(edge < doubtedBelow ? /may be refused/ : '')
  }
  for (const beyond of [min - 1, max + 1]) {
    await composer.setSeconds(String(beyond))
    await expect(seconds).toHaveAccessibleDescription(
      `${model} makes clips of ${min} to ${max} seconds, not ${beyond}.`,
    )
    await expect(seconds).toHaveValue(String(beyond))
    await expect(generate).toHaveAttribute('aria-disabled', 'true')
  }
  await composer.setSeconds('')
  await expect(generate).toHaveAttribute('aria-disabled', 'true')
  await generate.click({ force: true })
  await expect(seconds).toBeFocused()
  await expect(seconds).toHaveValue('')
  await expect(seconds).toHaveAccessibleDescription('Give a whole number.')
  await composer.setSeconds('5')
  await expect(seconds).toHaveAccessibleDescription('')
}

async function expectModes(composer: Composer, facts: ProtocolFacts) {
  const { images, clips, sounds } = facts
  await expectOptions(composer.mode, ['Text', 'First / last frame', 'References'])
  const framesTakeSound = facts.soundsWithFrames === 'taken' && sounds[0] > 0
  const tray = trayOf(facts)

  await composer.setMode('Text')
  await expectRegions(composer, [])

  await composer.setMode('First / last frame')
  await expectRegions(composer, framesTakeSound ? ['Frames', 'Sounds'] : ['Frames'])
  const need =
    facts.firstAlone !== 'taken'
      ? /needs both$/
      : facts.lastAlone === 'taken'
        ? /Either one is enough$/
        : /The last one is optional$/
  await expect(composer.frames.getByText(need)).toBeVisible()

  await composer.setMode('References')
  await expectRegions(composer, [tray])
  const room = [
    ['Images', images[0]],
    ['Clips', clips[0]],
    ['Sounds', sounds[0]],
  ] as const
  const offered = room.filter(([, max]) => max > 0)
  if (tray === 'Approved assets') {
    await expect(composer.tray(tray).getByRole('list').first().getByRole('listitem')).toHaveText(
      offered.map(([kind, max]) => new RegExp(`^${kind}\\s*0 of ${max}$`)),
    )
  } else {
    const things = offered.map(([kind, max]) => `${max} ${kind.toLowerCase()}`).join(', ')
    await expect(composer.tray(tray)).toContainText(`up to ${things}`)
  }
  if (clips[0] === 0) await expect(composer.form.getByText(/clip/i)).toHaveCount(0)
  if (sounds[0] === 0) await expect(composer.form.getByText(/sound/i)).toHaveCount(0)
}

function trayOf({ links }: ProtocolFacts): 'References' | 'Approved assets' {
  return links === 'taken' ? 'References' : 'Approved assets'
}

async function expectRegions({ form }: Composer, between: readonly string[]) {
  const names = () =>
    form
      .getByRole('region')
      .evaluateAll((regions) => regions.map((region) => region.getAttribute('aria-label')))
  await expect.poll(names).toEqual(['Prompt', ...between, 'Output'])
}

async function expectAdding(composer: Composer, model: string, facts: ProtocolFacts) {
  const { assets, clips, sounds, images } = facts
  const field = await composer.openAdd(composer.tray(trayOf(facts)))
  const expected = [
    // Where only assets go a link is brought in first, and then is one of ours.
    [link('image'), null],
    [asset('image'), assets === 'taken' ? null : `${model} takes public https:// links, no assets`],
    [link('clip'), clips[0] > 0 ? null : `${model} takes no reference clips`],
    [link('sound'), sounds[0] > 0 ? null : `${model} takes no sound`],
  ] as const
  await field.fill(expected.map(([reference]) => reference).join('\n'))
  for (const [at, [reference, complaint]] of expected.entries()) {
    const item = composer.judged.nth(at)
    await expect(item).toContainText(reference.split('/').at(-1) ?? '')
    if (complaint === null) await expect(item).not.toContainText(`${model} takes`)
    else await expect(item).toContainText(complaint)
  }

  const max = images[0]
  await field.fill(references(facts, 'image', max + 1).join('\n'))
  await expect(composer.judged).toHaveCount(max + 1)
  await expect(composer.judged.nth(max - 1)).not.toContainText('takes at most')
  await expect(composer.judged.nth(max)).toContainText(
    `${model} takes at most ${max} images; there are ${max + 1}.`,
  )
  await expect(
    composer.adding.getByRole('button', { name: `Add ${max}`, exact: true }),
  ).toBeEnabled()
  await composer.page.keyboard.press('Escape')
  await expect(composer.adding).toBeHidden()
}
