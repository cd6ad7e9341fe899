import { useSyncExternalStore } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { useApproval } from './use-approval'
import { useReady } from './use-ready'

const never = () => () => {}

/** False in the server's page, until the script takes it over. */
function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

function useShortcut(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iP/.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵'),
    () => '',
  )
}

/**
 * Looks disabled while something is missing but stays within reach: a press then says what it is.
 * The second press of a double click is not a second order.
 */
export function GenerateButton({ sending }: { sending: boolean }) {
  const { t } = useI18n()
  const takes = useDrafts((state) => activeEntry(state).draft.takes)
  const ready = useReady()
  const shortcut = useShortcut()
  // Before anyone listens, a press would make the browser send the form by itself, as an address.
  const alive = useAlive()
  const approval = useApproval()
  const waits = approval !== null && approval.refused.length === 0
  const label = waits
    ? t('material.approval.generate')
    : takes > 1
      ? t('composer.pay.generateSeveral', { count: takes })
      : t('composer.pay.generate')
  return (
    <button
      type={alive ? 'submit' : 'button'}
      aria-disabled={!ready || sending}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      onClick={(event) => {
        if (event.detail > 1) event.preventDefault()
      }}
      className={cx(buttonClass('primary', 'lg'), !waits && 'wide:pe-3.5')}
    >
      {sending ? t('composer.pay.sending') : label}
      {!waits && (
        <kbd
          aria-hidden
          className="hidden min-w-9 text-end font-sans text-xs font-medium opacity-80 wide:inline-block"
        >
          {shortcut}
        </kbd>
      )}
    </button>
  )
}
