import { frameOf } from '@/components/player/timecode'
import { Compare, create, makeClips, taskOf } from './support/compare'
import { outOfReach } from './support/reach'
import {
  countFrames,
  framesNow,
  pictures,
  spreads,
  takeFrames,
  watchFrames,
} from './support/shown-frames'
import { expect, test } from './support/test'

/** Media times are rounded to microseconds, and frames to the file's time base. */
const oneFrame = 1.05

const unique = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`
const idsOf = (tasks: readonly { id: string }[]) => `ids=${tasks.map(({ id }) => id).join(',')}`

test('four clips play as one: never more than a frame apart, whatever is asked of them', async ({
  page,
}) => {
  test.setTimeout(150_000)
  const group = crypto.randomUUID()
  const prompt = unique('Four of a kind')
  const takes = await makeClips(...[1, 2, 3, 4].map(() => ({ prompt, seconds: 10, group })))
  const compare = new Compare(page)
  await watchFrames(page)
  await compare.open(`group=${group}`)
  await expect(compare.videos).toHaveCount(4)
  for (const [at, take] of takes.entries()) await compare.isIn(take, at)

  const noted: string[] = []
  /** Waits for so many pictures: one that stands still would be together, too. */
  const note = async (phase: string, pictures: number) => {
    await expect.poll(() => countFrames(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(pictures)
    const found = spreads(await takeFrames(page))
    noted.push(`${phase}: ${Math.max(...found).toFixed(2)} in ${found.length} pictures`)
    expect.soft(Math.max(...found), phase).toBeLessThanOrEqual(oneFrame)
  }
  const allShow = (frame: number) =>
    expect.poll(() => framesNow(page)).toEqual([frame, frame, frame, frame])

  await allShow(0)
  await note('opened', 1)
  await page.keyboard.press('Space')
  await note('play', 40)
  await compare.button(/^Speed 1/).click()
  await note('twice as fast', 40)
  await compare.button(/^Speed 2/).click()
  await note('half as fast', 20)
  await compare.position.fill('6')
  await compare.reaches(6.5)
  await note('seek while it plays', 10)
  await compare.button(/^Speed 0.5/).click()
  // Space would press the button again.
  await page.keyboard.press('k')
  await expect(compare.button('Play')).toBeVisible()
  await compare.settled()
  const [stand = 0] = await framesNow(page)
  await allShow(stand)
  expect((await compare.times()).map(frameOf)).toEqual([stand, stand, stand, stand])
  await note('pause', 1)
  // The simulator's clips of one shape are of one film.
  const stood = await pictures(page)
  expect(stood).toHaveLength(8)
  expect(new Set(stood).size).toBe(1)
  for (const [at, key] of ['.', '.', '.', '.', ',', ','].entries()) {
    await page.keyboard.press(key)
    await allShow(stand + ([1, 2, 3, 4, 3, 2][at] ?? 0))
  }
  await note('steps', 6)
  await page.keyboard.press('i')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('o')
  const deck = {
    play: compare.button('Play'),
    clear: compare.button('Clear the loop range'),
    hear: compare.main.getByRole('radio', { name: 'D' }),
    speed: compare.button(/^Speed/),
    full: compare.button('Full screen'),
  }
  expect(await outOfReach(page, deck)).toEqual([])
  await page.keyboard.press('Shift+I')
  await compare.position.fill('9')
  await allShow(216)
  await note('seek', 1)
  await page.keyboard.press('l')
  // Past the end: all begin anew together.
  await expect.poll(async () => Math.min(...(await compare.times()))).toBeLessThan(3)
  await compare.reaches(0.5)
  await note('the end, and from the start', 8)
  await page.keyboard.press('j')
  await expect.poll(async () => Math.max(...(await framesNow(page)))).toBe(0)
  await note('backward', 1)
  test.info().annotations.push({ type: 'frames apart', description: noted.join('; ') })
})

test('two clips: wipe by keys and pointer, side by side, flip; sound from one', async ({
  page,
}) => {
  const prompt = unique('Two of a kind')
  const clips = await makeClips({ prompt }, { prompt })
  const compare = new Compare(page)
  await compare.open(idsOf(clips))
  const [first, second] = [compare.videos.nth(0), compare.videos.nth(1)]
  const figure = compare.stage.locator('figure').nth(1)
  const muted = () =>
    compare.videos.evaluateAll((videos: HTMLVideoElement[]) => videos.map(({ muted }) => muted))

  await expect(compare.wipe).toHaveAttribute('aria-valuenow', '50')
  await compare.wipe.focus()
  await page.keyboard.press('ArrowRight')
  await expect(compare.wipe).toHaveAttribute('aria-valuenow', '52')
  await expect(figure).toHaveCSS('clip-path', 'inset(0px 0px 0px 52%)')
  expect(await compare.times()).toEqual([expect.closeTo(0, 1), expect.closeTo(0, 1)])
  const box = await compare.stage.locator('> div').boundingBox()
  if (!box) throw new Error('The stage has no box.')
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.52, middle)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.25, middle, { steps: 4 })
  await page.mouse.up()
  await expect(compare.wipe).toHaveAttribute('aria-valuenow', '25')

  expect(await muted()).toEqual([false, true])
  await page.keyboard.press('2')
  expect(await muted()).toEqual([true, false])
  await expect(compare.main.getByRole('radio', { name: 'B', exact: true })).toBeChecked()
  await page.keyboard.press('m')
  expect(await muted()).toEqual([true, true])

  await compare.main.getByRole('radio', { name: 'Side by side' }).check()
  const [left, right] = [await first.boundingBox(), await second.boundingBox()]
  expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0))
  await compare.main.getByRole('radio', { name: 'Flip' }).check()
  await expect(first).toBeHidden()
  await expect(second).toBeVisible()
  await second.click()
  await expect(first).toBeVisible()
  await expect(second).toBeHidden()
})

test('only what differs is told, with the words that differ and who was fastest or least', async ({
  page,
}) => {
  const stamp = crypto.randomUUID().slice(0, 8)
  const clips = await makeClips(
    { prompt: `A wave turns ${stamp}, locked camera, spray hangs`, seconds: 8 },
    { prompt: `A wave turns ${stamp}, drifting camera, spray hangs`, seconds: 4 },
  )
  const compare = new Compare(page)
  await compare.open(idsOf(clips))
  const rows = compare.table.getByRole('row')
  await expect(compare.table.locator('mark')).toHaveText(['locked', 'drifting'])
  await expect(rows.filter({ hasText: 'Seconds' })).toContainText('8 s')
  await expect(rows.filter({ hasText: 'Charged' }).getByRole('cell').last()).toContainText('half')
  await expect(rows.filter({ hasText: 'Model' })).toHaveCount(0)
  await expect(compare.table).toContainText(/Same: .*Model.*Ratio/)
  await compare.button('Show all').click()
  await expect(rows.filter({ hasText: 'Model' })).toContainText('seedance2.0-mini')
  // The shorter one waits on its last frame until both begin again.
  await compare.position.fill('5')
  await compare.settled()
  await page.keyboard.press('Space')
  await compare.reaches(5.5)
  expect(Math.min(...(await compare.times()))).toBeLessThan(4.1)
})

test('one is picked, by key or button, instead of the other, and can be taken back', async ({
  page,
}) => {
  const prompt = unique('Pick one')
  const clips = await makeClips({ prompt }, { prompt }, { prompt })
  const compare = new Compare(page)
  await compare.open(idsOf(clips))
  const picked = () =>
    Promise.all(clips.map(async ({ id }) => (await taskOf(id)).picked_by?.id ?? null))

  await compare.button('Pick B').click()
  await expect(page.getByText('B is picked')).toBeVisible()
  await expect(compare.table.getByRole('columnheader', { name: 'B' })).toContainText('Picked')
  await expect.poll(picked).toEqual([null, 'local', null])
  await page.keyboard.press('p')
  await page.keyboard.press('c')
  await expect(page.getByText('C is picked instead of B')).toBeVisible()
  await expect.poll(picked).toEqual([null, null, 'local'])
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(picked).toEqual([null, 'local', null])
  await compare.button('Undo B').click()
  await expect.poll(picked).toEqual([null, null, null])
})

test('what cannot be compared is said', async ({ page }) => {
  const prompt = unique('Not all here')
  const clips = await makeClips({ prompt }, { prompt })
  const failed = await create({ prompt: `${prompt} sim:moderation` })
  await expect.poll(async () => (await taskOf(failed.id)).status).toBe('failed')
  const compare = new Compare(page)
  const gone = { id: crypto.randomUUID() }

  await compare.open(idsOf([...clips, failed, gone]))
  await expect(compare.videos).toHaveCount(2)
  await expect(compare.main.getByRole('listitem').filter({ hasText: 'Failed' })).toContainText(
    prompt,
  )
  await expect(compare.main).toContainText('1 clip is not here')

  await page.goto('/compare')
  await expect(compare.main).toContainText('Choose two to four clips')
  await page.goto(`/compare?${idsOf(clips.slice(1))}`)
  await expect(compare.main).toContainText('Choose two to four clips')
  await page.goto(`/compare?${idsOf([...clips.slice(1), failed])}`)
  await expect(compare.main).toContainText('It takes two finished clips')
  const three = await makeClips({ prompt }, { prompt }, { prompt })
  await page.goto(`/compare?${idsOf([...clips, ...three])}`)
  await expect(compare.main).toContainText('this address names 5')
  await compare.main.getByRole('link', { name: 'Compare the first four' }).click()
  await expect(compare.videos).toHaveCount(4)
  await compare.settled()
})
