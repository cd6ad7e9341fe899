'use client'

import { kindIcon } from '@/components/media/kind-icon'
import { MediaPicture } from '@/components/media/media-picture'
import { Icon } from '@/components/ui/icon'
import { useMedia } from '@/lib/client/use-media'
import { fieldOf, parseMentions, type Mention } from '@/lib/models/mentions'
import type { Task } from '@/lib/schemas/task'

/** The whole prompt, its mentions as chips with a small picture of what they name. */
export function PromptText({ input }: { input: Task['input'] }) {
  const { prompt } = input
  const mentions = parseMentions(prompt)
  return (
    <p className="overflow-clip text-lg text-pretty wrap-anywhere whitespace-pre-wrap">
      {mentions.map((mention, at) => (
        <span key={mention.start}>
          {prompt.slice(mentions[at - 1]?.end ?? 0, mention.start)}
          <MentionChip
            kind={mention.kind}
            reference={input[fieldOf[mention.kind]]?.[mention.number - 1]}
            text={prompt.slice(mention.start, mention.end)}
          />
        </span>
      ))}
      {prompt.slice(mentions.at(-1)?.end ?? 0)}
    </p>
  )
}

type MentionChipProps = Pick<Mention, 'kind'> & { reference: string | undefined; text: string }

function MentionChip({ kind, reference, text }: MentionChipProps) {
  const media = useMedia(reference ?? '')
  return (
    <span className="relative -top-px inline-flex h-5 items-center gap-1.25 rounded-[5px] bg-hover ps-0.5 pe-1.5 align-middle text-xs leading-5 font-medium whitespace-nowrap shadow-[inset_0_0_0_1px_var(--color-line)]">
      <span className="relative grid size-4 shrink-0 place-items-center overflow-hidden rounded-[3px] text-ink-soft">
        <Icon name={kindIcon[kind]} size={12} />
        {media && <MediaPicture media={media} />}
      </span>
      {text}
    </span>
  )
}
