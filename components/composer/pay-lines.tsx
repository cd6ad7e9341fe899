import { ApprovalLine } from './approval-line'
import { UnderWayLine } from './under-way-line'

/** What the material still keeps Generate waiting for. */
export function PayLines() {
  return (
    <div className="col-span-full -mt-0.5 mb-2.5 grid gap-1 empty:hidden">
      <ApprovalLine />
      <UnderWayLine />
    </div>
  )
}
