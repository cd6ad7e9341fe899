import { describe, expect, it } from 'vitest'
import { kindOfFile, kindOfName } from './upload-kind'

describe('kindOfName', () => {
  it.each([
    ['https://a.example/1.JPG', 'image'],
    ['https://a.example/clip.mp4?token=a.png', 'video'],
    ['https://a.example/wind.wav#t=3', 'audio'],
    ['https://a.example/file', null],
    ['https://a.example', null],
    ['asset://asset-1', null],
  ])('%s is %s', (reference, kind) => {
    expect(kindOfName(reference)).toBe(kind)
  })
})

describe('kindOfFile', () => {
  it.each([
    ['its type', { name: 'a', type: 'audio/mpeg' }, 'audio'],
    ['its type before its name', { name: 'a.png', type: 'video/mp4' }, 'video'],
    ['its name where systems know no type', { name: 'IMG_1.HEIC', type: '' }, 'image'],
    ['a name with spaces', { name: 'my song.flac', type: '' }, 'audio'],
    ['an image where nothing is told', { name: 'README', type: 'text/plain' }, 'image'],
  ])('goes by %s', (_, file, kind) => {
    expect(kindOfFile(file)).toBe(kind)
  })
})
