import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { mediaSchema } from '@/lib/schemas/media'
import { appUrl } from './support/addresses'
import { expect, test } from './support/test'

const nobody = '019c2f6e-5b1a-7c3d-8e4f-a1b2c3d4e5f6'
const documents: [path: string, status: number][] = [
  ['/', 200],
  ['/gallery', 200],
  ['/assets', 200],
  ['/compare', 200],
  ['/settings', 200],
  [`/tasks/${nobody}`, 404],
  ['/nowhere', 404],
  ['/nowhere/at/all', 404],
  ['/share/of-nothing', 404],
  ['/share/of-nothing/nor-this', 404],
]

for (const [path, status] of documents) {
  test(`${path} lets no script run but ours`, async () => {
    const response = await fetch(`${appUrl}${path}`)
    expect(response.status).toBe(status)
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1]
    expect(nonce).toBeDefined()
    expect(policy).toContain("object-src 'none'; base-uri 'none'")
    expect(response.headers.get('cache-control')).toContain('no-store')
    const html = await response.text()
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i)

    const again = await fetch(`${appUrl}${path}`)
    expect(again.headers.get('content-security-policy')).not.toContain(nonce)
  })
}

test('words that are written into a page all the same run nothing', async ({
  page,
  complaints,
}) => {
  await page.goto('/')
  await page.evaluate(() => {
    const made = document.createElement('p')
    made.innerHTML = '<img src="data:," onerror="document.title=`struck`">'
    document.body.append(made)
  })
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
  expect(await page.title()).not.toBe('struck')
  complaints.length = 0
})

for (const way of ['by its length', 'in chunks'] as const) {
  test(`12 MB sent ${way} arrive whole`, async () => {
    const edge = 2_100
    const bytes = await sharp(randomBytes(edge * edge * 3), {
      raw: { width: edge, height: edge, channels: 3 },
    })
      .png({ compressionLevel: 0 })
      .toBuffer()
    expect(bytes.length).toBeGreaterThan(12 * 1024 * 1024)

    const boundary = 'of-the-test'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="noise.png"\r\ncontent-type: image/png\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
    const response = await fetch(`${appUrl}/api/media`, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: way === 'in chunks' ? new Blob([body]).stream() : body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(201)
    const { id } = mediaSchema.parse(await response.json())
    const content = await fetch(`${appUrl}/api/media/${id}/content`)
    expect(sha256(Buffer.from(await content.arrayBuffer()))).toBe(sha256(bytes))
  })
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
