import { expect, it } from 'vitest'
import { extensionOf, looksLikeImage, mediaIdOf, mediaReference, readReference } from './reference'

it.each([
  ['https://media.example/a.jpg', { scheme: 'https' }],
  ['HTTPS://media.example/灯笼.jpg', { scheme: 'https' }],
  ['https://media.example:8443/a?x=%20#y', { scheme: 'https' }],
  ['asset://asset-2026_1', { scheme: 'asset' }],
  ['media://0198c0de-aaaa-7bbb-8ccc-0123456789ab', { scheme: 'media' }],
  ['media://0198C0DE-AAAA-7BBB-8CCC-0123456789AB', { fault: 'media_without_id' }],
  ['media://0198c0de-aaaa-7bbb-8ccc-0123456789ab/x', { fault: 'media_without_id' }],
  ['media://', { fault: 'media_without_id' }],
  ['http://media.example/a.jpg', { fault: 'link_not_secure' }],
  ['https://me@media.example/a.jpg', { fault: 'link_with_password' }],
  ['https://me:secret@media.example/a.jpg', { fault: 'link_with_password' }],
  ['asset://', { fault: 'asset_without_id' }],
  ['asset:// a', { fault: 'asset_without_id' }],
  ['ASSET://a', { fault: 'reference_unreadable' }],
  ['https://', { fault: 'reference_unreadable' }],
  ['https:media.example/a.jpg', { fault: 'reference_unreadable' }],
  ['https://media.example/a b.jpg', { fault: 'reference_unreadable' }],
  [' https://media.example/a.jpg', { fault: 'reference_unreadable' }],
  ['https://media.example:99999/a.jpg', { fault: 'reference_unreadable' }],
  ['data:image/png;base64,AAAA', { fault: 'reference_unreadable' }],
  ['javascript:alert(1)', { fault: 'reference_unreadable' }],
  ['media.example/a.jpg', { fault: 'reference_unreadable' }],
])('%j reads as %j', (reference, read) => {
  expect(readReference(reference)).toEqual(read)
})

it.each([
  ['https://a.example/b.JPG', 'jpg'],
  ['https://a.example/b.tar.gif?c=.png', 'gif'],
  ['https://a.example/b.webp#c.d', 'webp'],
  ['https://a.example/.png', ''],
  ['https://a.example/b', ''],
  ['asset://b', ''],
])('%s ends in %j', (reference, extension) => {
  expect(extensionOf(reference)).toBe(extension)
})

it.each([
  ['https://a.example/b.jpeg', true],
  ['https://a.example/b.PNG?x', true],
  ['https://a.example/b.mp4', false],
  ['https://a.example/jpg', false],
])('%s looks like an image: %s', (reference, looks) => {
  expect(looksLikeImage(reference)).toBe(looks)
})

it('an item of ours is named by its id, there and back', () => {
  const id = '0198c0de-aaaa-7bbb-8ccc-0123456789ab'
  expect(mediaIdOf(mediaReference(id))).toBe(id)
  expect(mediaIdOf('asset://a')).toBeNull()
})
