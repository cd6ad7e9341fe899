import { expect, test } from 'vitest'
import type { MediaType } from '@/lib/server/media/mime'
import { mediaName } from './media-name'

const cases: [given: string, type: MediaType, name: string][] = [
  ['photo.jpg', 'image/jpeg', 'photo.jpg'],
  ['Photo.JPEG', 'image/jpeg', 'Photo.JPEG'],
  ['photo.jpg', 'image/png', 'photo.png'],
  ['photo', 'image/png', 'photo.png'],
  ['a.b.c.png', 'image/png', 'a.b.c.png'],
  ['page.html', 'image/gif', 'page.gif'],
  ['photo.png.exe', 'image/png', 'photo.png.png'],
  ['v2.0 final', 'video/mp4', 'v2.0 final.mp4'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['..\\..\\windows\\system32\\cmd.exe', 'image/png', 'cmd.png'],
  ['/etc/shadow/', 'image/png', 'shadow.png'],
  ['C:\\photos\\cat.png', 'image/png', 'cat.png'],
  ['....png', 'image/png', 'png.png'],
  ['.htaccess', 'image/png', 'htaccess.png'],
  ['a\0b\r\nc.png', 'image/png', 'abc.png'],
  ['\u202egnp.exe', 'image/png', 'gnp.png'],
  ['<img src=x>.png', 'image/png', 'img src=x-.png'],
  ['', 'audio/mpeg', 'file.mp3'],
  ['..', 'video/mp4', 'file.mp4'],
  ['猫の写真.heic', 'image/heic', '猫の写真.heic'],
  ['🎬'.repeat(200), 'video/mp4', `${'🎬'.repeat(120)}.mp4`],
]

test.each(cases)('%j as %s is %j', (given, type, name) => {
  expect(mediaName(given, type)).toBe(name)
})
