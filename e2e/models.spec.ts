import type { Locator } from '@playwright/test'
import { asset, link, protocolFacts, references, type ProtocolFacts } from '@/tests/protocol-facts'
import type { Attachment, Composer } from './support/composer'
import { simulator } from './support/simulator'
import { expect, test } from './support/test'

test.describe.configure({ mode: 'parallel' })

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

test('a full tray takes no further image', async ({ studio, composer }) => {
  const tray = composer.tray('References')
  await studio.choose('seedance2.0-md')
  await composer.setMode('References')
  await composer.attach(
    tray,
    [1, 2, 3, 4].map((number) => link('image', number)),
  )
  await expect(tray).toContainText('4 of 4')

  // Clips still have room, so the field opens and says why an image has none.
  const field = await composer.openAdd(tray)
  await field.fill(link('image', 5))
  await expect(composer.judged).toContainText('seedance2.0-md takes at most 4 images')
  const add = composer.adding.getByRole('button', { name: 'Add', exact: true })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await add.click({ force: true })
  await composer.page.keyboard.press('Escape')
  await expect(tray).toContainText('4 of 4')

  // Where images are all a model takes, there is nothing left to add.
  await studio.choose('seedance2.0-fast-i2v')
  await composer.attach(
    tray,
    [5, 6, 7, 8, 9].map((number) => link('image', number)),
  )
  await expect(tray).toContainText('9 of 9')
  await expect(tray.getByRole('button', { name: /^Add/ })).toHaveCount(0)
})

test('a prompt of 5000 code points is taken, one more is explained', async ({
  studio,
  composer,
}) => {
  for (const model of ['seedance2.0-md', 'seedance2.0-fast-md', 'seedance2.0-fast-i2v']) {
    await test.step(model, async () => {
      await studio.choose(model)
      await studio.prompt.fill('🏮'.repeat(5000))
      await expect(composer.form.getByText('5000 / 5000', { exact: true })).toBeVisible()
      await expect(studio.generate).toHaveAttribute('aria-disabled', 'false')
      await studio.prompt.fill('🏮'.repeat(5001))
      await expect(studio.generate).toHaveAttribute('aria-disabled', 'true')
      await studio.generate.click({ force: true })
      await expect(studio.prompt).toHaveAccessibleDescription(
        new RegExp(`The prompt has 5,001 characters; ${model} takes 5,000\\. Shorten it\\.$`),
      )
      await expect(studio.prompt).toBeFocused()
    })
  }
  expect(await simulator.creates('🏮'.repeat(5001))).toEqual([])
})

test('one frame alone on MD is explained at Generate, beside the one that is missing', async ({
  studio,
  composer,
}) => {
  const prompt = `Half a pair ${Date.now()}`
  await studio.choose('seedance2.0-md')
  await studio.prompt.fill(prompt)
  await composer.setMode('First / last frame')

  const field = await composer.openAdd(composer.first)
  await field.fill(asset('image'))
  await expect(composer.judged).toContainText('seedance2.0-md takes public https:// links')
  await composer.page.keyboard.press('Escape')

  await composer.attach(composer.first, [link('image', 1)])
  await expect(studio.generate).toHaveAttribute('aria-disabled', 'true')
  await studio.generate.click({ force: true })
  await expect(composer.last).toContainText('seedance2.0-md needs both frames. Add the last one')
  await expect(composer.last.getByRole('button', { name: 'Add' })).toBeFocused()
  await expect(composer.first).not.toContainText('needs both')

  await composer.attach(composer.last, [link('image', 2)])
  await expect(composer.frames).not.toContainText('needs both frames')
  await expect(studio.generate).toHaveAttribute('aria-disabled', 'false')
  expect(await simulator.creates(prompt)).toEqual([])
})

type Filled = {
  line: string
  model: string
  fill: (composer: Composer) => Promise<void>
  /** All that reaches the gateway besides model and prompt. */
  body: Record<string, unknown>
}

const asAsset = (kind: 'image' | 'clip' | 'sound', number = 1): Attachment => ({
  reference: asset(kind, number),
  kind: ({ image: 'Image', clip: 'Clip', sound: 'Sound' } as const)[kind],
})

const filled: readonly Filled[] = [
  {
    line: 'Full',
    model: 'sd2_mx_video_fast_720p',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('Approved assets'), [
        asAsset('image', 1),
        asAsset('clip'),
        asAsset('image', 2),
        asAsset('sound'),
      ])
      await composer.choose(composer.ratio, 'Auto')
      await composer.setSeconds('12')
    },
    body: {
      duration: 12,
      ratio: 'Adaptive',
      images: [asset('image', 1), asset('image', 2)],
      reference_videos: [asset('clip')],
      reference_audios: [asset('sound')],
    },
  },
  {
    line: 'SP economy',
    model: 'seedance2.0-sp',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [
        link('sound'),
        asAsset('image'),
        link('clip'),
        link('image', 2),
      ])
      await composer.choose(composer.resolution, '1080p')
      await composer.choose(composer.ratio, '9:16')
      await composer.setSeconds('4')
    },
    body: {
      duration: 4,
      ratio: '9:16',
      resolution: '1080p',
      images: [asset('image'), link('image', 2)],
      reference_videos: [link('clip')],
      reference_audios: [link('sound')],
    },
  },
  {
    line: 'SP official',
    model: 'seedance2.0-of-fast-sp',
    fill: async (composer) => {
      await composer.setMode('First / last frame')
      await composer.attach(composer.first, [asset('image')])
      await composer.attach(composer.tray('Sounds'), [link('sound')])
      await composer.choose(composer.resolution, '480p')
      await composer.choose(composer.ratio, '3:4')
    },
    body: {
      duration: 5,
      ratio: '3:4',
      resolution: '480p',
      first_image: asset('image'),
      reference_audios: [link('sound')],
    },
  },
  {
    line: 'Mini',
    model: 'seedance2.0-mini-video',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [link('clip'), link('image')])
      await composer.choose(composer.resolution, '480p')
      await composer.choose(composer.ratio, '21:9')
      await composer.setSeconds('6')
    },
    body: {
      duration: 6,
      ratio: '21:9',
      resolution: '480p',
      images: [link('image')],
      reference_videos: [link('clip')],
    },
  },
  {
    line: 'Mini special',
    model: 'seedance2.0-mini-sp',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [link('image'), link('sound')])
      await composer.choose(composer.resolution, '480p')
      await composer.choose(composer.ratio, '4:3')
    },
    body: {
      duration: 5,
      ratio: '4:3',
      resolution: '480p',
      images: [link('image')],
      reference_audios: [link('sound')],
    },
  },
  {
    line: 'MD',
    model: 'seedance2.0-md',
    fill: async (composer) => {
      await composer.setMode('First / last frame')
      await composer.attach(composer.first, [link('image', 1)])
      await composer.attach(composer.last, [link('image', 2)])
      await composer.choose(composer.ratio, '1:1')
      await composer.setSeconds('7')
    },
    body: {
      duration: 7,
      ratio: '1:1',
      first_image: link('image', 1),
      last_image: link('image', 2),
    },
  },
  {
    line: 'Fast I2V',
    model: 'seedance2.0-fast-i2v',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [link('image', 2), link('image', 1)])
      await composer.choose(composer.ratio, '9:16')
      await composer.setSeconds('1')
    },
    body: { duration: 1, ratio: '9:16', images: [link('image', 2), link('image', 1)] },
  },
  {
    line: 'STD',
    model: 'seedance2.0-std',
    fill: async (composer) => {
      await composer.setMode('First / last frame')
      await composer.attach(composer.last, [link('image')])
      await composer.choose(composer.ratio, '16:9')
    },
    body: { duration: 5, ratio: '16:9', last_image: link('image') },
  },
]

for (const { line, model, fill, body } of filled) {
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
