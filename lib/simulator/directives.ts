import type { Fault } from './fault'
import { invented } from './invented'

/**
 * Words in a prompt that let anyone see any state of the product without writing a script. The
 * texts are those that clients have met (protocol §8.1), save where they say otherwise.
 */
const directives: Readonly<Record<string, Fault>> = {
  'sim:moderation': { kind: 'fail', error_message: '[SY_ERR:10] PROVIDER_MODERATION_ERROR' },
  'sim:trademark': {
    kind: 'fail',
    error_message: '[SY_ERR:10] PROVIDER_MODERATION_ERROR: TRADEMARK',
  },
  'sim:timeout': { kind: 'fail', error_message: '[SY_ERR:10] Read timed out' },
  'sim:face': {
    kind: 'fail',
    error_message:
      "InputImageSensitiveContentDetected.PrivacyInformation: The request failed because the input image 'content[1]' may contain real person. Request id: simulated",
  },
  'sim:too-long': { kind: 'fail', error_message: 'video_reference 1: DURATION_TOO_LONG' },
  'sim:refuse': { kind: 'refuse', code: 20002, msg: invented('this request is not accepted') },
  'sim:balance': { kind: 'refuse', code: 20002, msg: invented('insufficient balance') },
  'sim:unconfirmed': { kind: 'drop_reply', after_charge: true },
  'sim:slow': { kind: 'slow', factor: 6 },
  'sim:stuck': { kind: 'stuck' },
}

export function directiveIn(prompt: string): Fault | undefined {
  const word = /sim:[a-z-]+/.exec(prompt)?.[0]
  return word === undefined || !Object.hasOwn(directives, word) ? undefined : directives[word]
}
