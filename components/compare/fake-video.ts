/** A video element's clock without its picture: it starts late, seeks slowly and runs a little wrong. */
export class FakeVideo extends EventTarget {
  readonly HAVE_CURRENT_DATA = 2
  readonly HAVE_FUTURE_DATA = 3
  readyState = 4
  error: MediaError | null = null
  paused = true
  muted = true
  playbackRate = 1
  plays = 0
  private time = 0
  private busyFor = 0

  constructor(
    readonly duration: number,
    /** Seconds. */
    private readonly late: { start: number; seek: number },
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
