import { ADTS, FLAC, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from 'mediabunny'

/** @typedef {import('./mime').MediaType} MediaType */
/** @typedef {import('./probe').ProbedMedia} ProbedMedia */

/**
 * What a container is called when it holds a picture, and when it holds sound alone.
 * @type {readonly (readonly [import('mediabunny').InputFormat, MediaType | null, MediaType])[]}
 */
const containers = [
  [MP4, 'video/mp4', 'audio/mp4'],
  [QTFF, 'video/quicktime', 'audio/mp4'],
  [WEBM, 'video/webm', 'audio/webm'],
  [MATROSKA, 'video/x-matroska', 'audio/x-matroska'],
  [MP3, null, 'audio/mpeg'],
  [WAVE, null, 'audio/wav'],
  [OGG, null, 'audio/ogg'],
  [FLAC, null, 'audio/flac'],
  [ADTS, null, 'audio/aac'],
]

export const probedFormats = containers.map(([format]) => format)

/**
 * What a container says of the clip or the sound in it; null when neither is there. Throws on what it
 * cannot read. Plain JavaScript, because a worker loads it as it is.
 * @param {import('mediabunny').Input} input
 * @returns {Promise<ProbedMedia | null>}
 */
export async function probeInput(input) {
  const format = await input.getFormat()
  const [, videoType, audioType] = containers.find(([known]) => known === format) ?? []
  const picture = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
  if (picture && videoType) {
    const [width, height, duration, stats, codec] = await Promise.all([
      picture.getDisplayWidth(),
      picture.getDisplayHeight(),
      picture.computeDuration(),
      picture.computePacketStats(100),
      picture.getCodec(),
    ])
    const fps = stats.averagePacketRate
    if (![width, height, duration, fps].every(isPositive)) return null
    const facts = { width, height, duration, fps, codec, hasAudio: sound !== null }
    return { kind: 'video', type: videoType, facts }
  }
  if (sound && audioType) {
    const [duration, rate, channels, codec] = await Promise.all([
      sound.computeDuration(),
      sound.getSampleRate(),
      sound.getNumberOfChannels(),
      sound.getCodec(),
    ])
    if (![duration, rate, channels].every(isPositive)) return null
    return { kind: 'audio', type: audioType, facts: { duration, codec } }
  }
  return null
}

/** @param {number} value */
function isPositive(value) {
  return Number.isFinite(value) && value > 0
}
