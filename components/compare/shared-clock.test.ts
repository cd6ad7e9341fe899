import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameOf, frameRate } from '@/components/player/timecode'
import { FakeVideo } from './fake-video'
import { createSharedClock, type SharedClock } from './shared-clock'

const frame = 1 / frameRate
const display = 1 / 60

let moment = 0
let pending: FrameRequestCallback[] = []

beforeEach(() => {
  moment = 0
  pending = []
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => pending.push(callback))
  vi.stubGlobal('cancelAnimationFrame', () => (pending = []))
})
afterEach(() => vi.unstubAllGlobals())

const lengths = [8, 8, 8, 8]

function stage(durations = lengths): { clock: SharedClock; videos: FakeVideo[] } {
  const clock = createSharedClock('0')
  const videos = durations.map(
    (duration, at) =>
      new FakeVideo(
        duration,
        { start: [0, 0.03, 0.012, 0.038][at] ?? 0, seek: [0.05, 0.11, 0.02, 0.3][at] ?? 0.1 },
        [1, 1.0004, 0.9997, 1][at],
      ),
  )
  for (const [at, video] of videos.entries()) {
    clock.attachAs(String(at))(video as unknown as HTMLVideoElement)
  }
  return { clock, videos }
}

const spread = (videos: readonly FakeVideo[]) => {
  const times = videos.map(({ currentTime }) => currentTime)
  return Math.max(...times) - Math.min(...times)
}
const settled = (videos: readonly FakeVideo[]) => !videos.some(({ seeking }) => seeking)

/** Runs pictures of the display; returns the widest spread while no clip was on its way. */
function run(videos: readonly FakeVideo[], seconds: number): number {
  let widest = 0
  for (let left = seconds; left > 0; left -= display) {
    moment += display * 1000
    for (const video of videos) video.pass(display)
    const now = pending
    pending = []
    for (const callback of now) callback(moment)
    if (settled(videos)) widest = Math.max(widest, spread(videos))
  }
  return widest
}

describe('the shared clock', () => {
  it('keeps clips that start late and run unevenly within a frame, and brings them together', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    clock.toggle()
    expect(run(videos, 1.5)).toBeLessThan(frame)
    expect(run(videos, 1)).toBeLessThan(0.008)
    clock.setRate(2)
    expect(run(videos, 0.5)).toBeLessThan(frame)
    clock.setRate(0.5)
    expect(run(videos, 0.5)).toBeLessThan(frame)
    expect(clock.state().playing).toBe(true)
  })

  it('shows the same frame of each after a seek, a step and a pause', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    const frames = () => new Set(videos.map(({ currentTime }) => frameOf(currentTime)))
    clock.seek(3.5)
    run(videos, 1)
    expect([...frames()]).toEqual([84])
    clock.step(1)
    run(videos, 1)
    expect([...frames()]).toEqual([85])
    clock.step(-2)
    run(videos, 1)
    expect([...frames()]).toEqual([83])
    clock.toggle()
    run(videos, 1)
    clock.pause()
    run(videos, 1)
    expect(frames().size).toBe(1)
    expect([...frames()][0]).toBeGreaterThan(83)
  })

  it('goes on playing after a seek, from where all have arrived', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    clock.toggle()
    run(videos, 1)
    clock.seek(5)
    expect(run(videos, 1)).toBeLessThan(frame)
    expect(videos.every(({ currentTime }) => currentTime > 5.3)).toBe(true)
  })

  it('holds a shorter clip on its last frame and starts all again together', () => {
    const { clock, videos } = stage([2, 4, 4, 4])
    run(videos, 1)
    clock.toggle()
    run(videos, 3.5)
    const [short, long] = videos
    expect(clock.element()).toBe(long)
    expect(short?.currentTime).toBeGreaterThan(2 - frame)
    expect(short?.plays).toBe(1)
    expect(long?.currentTime).toBeGreaterThan(2.5)
    run(videos, 1.6)
    expect(long?.currentTime).toBeLessThan(1)
    expect(spread(videos)).toBeLessThan(frame)
  })

  it('stays inside the loop range, and stops at the end without a loop', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    clock.seek(1)
    run(videos, 1)
    clock.mark('from')
    clock.seek(2)
    run(videos, 1)
    clock.mark('to')
    clock.toggle()
    run(videos, 4)
    expect(videos[0]?.currentTime).toBeGreaterThanOrEqual(1)
    expect(videos[0]?.currentTime).toBeLessThan(2.1)
    clock.clearRange()
    clock.toggleLoop()
    clock.seek(7.5)
    run(videos, 2)
    expect(clock.state().playing).toBe(false)
    expect(videos.every(({ currentTime }) => frameOf(currentTime) >= 191)).toBe(true)
  })

  it('waits for a clip that has run dry, and goes on without one that failed', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    clock.toggle()
    run(videos, 1)
    const [first, second] = videos
    if (!first || !second) throw new Error('There are four.')
    second.readyState = 2
    second.dispatchEvent(new Event('waiting'))
    run(videos, 1)
    const held = first.currentTime
    run(videos, 1)
    expect(first.currentTime).toBe(held)
    second.error = { code: 2 } as MediaError
    second.dispatchEvent(new Event('error'))
    run(videos, 0.5)
    expect(first.currentTime).toBeGreaterThan(held + 0.3)
  })

  it('runs backward, and lets one clip be heard', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    clock.seek(4)
    run(videos, 1)
    clock.shuttle(-1)
    run(videos, 2)
    expect(videos[0]?.currentTime).toBeLessThan(3)
    clock.hear('2')
    expect(videos.map(({ muted }) => muted)).toEqual([true, true, false, true])
    clock.toggleMute()
    expect(videos.every(({ muted }) => muted)).toBe(true)
  })
})
