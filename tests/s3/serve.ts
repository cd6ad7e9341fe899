/** An S3 server for a process of its own: `S3_PORT`, and `S3_ORIGINS` whose pages may upload, by comma. */
import { startS3 } from './s3-server'

const { S3_PORT, S3_ORIGINS } = process.env

const server = await startS3({
  port: Number(S3_PORT || 0),
  origins: S3_ORIGINS ? S3_ORIGINS.split(',') : [],
})
for (const [name, value] of Object.entries(server.variables)) console.log(`${name}=${value}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)))
}
