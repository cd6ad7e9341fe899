'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

type VaryButtonProps = {
  /** Where the input is fetched from. */
  from: string
  words: { vary: string; failed: string }
}

/** For a member: opens the settings behind the clip as a draft in the studio. */
export function VaryButton({ from, words }: VaryButtonProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const router = useRouter()
  const vary = async () => {
    setState('busy')
    try {
      const { makeVariation } = await import('./make-variation')
      await makeVariation(from)
      router.push('/')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        onClick={() => void vary()}
        disabled={state === 'busy'}
        className={`${buttonClass('quiet')} max-sm:h-11 max-sm:w-full sm:h-9`}
      >
        <Icon name="refresh-cw" />
        {words.vary}
      </button>
      {state === 'failed' && (
        <p role="alert" className="text-bad sm:order-first">
          {words.failed}
        </p>
      )}
    </>
  )
}
