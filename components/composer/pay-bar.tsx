import { BalanceView } from './balance-view'
import { EstimateView } from './estimate-view'
import { GenerateButton } from './generate-button'
import { parts } from './parts'
import { SubmitProblem } from './submit-problem'
import type { SubmitFailure } from './use-generate'

type PayBarProps = { sending: boolean; failure: SubmitFailure | null }

/** Price, balance and Generate: always in view, on the lower edge of the window where it is narrow. */
export function PayBar({ sending, failure }: PayBarProps) {
  const material = parts.material.use(false)
  return (
    <footer className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-5 border-t bg-bg px-5 py-3 max-desk:fixed max-desk:inset-x-0 max-desk:bottom-0 max-desk:z-14 max-desk:gap-x-4 max-desk:px-4 max-desk:py-2.75 max-desk:pb-[max(11px,env(safe-area-inset-bottom))]">
      {material && <material.PayLines />}
      {failure !== null && <SubmitProblem failure={failure} />}
      <EstimateView />
      <BalanceView />
      <GenerateButton sending={sending} />
    </footer>
  )
}
