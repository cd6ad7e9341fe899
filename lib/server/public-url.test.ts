import { expect, it } from 'vitest'
import { isPublicUrl } from './public-url'

it.each([
  ['https://clips.s3.eu-west-1.amazonaws.com/a.mp4', true],
  ['https://media.dailies.studio:8443/a.mp4', true],
  ['https://203.0.113.9/a.mp4', false],
  ['https://8.8.8.8/a.mp4', true],
  ['https://[2606:4700::1111]/a.mp4', true],
  ['https://[::1]/a.mp4', false],
  ['https://127.0.0.1/a.mp4', false],
  ['https://10.1.2.3:9000/a.mp4', false],
  ['http://media.dailies.studio/a.mp4', false],
  ['https://localhost/a.mp4', false],
  ['https://minio/a.mp4', false],
  ['https://minio.internal/a.mp4', false],
  ['https://nas.local./a.mp4', false],
])('%s: %s', (url, expected) => {
  expect(isPublicUrl(url)).toBe(expected)
})
