import type { Failure } from './material'

/** A link that led to nothing. */
export class Unfetchable extends Error {
  readonly why: Failure['why']

  constructor(why: Failure['why'], detail: string) {
    super(detail)
    this.name = 'Unfetchable'
    this.why = why
  }
}
