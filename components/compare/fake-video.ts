import { frameOf, frameRate } from '@/components/player/timecode'

/** Seconds. */
type Late = {
  start: number
  seek: number
  /** Between its clock coming to a frame and people seeing it. */
  show: number
}

/** A video element that starts late, seeks slowly, shows its frames late and runs a little wrong. */
export class FakeVideo extends EventTarget {
  readonly HAVE_CURRENT_DATA = 2
  readonly HAVE_FUTURE_DATA = 3
  readyState = 4
  error: MediaError | null = null
  paused = true
  muted = true
  playbackRate = 1
  plays = 0
  /** The number of the frame that people see. */
  shown = 0
  private time = 0
  private busyFor = 0
  private passed = 0
  private coming: { frame: number; at: number }[] = []

  constructor(
    readonly duration: number,
    private readonly late: Late,
    /** Its clock against the true one. */
    private readonly pace = 1,
  ) {
    super()
  }

  get currentTime(): number {
    return this.time
  }

  set currentTime(time: number) {
    this.time = Math.min(this.duration, Math.max(0, time))
    this.seekLeft = this.late.seek
  }

  private seekLeft = 0

  get seeking(): boolean {
    return this.seekLeft > 0
  }

  get ended(): boolean {
    return this.time >= this.duration
  }

  play(): Promise<void> {
    this.plays += 1
    this.paused = false
    this.busyFor = this.late.start
    return Promise.resolve()
  }

  pause(): void {
    this.paused = true
  }

  /** Lets time pass, and tells of what happened in it. */
  pass(seconds: number): void {
    this.advance(seconds)
    this.passed += seconds
    const frame = Math.min(frameOf(this.time), Math.ceil(this.duration * frameRate) - 1)
    const last = this.coming.at(-1)?.frame ?? this.shown
    if (frame !== last && !this.seeking) {
      this.coming.push({ frame, at: this.passed + this.late.show })
    }
    while (this.coming[0] && this.coming[0].at <= this.passed) {
      this.shown = this.coming.shift()?.frame ?? 0
    }
  }

  private advance(seconds: number): void {
    if (this.seekLeft > 0) {
      this.seekLeft = Math.max(0, this.seekLeft - seconds)
      if (this.seekLeft === 0) this.dispatchEvent(new Event('seeked'))
      return
    }
    if (this.paused || this.readyState < 3) return
    const lost = Math.min(this.busyFor, seconds)
    this.busyFor -= lost
    this.time = Math.min(
      this.duration,
      this.time + (seconds - lost) * this.playbackRate * this.pace,
    )
    if (!this.ended) return
    this.paused = true
    this.dispatchEvent(new Event('ended'))
  }
}

/** What `new VideoFrame(video)` gives of it. */
export class FakeFrame {
  readonly displayWidth = 480
  readonly displayHeight = 270
  readonly timestamp: number

  constructor(video: FakeVideo) {
    this.timestamp = (video.shown / frameRate) * 1e6
    FakeFrame.open += 1
  }

  close(): void {
    FakeFrame.open -= 1
  }

  /** How many were not closed. */
  static open = 0
}

/** A canvas that knows which frame was drawn to it last. */
export class FakeCanvas {
  width = 0
  height = 0
  drawn = -1

  getContext() {
    return {
      drawImage: ({ timestamp }: FakeFrame) => {
        this.drawn = frameOf(timestamp / 1e6)
      },
    }
  }
}
