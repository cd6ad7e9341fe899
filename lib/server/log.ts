import 'server-only'
import pino, { type Logger } from 'pino'

export type { Logger }

/** One JSON object a line on stdout. Bodies, links and keys are never handed to it. */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
}
