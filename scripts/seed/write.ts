import type pg from 'pg'
import type { SeedRow } from './rows'

/** Authors of seeded work. They have no way to sign in. */
export const people = [
  { id: 'seed-mei', name: '林梅' },
  { id: 'seed-jonas', name: 'Jonas Weber' },
  { id: 'seed-amara', name: 'Amara Okafor' },
  { id: 'seed-chen', name: '陈晓' },
  { id: 'seed-lucia', name: 'Lucía Ferrer' },
  { id: 'seed-tom', name: 'Tom Hale' },
]

export async function writePeople(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO "user" (id, name, email, role)
     SELECT id, name, id || '@seed.invalid', 'creator' FROM jsonb_to_recordset($1) AS p(id text, name text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(people)],
  )
}

const taskColumns = [
  ...['id', 'idempotency_key', 'input_hash', 'take_group', 'author_id', 'visibility', 'model'],
  ...['line', 'input', 'prompt', 'warnings', 'title', 'hidden_at', 'picked_by_id', 'picked_at'],
  ...['status', 'progress', 'gateway_task_id', 'created_at', 'sent_at', 'submitted_at'],
  ...['processing_at', 'completed_at', 'estimate', 'actual', 'archive', 'saved_at', 'video_key'],
  ...['poster_key', 'thumbhash', 'width', 'height', 'duration', 'sound', 'bytes', 'sha256'],
].join(', ')

/** Writes a batch; tasks that are there already stay as they are. Returns how many were not. */
export async function writeRows(client: pg.Client, rows: readonly SeedRow[]): Promise<number> {
  const { rows: written } = await client.query<{ id: string }>(
    `INSERT INTO task (${taskColumns}, words)
     SELECT ${taskColumns}, array_to_tsvector(string_to_array(found.words, ' '))
     FROM jsonb_populate_recordset(NULL::task, $1)
     JOIN unnest($2::uuid[], $3::text[]) AS found(id, words) USING (id)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      JSON.stringify(rows.map(({ task }) => ({ ...task, words: undefined }))),
      rows.map(({ task }) => task.id),
      rows.map(({ task }) => task.words),
    ],
  )
  const isNew = new Set(written.map(({ id }) => id))
  const made = rows.filter(({ task }) => isNew.has(String(task.id)))
  const hanging = <Row>(of: (row: SeedRow) => Row[]) =>
    JSON.stringify(
      made.flatMap((row) => of(row).map((value) => ({ task_id: row.task.id, ...value }))),
    )
  await client.query(
    `INSERT INTO task_tag SELECT * FROM jsonb_populate_recordset(NULL::task_tag, $1)`,
    [hanging(({ tags }) => tags.map((tag) => ({ tag })))],
  )
  await client.query(
    `INSERT INTO favourite (user_id, task_id)
     SELECT user_id, task_id FROM jsonb_populate_recordset(NULL::favourite, $1)`,
    [hanging(({ favourites }) => favourites.map((user_id) => ({ user_id })))],
  )
  await client.query(
    `INSERT INTO note (id, task_id, author_id, text, start, created_at)
     SELECT gen_random_uuid(), n.task_id, n.author_id, n.text, n.start, t.completed_at
     FROM jsonb_populate_recordset(NULL::note, $1) n JOIN task t ON t.id = n.task_id`,
    [hanging(({ note }) => (note ? [note] : []))],
  )
  return written.length
}

/** Removes seeded tasks with all that hangs on them, and their authors where nothing else is theirs. */
export async function removeRows(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `DELETE FROM task WHERE idempotency_key LIKE 'seed-%' AND gateway_task_id LIKE 'seed-%'`,
  )
  await client.query(
    `DELETE FROM "user" u WHERE id LIKE 'seed-%'
       AND NOT EXISTS (SELECT FROM task WHERE author_id = u.id)
       AND NOT EXISTS (SELECT FROM note WHERE author_id = u.id)`,
  )
  return rowCount ?? 0
}

/** Without this the planner knows nothing of the rows, and indexes are not read alone. */
export async function tidy(client: pg.Client): Promise<void> {
  for (const table of ['task', 'task_tag', 'favourite', 'note', '"user"']) {
    await client.query(`VACUUM (ANALYZE) ${table}`)
  }
}
