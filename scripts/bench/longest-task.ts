/** An event of Chromium's trace; times in microseconds. */
type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
}

export type LongestTask = {
  /** Milliseconds that the thread really ran. */
  longest: number
  /** What it was made of. */
  why: string
}

const kinds = {
  script: ['FunctionCall', 'EvaluateScript', 'v8.callFunction', 'RunMicrotasks'],
  style: ['UpdateLayoutTree'],
  layout: ['Layout'],
  painting: ['PrePaint', 'Paint', 'Layerize', 'Commit'],
  'garbage collection': ['MajorGC', 'MinorGC'],
}

/**
 * The longest task of the page's own thread in a trace. Nothing that the thread does is left out, the
 * browser's style, layout, painting and garbage collection included; but it is the thread's own time, which
 * other programs of the machine do not prolong. The throttling of the CPU is in it.
 */
export function longestTask(trace: Buffer): LongestTask {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString())
  const spans = traceEvents.filter(({ ph }) => ph === 'X')
  const page = busiest(spans.filter(({ name }) => name === 'UpdateLayoutTree'))
  const own = spans.filter(({ pid, tid }) => `${pid} ${tid}` === page)
  const ran = ({ tdur, dur }: TraceEvent) => (tdur ?? dur ?? 0) / 1000
  const [task] = own
    .filter(({ name }) => name.endsWith('RunTask'))
    .sort((one, other) => ran(other) - ran(one))
  if (!task) throw new Error('The trace has no tasks of the page.')
  const end = task.ts + (task.dur ?? 0)
  const inside = own.filter(({ ts }) => ts >= task.ts && ts < end)
  const parts = Object.entries(kinds).map(([kind, names]) => {
    const outer = outermost(inside.filter(({ name }) => names.includes(name)))
    return { kind, ms: outer.reduce((sum, span) => sum + ran(span), 0) }
  })
  const told = parts.filter(({ ms }) => ms >= 1).map(({ kind, ms }) => `${kind} ${ms.toFixed(0)}`)
  return { longest: ran(task), why: told.join(', ') }
}

function busiest(spans: readonly TraceEvent[]): string {
  const counts = new Map<string, number>()
  for (const { pid, tid } of spans) {
    const thread = `${pid} ${tid}`
    counts.set(thread, (counts.get(thread) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
}

/** Without those that lie in others of them. */
function outermost(spans: readonly TraceEvent[]): TraceEvent[] {
  const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur
  return spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other !== span &&
          other.ts <= span.ts &&
          endOf(other) >= endOf(span) &&
          (other.dur ?? 0) > (span.dur ?? 0),
      ),
  )
}
