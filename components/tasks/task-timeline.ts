import type { Task } from '@/lib/schemas/task'

export type TimelineStep = {
  id: 'submitting' | 'queued' | 'processing' | 'completed' | 'failed' | 'saved'
  /** ISO; null while it has not happened. */
  at: string | null
  /** Milliseconds until the next step; null for the last that happened. */
  lasted: number | null
}

/** The states a task went through, with their times. */
export function timelineOf(task: Task): TimelineStep[] {
  const ended = task.status === 'failed' ? 'failed' : 'completed'
  const steps: { id: TimelineStep['id']; at: string | null }[] = [
    { id: 'submitting', at: task.created_at },
    { id: 'queued', at: task.submitted_at },
    { id: 'processing', at: task.processing_at },
    { id: ended, at: task.completed_at },
    { id: 'saved', at: task.archive.saved_at },
  ]
  const happened = steps.filter(({ at }) => at !== null)
  return happened.map((step, index) => {
    const next = happened[index + 1]?.at
    const lasted = next && step.at ? Math.max(0, Date.parse(next) - Date.parse(step.at)) : null
    return { ...step, lasted }
  })
}

/** Milliseconds from the first step to the last; null while there is only one. */
export function timelineLength(steps: readonly TimelineStep[]): number | null {
  if (steps.length < 2) return null
  return steps.reduce((total, { lasted }) => total + (lasted ?? 0), 0)
}
