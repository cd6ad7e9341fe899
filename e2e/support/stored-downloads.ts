import { expect, type APIRequestContext } from '@playwright/test'
import type { Task } from '@/lib/schemas/task'
import { zipManifestSchema } from '@/lib/schemas/zip'
import { readZip } from '@/tests/zip-reader'

/** What is wrong with the names of what is downloaded, and with what lies beside the clips. */
export async function downloadsOf(
  request: APIRequestContext,
  tasks: readonly Task[],
): Promise<string[]> {
  const ids = tasks.map(({ id }) => id)
  for (const id of ids) {
    const headers = (await request.head(`/api/tasks/${id}/download`)).headers()
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"\\/]+\.mp4"(;.*)?$/)
    expect(headers['content-security-policy']).toContain('sandbox')
  }
  const zip = await request.get(`/api/tasks/zip?ids=${ids.join(',')}`)
  const entries = readZip(await zip.body())
  for (const { name } of entries) {
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\u202a-\u202e\u2066-\u2069]|^[\s.~-]|[\s.]$/u)
  }
  const read = (name: string) =>
    entries.find((entry) => entry.name === name)?.bytes.toString() ?? ''
  const { clips } = zipManifestSchema.parse(JSON.parse(read('manifest.json')))
  const titles = new Map(clips.map((clip) => [clip.id, clip.title]))
  expect(tasks.map(({ id }) => titles.get(id))).toEqual(tasks.map(({ title }) => title))
  // A cell begins after a comma or a line's end; a sheet takes none of these for words.
  const cells = read('manifest.csv').matchAll(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^,\r\n]*)(?=,|\r\n|$)/g)
  const risky = [...cells]
    .map(([, cell = '']) => cell)
    .filter((cell) => /^"?[=+\-@\t\r＝]/.test(cell))
  expect(risky).toEqual([])
  return []
}
