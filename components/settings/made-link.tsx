import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextField } from '@/components/ui/text-field'
import { useI18n } from '@/lib/client/i18n'

/** The one moment in which a link can be copied. */
export function MadeLink({ url, onDone }: { url: string; onDone: () => void }) {
  const { t } = useI18n()
  const [copied, setCopied] = useState<boolean | null>(null)
  const copyButton = useRef<HTMLButtonElement>(null)
  useEffect(() => copyButton.current?.focus(), [])
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="grid gap-4">
      <div className="flex items-end gap-2">
        <TextField
          id="invite-link"
          label={t('settings.invitations.link')}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 [&_input]:font-mono [&_input]:text-xs"
        />
        <Button
          ref={copyButton}
          kind="primary"
          onClick={() => void copy()}
          className="h-10 pointer-coarse:h-11"
        >
          <Icon name={copied ? 'check' : 'copy'} />
          {t('settings.invitations.copy')}
        </Button>
      </div>
      {/* Said here: the page's own notices lie under the dialog. */}
      <p role="status" className="min-h-4.5 text-ink-soft">
        {copied !== null && t(`settings.invitations.${copied ? 'copied' : 'notCopied'}`)}
      </p>
      <div className="flex justify-end">
        <Button onClick={onDone} className="pointer-coarse:h-11">
          {t('settings.invitations.done')}
        </Button>
      </div>
    </div>
  )
}
