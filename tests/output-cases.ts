import { link, type ProtocolFacts } from './protocol-facts'
import { judged, refused, taken, type Case } from './rule-case'

export function secondsCases({ seconds: [min, max], doubtedBelow }: ProtocolFacts): Case[] {
  const outside = [min - 1, max + 1, -1, 0].filter((value) => value < min || value > max)
  return [
    ...[min, doubtedBelow - 1, doubtedBelow, max]
      .filter((value) => value >= min)
      .map((duration) =>
        judged(
          duration < doubtedBelow ? 'doubted' : 'taken',
          `${duration} s`,
          { duration },
          'duration',
          'duration',
        ),
      ),
    ...[...new Set(outside)].map((duration) =>
      refused(`${duration} s`, { duration }, 'duration', 'duration_out_of_range'),
    ),
    refused('5.5 s', { duration: 5.5 }, 'duration', 'not_whole_number'),
    refused('seconds as text', { duration: '5' }, 'duration', 'not_whole_number'),
    taken('no seconds', {}),
  ]
}

export function ratioCases({ ratios }: ProtocolFacts): Case[] {
  const others = ['21:9', '4:3', '3:4', 'Adaptive', '2:1', '16x9'].filter(
    (ratio) => !ratios.includes(ratio),
  )
  return [
    ...ratios.map((ratio) => taken(`ratio ${ratio}`, { ratio })),
    ...others.map((ratio) => refused(`ratio ${ratio}`, { ratio }, 'ratio', 'ratio_not_offered')),
    taken('orientation landscape', { orientation: 'landscape' }),
    taken('orientation portrait under a ratio', { orientation: 'portrait', ratio: '1:1' }),
    refused('orientation square', { orientation: 'square' }, 'orientation', 'orientation_unknown', {
      ours: true,
    }),
  ]
}

export function resolutionCases({ resolutions, doubtedResolutions }: ProtocolFacts): Case[] {
  const fixed = resolutions.length === 1
  const others = ['480p', '720p', '1080p', '2k', '4k', '720'].filter(
    (resolution) => !resolutions.includes(resolution),
  )
  return [
    ...resolutions.map((resolution) =>
      judged(
        doubtedResolutions.includes(resolution) ? 'doubted' : 'taken',
        `resolution ${resolution}`,
        { resolution },
        'resolution',
        'resolution',
      ),
    ),
    ...others.map((resolution) =>
      fixed
        ? refused(`resolution ${resolution}`, { resolution }, 'resolution', 'resolution_fixed', {
            ours: true,
          })
        : refused(
            `resolution ${resolution}`,
            { resolution },
            'resolution',
            'resolution_not_offered',
          ),
    ),
  ]
}

export function promptCases({ promptMax, promptOnly, images }: ProtocolFacts): Case[] {
  const edge = promptMax ?? 5000
  const beyond = (prompt: string, name: string): Case =>
    promptMax === null
      ? taken(name, { prompt })
      : refused(name, { prompt }, 'prompt', 'prompt_too_long')
  return [
    taken(`a prompt of ${edge} characters`, { prompt: 'a'.repeat(edge) }),
    taken(`a prompt of ${edge} characters outside the BMP`, { prompt: '🏮'.repeat(edge) }),
    beyond('a'.repeat(edge + 1), `a prompt of ${edge + 1} characters`),
    beyond('🏮'.repeat(edge + 1), `a prompt of ${edge + 1} characters outside the BMP`),
    refused('a blank prompt', { prompt: ' \n\t' }, 'prompt', 'required'),
    refused('an empty prompt', { prompt: '' }, 'prompt', 'required'),
    refused('a prompt that is no text', { prompt: 7 }, 'prompt', 'not_text'),
    ...(images[0] > 0
      ? [
          judged(
            promptOnly,
            'X17 a prompt alone',
            { images: [], reference_videos: [] },
            'prompt',
            'prompt_only',
          ),
        ]
      : []),
  ]
}

export function fieldCases(): Case[] {
  return [
    refused('an unknown field', { seed: 7 }, 'seed', 'unknown_field', { ours: true }),
    refused('images that are no list', { images: link('image') }, 'images', 'not_list'),
    refused('an image that is no text', { images: [7] }, 'images.0', 'not_text'),
    refused('a frame that is no text', { first_image: 7 }, 'first_image', 'not_text'),
  ]
}
