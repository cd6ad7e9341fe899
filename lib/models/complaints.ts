import type { GradedCode, InputCode, InputIssue, InputParams } from './input-issue'
import type { Evidence } from './model'

/** Stated by the customer's document or the gateway's pages, not merely inferred (protocol §2.2). */
export function isStated(by: Evidence): boolean {
  return /[SP]/.test(by)
}

/** Collects what is wrong with an input for one model, whose id every sentence may name. */
export class Complaints {
  readonly issues: InputIssue[] = []

  constructor(private readonly model: string) {}

  refuse(field: string, code: InputCode, params?: InputParams): void {
    this.issues.push({ field, code, params: { model: this.model, ...params }, warns: false })
  }

  warn(field: string, code: InputCode, params?: InputParams): void {
    this.issues.push({ field, code, params: { model: this.model, ...params }, warns: true })
  }

  /** The evidence decides whether it is a refusal or a warning. */
  grade(field: string, code: GradedCode, by: Evidence, params?: InputParams): void {
    if (isStated(by)) this.refuse(field, code, params)
    else this.warn(field, `${code}_in_doubt`, params)
  }
}
