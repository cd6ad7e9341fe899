import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameOf, frameRate } from '@/components/player/timecode'
import { FakeCanvas, FakeFrame, FakeVideo } from './fake-video'
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
  vi.stubGlobal('VideoFrame', FakeFrame)
  vi.stubGlobal('document', { hidden: false })
  FakeFrame.open = 0
})
afterEach(() => vi.unstubAllGlobals())

const lengths = [8, 8, 8, 8]

type Stage = { clock: SharedClock; videos: FakeVideo[]; canvases: FakeCanvas[]; close: () => void }

/** Four clips, of which each shows its frames later than the one before. */
function stage(durations = lengths, show = [0.01, 0.05, 0.09, 0.13]): Stage {
  const clock = createSharedClock('0')
  const videos = durations.map((duration, at) => {
    const start = [0, 0.03, 0.012, 0.038][at] ?? 0
    const seek = [0.05, 0.11, 0.02, 0.3][at] ?? 0.1
    const late = { start, seek, show: show[at] ?? 0 }
    return new FakeVideo(duration, late, [1, 1.0004, 0.9997, 1][at])
  })
  const canvases = videos.map(() => new FakeCanvas())
  const letGo = videos.flatMap((video, at) => [
    clock.attachAs(String(at))(video as unknown as HTMLVideoElement),
    clock.paintAs(String(at))(canvases[at] as unknown as HTMLCanvasElement),
  ])
  return { clock, videos, canvases, close: () => letGo.forEach((letGoOf) => letGoOf()) }
}

const spread = (videos: readonly FakeVideo[]) => {
  const times = videos.map(({ currentTime }) => currentTime)
  return Math.max(...times) - Math.min(...times)
}
const settled = (videos: readonly FakeVideo[]) => !videos.some(({ seeking }) => seeking)

const drawn = (canvases: readonly FakeCanvas[]) => canvases.map(({ drawn }) => drawn)
const apart = (frames: readonly number[]) => Math.max(...frames) - Math.min(...frames)

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
    const { clock, videos, canvases } = stage()
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
    expect(canvases[0]?.drawn).toBeGreaterThan(frameOf(held) + 5)
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

  it('draws the frames that all have come to, however late one of them shows its own', () => {
    const { clock, videos, canvases } = stage()
    run(videos, 1)
    expect(drawn(canvases)).toEqual([0, 0, 0, 0])
    clock.toggle()
    const pictures = Array.from({ length: 60 }, () => {
      run(videos, display)
      return drawn(canvases)
    })
    expect(Math.max(...pictures.map(apart))).toBe(0)
    expect(new Set(pictures.map(([first]) => first)).size).toBeGreaterThan(12)
    expect(Math.max(...videos.map(({ shown }) => shown))).toBeGreaterThan(
      Math.min(...videos.map(({ shown }) => shown)) + 1,
    )
    expect(FakeFrame.open).toBeLessThanOrEqual(16)
  })

  it('has come only when people see the frame, and then each step is drawn', () => {
    const { clock, videos, canvases } = stage()
    run(videos, 1)
    clock.seek(2)
    while (clock.state().gathering) run(videos, display)
    expect(drawn(canvases)).toEqual([48, 48, 48, 48])
    clock.step(-1)
    while (clock.state().gathering) run(videos, display)
    expect(drawn(canvases)).toEqual([47, 47, 47, 47])
  })

  it('shows places on the way to somebody who drags', () => {
    const { clock, videos, canvases } = stage()
    run(videos, 1)
    const seen = new Set<number>()
    for (let at = 0; at < 120; at += 1) {
      clock.seek(1 + at / frameRate)
      run(videos, display)
      expect(apart(drawn(canvases))).toBe(0)
      seen.add(canvases[0]?.drawn ?? -1)
    }
    expect(seen.size).toBeGreaterThan(3)
    run(videos, 2)
    expect(drawn(canvases)).toEqual(Array(4).fill(24 + 119))
  })

  it('goes on with a clip whose frames lie elsewhere than they should', () => {
    const { clock, videos } = stage()
    run(videos, 1)
    const [first] = videos
    if (!first) throw new Error('There are four.')
    Object.defineProperty(first, 'shown', { get: () => 3, set: () => undefined })
    clock.seek(4)
    run(videos, 0.5)
    expect(clock.state().gathering).toBe(true)
    run(videos, 1)
    expect(clock.state().gathering).toBe(false)
  })

  it('gives all frames back, and works where there are none', () => {
    const { clock, videos, close } = stage()
    run(videos, 1)
    clock.toggle()
    run(videos, 1)
    close()
    expect(FakeFrame.open).toBe(0)
    vi.stubGlobal('VideoFrame', undefined)
    const { clock: plain, videos: others, canvases } = stage()
    run(others, 1)
    plain.toggle()
    expect(run(others, 1)).toBeLessThan(frame)
    expect(others[0]?.currentTime).toBeGreaterThan(0.8)
    expect(drawn(canvases)).toEqual([-1, -1, -1, -1])
  })
})
