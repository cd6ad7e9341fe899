import { asset, link, references, type ProtocolFacts } from './protocol-facts'
import { judged, refused, taken, verdictOf, type Case } from './rule-case'

export function countCases(facts: ProtocolFacts): Case[] {
  const { images, clips, sounds, clipsAtAll } = facts
  const withImage = { images: references(facts, 'image', 1) }
  const cases: Case[] = [
    taken(`${images[0]} images`, { images: references(facts, 'image', images[0]) }),
    judged(
      verdictOf[images[1]],
      `${images[0] + 1} images`,
      { images: references(facts, 'image', images[0] + 1) },
      'images',
      'too_many_images',
    ),
  ]
  if (clips[0] === 0) {
    const clip = { reference_videos: references(facts, 'clip', 1) }
    const field = 'reference_videos'
    cases.push(refused('X6 X7 X8 a clip', { ...withImage, ...clip }, field, 'clips_not_taken'))
  } else {
    const [max, certainty] = clips
    cases.push(
      judged(
        clipsAtAll,
        `${max} clips`,
        { reference_videos: references(facts, 'clip', max) },
        'reference_videos',
        'clips',
      ),
      judged(
        verdictOf[certainty],
        `X15 ${max + 1} clips`,
        { reference_videos: references(facts, 'clip', max + 1) },
        'reference_videos',
        'too_many_clips',
      ),
    )
  }
  if (sounds[0] === 0) {
    const sound = { reference_audios: references(facts, 'sound', 1) }
    const field = 'reference_audios'
    cases.push(refused('X5 a sound', { ...withImage, ...sound }, field, 'sounds_not_taken'))
  } else {
    const [max, certainty] = sounds
    cases.push(
      taken(`${max} sounds`, {
        ...withImage,
        reference_audios: references(facts, 'sound', max),
      }),
      judged(
        verdictOf[certainty],
        `${max + 1} sounds`,
        { ...withImage, reference_audios: references(facts, 'sound', max + 1) },
        'reference_audios',
        'too_many_sounds',
      ),
    )
  }
  return cases
}

export function frameCases(facts: ProtocolFacts): Case[] {
  const [first = '', last = '', third = ''] = references(facts, 'image', 3)
  const both = { first_image: first, last_image: last }
  const one = { first_image: first }
  const mixed = facts.firstAlone === 'taken' ? one : both
  const cases: Case[] = [
    taken('both frames', both),
    judged(facts.firstAlone, 'X2 a first frame alone', one, 'last_image', 'last_frame_missing'),
    judged(
      facts.lastAlone,
      'X2 a last frame alone',
      { last_image: last },
      'first_image',
      'first_frame_missing',
    ),
    refused('X1 images and frames', { ...both, images: [third] }, 'images', 'images_with_frames'),
    refused(
      'X1 images and a first frame',
      { ...one, images: [third] },
      'images',
      'images_with_frames',
    ),
    refused(
      'X1 images and a last frame',
      { last_image: last, images: [third] },
      'images',
      'images_with_frames',
    ),
    taken('empty images and frames', { ...mixed, images: [] }),
    taken('images and empty frames', { images: [third], first_image: '', last_image: '' }),
  ]
  if (facts.countsFrames) {
    const images = references(facts, 'image', facts.images[0])
    cases.push(
      refused(
        'X12 as many images as it takes, and a frame',
        { images, first_image: first },
        'images',
        'too_many_images',
      ),
    )
  }
  if (facts.clips[0] > 0) {
    cases.push(
      judged(
        facts.clipsWithFrames,
        'X14 frames and a clip',
        { ...mixed, reference_videos: references(facts, 'clip', 1) },
        'reference_videos',
        'clips_with_frames',
      ),
    )
  }
  return cases
}

export function soundCases(facts: ProtocolFacts): Case[] {
  if (facts.sounds[0] === 0) return []
  const [first = '', last = ''] = references(facts, 'image', 2)
  const sound = { reference_audios: references(facts, 'sound', 1) }
  const cases: Case[] = [
    judged(facts.soundsAlone, 'X3 a sound alone', sound, 'reference_audios', 'sounds_alone'),
    taken('a sound with an image', { images: [first], ...sound }),
    judged(
      facts.soundsWithFrames,
      'X4 X14 a sound with frames',
      { first_image: first, last_image: last, ...sound },
      'reference_audios',
      'sounds_with_frames',
    ),
  ]
  if (facts.clips[0] > 0) {
    cases.push(
      judged(
        facts.clipsAtAll,
        'a sound with a clip',
        { reference_videos: references(facts, 'clip', 1), ...sound },
        'reference_videos',
        'clips',
      ),
    )
  }
  return cases
}

export function referenceCases(facts: ProtocolFacts): Case[] {
  const image = (reference: string) => ({ images: [reference] })
  const frames = (reference: string, other: string) => ({
    first_image: reference,
    last_image: other,
  })
  const cases: Case[] = [
    judged(facts.links, 'X9 a link', image(link('image')), 'images.0', 'link_not_taken'),
    judged(facts.assets, 'X10 X11 an asset', image(asset('image')), 'images.0', 'asset_not_taken'),
    judged(
      facts.links,
      'X9 a link as a frame',
      frames(link('image', 1), link('image', 2)),
      'first_image',
      'link_not_taken',
    ),
    judged(
      facts.assets,
      'X10 X11 an asset as a frame',
      frames(asset('image', 1), asset('image', 2)),
      'last_image',
      'asset_not_taken',
    ),
    refused('http', image('http://media.example/a.jpg'), 'images.0', 'link_not_secure'),
    refused(
      'another scheme',
      image('ftp://media.example/a.jpg'),
      'images.0',
      'reference_unreadable',
    ),
    refused('no scheme', image('media.example/a.jpg'), 'images.0', 'reference_unreadable'),
    refused('an asset without an id', image('asset://'), 'images.0', 'asset_without_id'),
    refused(
      'a link with a password',
      image('https://me:secret@media.example/a.jpg'),
      'images.0',
      'link_with_password',
      { ours: true },
    ),
    refused(
      'the second of two images',
      { images: [...references(facts, 'image', 1), 'nonsense'] },
      'images.1',
      'reference_unreadable',
    ),
    {
      name: 'the same image twice',
      input: { images: [...references(facts, 'image', 1), ...references(facts, 'image', 1)] },
      expect: { warn: 'listed_twice' },
    },
  ]
  if (facts.links === 'taken') {
    const gif = 'https://media.example/a.GIF?size=1'
    cases.push(judged(facts.gif, 'X16 a GIF', image(gif), 'images.0', 'gif'))
  }
  if (facts.clips[0] > 0 && facts.links === 'taken') {
    cases.push(
      judged(
        facts.imageAmongClips,
        'X13 an image among the clips',
        { reference_videos: [link('image')] },
        'reference_videos.0',
        'image_among_clips',
      ),
    )
  }
  return cases
}
