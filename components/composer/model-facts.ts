import type { I18n } from '@/lib/client/i18n'
import { durationRange, type Model } from '@/lib/models/capabilities'
import type { Settings } from '@/lib/models/settings'

/** `480–1080p`, or the one there is. */
export function resolutionSpan(model: Model): string {
  const [first = '', ...rest] = model.resolution.values
  const last = rest.at(-1)
  return last === undefined ? first : `${first.replace(/p$/, '')}–${last}`
}

/** `480 · 720 · 1080p`. */
export function resolutionList(model: Model): string {
  const { values } = model.resolution
  return values
    .map((value, at) => (at < values.length - 1 ? value.replace(/p$/, '') : value))
    .join(' · ')
}

/** `4–15 s`. */
export function secondsSpan(model: Model, settings: Settings, t: I18n['t']): string {
  const { min, max } = durationRange(model, settings)
  return t('composer.model.seconds', { min, max })
}
