import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/lib/client/i18n'
import { balanceQuery } from '@/lib/client/models'
import { useComposer } from './composer-context'

/** What is left to spend: of the account, or of the key where that has a limit of its own. */
export function BalanceView() {
  const { t, format } = useI18n()
  const { simulated } = useComposer().config
  const { data } = useQuery(balanceQuery)
  const ofAccount = data?.account?.available
  const ofKey = data?.key && !data.key.unlimited ? data.key.available_quota : undefined
  const known = [ofAccount, ofKey].filter((amount) => amount !== undefined)
  if (known.length === 0) return null
  return (
    <p className="grid justify-items-end text-xs leading-4.5 text-ink-faint max-[359px]:hidden">
      <span className="leading-5 font-medium text-ink-soft">
        {format.money(Math.min(...known))}
      </span>
      {t(simulated ? 'composer.pay.balanceSimulated' : 'composer.pay.balance')}
    </p>
  )
}
