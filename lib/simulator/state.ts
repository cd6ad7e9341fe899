import type { Journal } from './journal'
import type {
  AssetRecord,
  Entry,
  FaultRecord,
  RequestRecord,
  TaskRecord,
  UploadRecord,
} from './records'

/** Polls are many and tell little once they are old. */
const requestsKept = 20_000

/** Of assets in journals of the time before material was fetched. */
const unknownReview = { material: [], refusal: null, expires_ms: null }

export type State = {
  readonly tasks: ReadonlyMap<string, TaskRecord>
  readonly uploads: ReadonlyMap<string, UploadRecord>
  readonly assets: ReadonlyMap<string, AssetRecord>
  /** Scripted faults with uses left, oldest first. */
  readonly faults: readonly FaultRecord[]
  readonly requests: readonly RequestRecord[]
  /** How far the clock was moved ahead of real time. */
  readonly advancedMs: number
  readonly toppedUp: number
  /** Signs links. */
  readonly secret: string
  /** Writes the entry down, then applies it. */
  commit(entry: Entry): void
  /** Remembers a request until the process ends. */
  note(request: RequestRecord): void
}

/** Everything is a fold over the journal, so opening it again yields the same state. */
export function createState(journal: Journal<Entry>, newSecret: () => string): State {
  const tasks = new Map<string, TaskRecord>()
  const uploads = new Map<string, UploadRecord>()
  const assets = new Map<string, AssetRecord>()
  const requests: RequestRecord[] = []
  let faults: FaultRecord[] = []
  let advancedMs = 0
  let toppedUp = 0
  let secret = ''

  function note(request: RequestRecord): void {
    requests.push(request)
    if (requests.length > requestsKept) requests.splice(0, requests.length - requestsKept)
  }

  /** Journals of the time before material was fetched know of none. */
  function apply(entry: Entry): void {
    switch (entry.type) {
      case 'opened':
        secret = entry.secret
        break
      case 'task':
        tasks.set(entry.task.id, Object.assign({ material: [] }, entry.task))
        break
      case 'material': {
        const task = tasks.get(entry.task_id)
        const { material, ending } = entry
        if (task !== undefined) tasks.set(task.id, { ...task, material, ending })
        break
      }
      case 'create_request':
        note(entry.request)
        break
      case 'upload':
        uploads.set(entry.upload.id, entry.upload)
        break
      case 'uploads_expired':
        for (const upload of uploads.values()) uploads.set(upload.id, { ...upload, expired: true })
        break
      case 'asset':
        assets.set(entry.asset.id, Object.assign({ ...unknownReview }, entry.asset))
        break
      case 'fault':
        faults.push(entry.fault)
        break
      case 'fault_used':
        faults = faults
          .map((fault) => (fault.id === entry.id ? spent(fault) : fault))
          .filter((fault) => fault.times !== 0)
        break
      case 'faults_cleared':
        faults = []
        break
      case 'clock':
        advancedMs += entry.advance_ms
        break
      case 'top_up':
        toppedUp += entry.amount
        break
    }
  }

  function commit(entry: Entry): void {
    journal.append(entry)
    apply(entry)
  }

  for (const entry of journal.entries) apply(entry)
  if (secret === '') commit({ type: 'opened', secret: newSecret() })

  return {
    tasks,
    uploads,
    assets,
    requests,
    commit,
    note,
    get faults() {
      return faults
    },
    get advancedMs() {
      return advancedMs
    },
    get toppedUp() {
      return toppedUp
    },
    get secret() {
      return secret
    },
  }
}

function spent(fault: FaultRecord): FaultRecord {
  return { ...fault, times: fault.times === null ? null : fault.times - 1 }
}
