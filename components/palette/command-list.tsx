import { useEffect, useRef } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Command, CommandGroup } from './command'

type CommandListProps = {
  /** Begins the ids of the list and its options. */
  id: string
  groups: [CommandGroup, Command[]][]
  active: Command | undefined
  onChoose: (command: Command) => void
  onPoint: (id: string) => void
}

export function CommandList({ id, groups, active, onChoose, onPoint }: CommandListProps) {
  const { t } = useI18n()
  const list = useRef<HTMLDivElement>(null)
  const activeId = active?.id

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  if (groups.length === 0) {
    return (
      <div className="px-4 py-10 text-center">
        <p className="font-medium">{t('palette.none')}</p>
        <p className="mt-1 text-ink-soft">{t('palette.noneHint')}</p>
      </div>
    )
  }
  return (
    <div
      ref={list}
      id={`${id}list`}
      role="listbox"
      aria-label={t('palette.label')}
      className="min-h-0 flex-1 scroll-py-8 overflow-y-auto overscroll-contain px-2 pb-2"
    >
      {groups.map(([group, commands]) => (
        <div key={group} role="group" aria-labelledby={`${id}${group}`}>
          <p
            id={`${id}${group}`}
            className="sticky top-0 bg-raised px-2 pt-3 pb-1.5 text-xs font-medium text-ink-faint"
          >
            {t(`palette.group.${group}`)}
          </p>
          {commands.map((command) => (
            <CommandOption
              key={command.id}
              id={`${id}${command.id}`}
              command={command}
              active={command.id === activeId}
              onChoose={() => onChoose(command)}
              onPoint={() => onPoint(command.id)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type CommandOptionProps = {
  id: string
  command: Command
  active: boolean
  onChoose: () => void
  onPoint: () => void
}

function CommandOption({ id, command, active, onChoose, onPoint }: CommandOptionProps) {
  const { icon, name, fact, on } = command
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={active ? undefined : onPoint}
      onClick={onChoose}
      className={cx(
        'flex h-9.5 cursor-pointer items-center gap-3 rounded-md px-2 pointer-coarse:h-11',
        active && 'bg-hover',
      )}
    >
      <Icon name={icon} size={16} className={active ? 'text-ink' : 'text-ink-faint'} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {fact && <span className="max-w-[45%] truncate text-xs text-ink-faint">{fact}</span>}
      {on && <Icon name="check" size={15} className="text-ink-soft" />}
    </div>
  )
}
