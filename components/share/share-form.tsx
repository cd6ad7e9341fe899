'use client'

import { useId, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { ApiError } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import type { ShareLife } from '@/lib/schemas/share'
import { useMakeShare, type ShareChoice } from './use-shares'

const lives: ShareLife[] = ['1d', '1w', '2w', 'never']

const initial: ShareChoice = {
  caption: '',
  show_prompt: false,
  show_settings: false,
  allow_download: false,
  expires: '2w',
}

/** What a new link shall show, and for how long. */
export function ShareForm({ taskId }: { taskId: string }) {
  const { t } = useI18n()
  const make = useMakeShare(taskId)
  const [choice, setChoice] = useState(initial)
  const id = useId()
  const choose = (part: Partial<ShareChoice>) => setChoice((before) => ({ ...before, ...part }))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!make.isPending) make.mutate(choice)
  }

  const switches = [
    ['show_prompt', t('share.showPrompt')],
    ['show_settings', t('share.showSettings')],
    ['allow_download', t('share.allowDownload')],
  ] as const
  return (
    <form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1.5">
        <label htmlFor={`${id}caption`} className="font-medium">
          {t('share.caption')}
        </label>
        <textarea
          id={`${id}caption`}
          value={choice.caption}
          onChange={(event) => choose({ caption: event.target.value })}
          data-focus
          rows={2}
          maxLength={300}
          aria-describedby={`${id}hint`}
          className="resize-none rounded-md border border-line-strong bg-sunken px-3 py-2 text-md"
        />
        <p id={`${id}hint`} className="text-xs text-ink-faint">
          {t('share.captionHint')}
        </p>
      </div>
      <div className="grid gap-1">
        {switches.map(([name, label]) => (
          <label key={name} className="flex min-h-6 items-center gap-2.5 max-sm:min-h-9">
            <input
              type="checkbox"
              checked={choice[name]}
              onChange={(event) => choose({ [name]: event.target.checked })}
              className="size-4 accent-ink"
            />
            {label}
          </label>
        ))}
      </div>
      <div className="grid gap-1.5">
        <span id={`${id}ends`} className="font-medium">
          {t('share.ends')}
        </span>
        <Segmented
          labelledBy={`${id}ends`}
          value={choice.expires}
          onChange={(expires) => choose({ expires })}
          segments={lives.map((value) => ({ value, label: t(`share.life.${value}`) }))}
        />
      </div>
      {make.error && (
        <p role="alert" className="text-bad">
          {wordsFor(make.error, t)}
        </p>
      )}
      <Button type="submit" kind="primary" disabled={make.isPending} className="max-sm:h-11">
        <Icon name="link-2" />
        {t(make.isPending ? 'share.making' : 'share.make')}
      </Button>
    </form>
  )
}

function wordsFor(error: Error, t: ReturnType<typeof useI18n>['t']): string {
  if (!(error instanceof ApiError) || error.code === 'network') return t('feed.noServer')
  return error.code === 'conflict' ? t('share.notReady') : error.message
}
