import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { useI18n } from '@/lib/client/i18n'
import type { MadeInvitation } from '@/lib/schemas/member'
import { InviteForm } from './invite-form'
import { MadeLink } from './made-link'

type InviteDialogProps = { onClose: () => void; onMade: () => void }

/** Asks for whom and as what, then shows the link, once. */
export function InviteDialog({ onClose, onMade }: InviteDialogProps) {
  const { t, format } = useI18n()
  const [made, setMade] = useState<MadeInvitation | null>(null)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(made ? 'settings.invitations.madeTitle' : 'settings.invitations.makeTitle')}
      description={
        made && t('settings.invitations.madeText', { date: format.moment(made.expires_at) })
      }
    >
      {made ? (
        <MadeLink url={made.url} onDone={onClose} />
      ) : (
        <InviteForm
          onCancel={onClose}
          onMade={(invitation) => {
            setMade(invitation)
            onMade()
          }}
        />
      )}
    </Dialog>
  )
}
