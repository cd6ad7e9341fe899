import { lazy, Suspense, useState, type ReactNode } from 'react'
import { ApiError } from '@/lib/client/api'
import { getDrafts } from '@/lib/client/draft-store'
import { fixMedia } from '@/lib/client/fix-media'
import { frameOf } from '@/lib/client/frame-of'
import { useI18n } from '@/lib/client/i18n'
import { mendReference } from '@/lib/client/mend-reference'
import { notify } from '@/lib/client/notices'
import type { Model } from '@/lib/models/capabilities'
import type { Fix } from '@/lib/models/fix'
import { fixCodes, type FixCode } from '@/lib/models/fix-issue'
import type { Bounds } from '@/lib/models/limit'
import type { Media } from '@/lib/schemas/media'
import { useModel } from './composer-context'
import type { ReferenceKind } from './reference-kinds'

const loadTrim = () => import('@/components/media/trim-dialog')
const TrimDialog = lazy(async () => ({ default: (await loadTrim()).TrimDialog }))

type Fixing = {
  /** What is asked of the item; a stretch or a moment is chosen by the person first. */
  fix: (wanted: Fix) => void
  working: boolean
  /** The place of the dialog that may be open. */
  dialog: ReactNode
}

type FixTarget = { media: Media | null | undefined; kind: ReferenceKind; name: string }

/** Makes another item out of one and puts it into the draft, with Undo. */
export function useFix({ media, kind, name }: FixTarget): Fixing {
  const { t } = useI18n()
  const model = useModel()
  const [working, setWorking] = useState(false)
  const [asked, setAsked] = useState<Fix | null>(null)

  const make = async (fix: Fix) => {
    if (!media || working) return
    const draftId = getDrafts().active
    setWorking(true)
    try {
      const made = await makeOf(media, fix)
      setAsked(null)
      const beside = made.kind !== kind
      const called = beside ? made.name : name
      mendReference({ draftId, from: media.reference, media: made, name: called, beside })
    } catch (error) {
      notify({ text: t(`material.fix.problem.${problemOf(error)}`), tone: 'bad' })
    } finally {
      setWorking(false)
    }
  }

  return {
    fix: (wanted) => (isChosen(wanted) ? setAsked(wanted) : void make(wanted)),
    working,
    dialog: media && asked && isChosen(asked) && (
      <Suspense>
        <TrimDialog
          media={media}
          wanted={asked}
          bounds={boundsOf(model, media.kind)}
          working={working}
          onChoose={(fix) => void make(fix)}
          onClose={() => setAsked(null)}
        />
      </Suspense>
    ),
  }
}

/** Seconds that the model takes of one item. */
function boundsOf({ limits }: Model, kind: ReferenceKind): Bounds {
  const limit = limits[kind].find(({ rule }) => rule === 'seconds_out_of_range')
  return limit === undefined || 'values' in limit ? {} : limit
}

export type ChosenFix = Extract<Fix, { fix: 'trim' | 'cut' | 'frame' }>

function isChosen(fix: Fix): fix is ChosenFix {
  return fix.fix === 'trim' || fix.fix === 'cut' || fix.fix === 'frame'
}

function problemOf(error: unknown): FixCode {
  const code = error instanceof ApiError && error.fields?.fix?.[0]?.code
  return fixCodes.find((known) => known === code) ?? 'fix_failed'
}

/** By the server; a picture out of a clip by the browser, where the server lacks what it takes. */
async function makeOf(media: Media, fix: Fix): Promise<Media> {
  try {
    return await fixMedia(media.id, fix)
  } catch (error) {
    const unable = error instanceof ApiError && error.status === 409
    if (!unable || fix.fix !== 'frame') throw error
    return frameOf(media, fix.at)
  }
}
