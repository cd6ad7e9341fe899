'use client'

import { Face } from '@/components/ui/face'
import { IconButton } from '@/components/ui/icon-button'
import { Popover } from '@/components/ui/popover'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { shellParts } from './parts'
import { useRailAlign } from './use-rail-align'

const want = () => void shellParts.preferences.load().catch(() => {})

/** Language and theme; where there is a team, behind the member's initials, with the way out. */
export function Preferences() {
  const { t } = useI18n()
  const { member, team } = useConfig()
  const align = useRailAlign()
  const label = t(team ? 'shell.account' : 'shell.preferences')
  return (
    <Popover
      align={align}
      role="dialog"
      label={label}
      className="w-72 p-4"
      onOpen={want}
      trigger={(props) =>
        team ? (
          <button
            type="button"
            {...props}
            aria-label={`${label}: ${member.name}`}
            data-tip={member.name}
            data-tip-side="rail"
            onPointerEnter={want}
            onFocus={want}
            className="tip relative grid size-11 shrink-0 place-items-center rounded-full"
          >
            <Face name={member.name} className="size-7.5 text-2xs text-ink" />
          </button>
        ) : (
          <IconButton
            {...props}
            icon="languages"
            iconSize={18}
            label={label}
            tip="rail"
            onPointerEnter={want}
            onFocus={want}
            className="size-11 desk:size-9"
          />
        )
      }
    >
      {(id) => <Panel popoverId={id} />}
    </Popover>
  )
}

function Panel({ popoverId }: { popoverId: string }) {
  const part = shellParts.preferences.use()
  return part && <part.PreferencesPanel popoverId={popoverId} />
}
