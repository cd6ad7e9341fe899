'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { leaveFor } from '@/lib/client/leave'
import { failureOf, type DoorFailure } from './door-problem'

type CompanyButtonProps = { next: string; onFailure: (failure: DoorFailure | null) => void }

/** Goes to the company's own sign-in, which sends the browser back. */
export function CompanyButton({ next, onFailure }: CompanyButtonProps) {
  const { t } = useI18n()
  const [going, setGoing] = useState(false)
  const go = async () => {
    if (going) return
    setGoing(true)
    onFailure(null)
    try {
      const body = { next }
      const { url } = await api<{ url: string }>('/api/auth/sign-in/oidc', { method: 'POST', body })
      leaveFor(url)
    } catch (error) {
      onFailure(failureOf(error))
      setGoing(false)
    }
  }
  return (
    <Button kind="quiet" size="lg" aria-disabled={going} onClick={() => void go()}>
      <Icon name="lock" />
      {t(going ? 'door.companyWorking' : 'door.company')}
    </Button>
  )
}
