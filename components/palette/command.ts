import type { IconName } from '@/components/ui/icon-name'

/** At rest what was made lately is near; whoever types means a command before a clip. */
const orders = {
  rest: ['do', 'go', 'tasks', 'collections', 'look'],
  query: ['do', 'go', 'look', 'collections', 'tasks'],
} as const
export type CommandGroup = (typeof orders.rest)[number]

/** Something one can do from anywhere. */
export type Command = {
  id: string
  group: CommandGroup
  icon: IconName
  name: string
  /** Shown faintly beside the name. */
  fact?: string
  /** What else one might call it. */
  words?: string
  /** It is so already. */
  on?: boolean
  /** Found by the server: it fits whatever the words are. */
  found?: boolean
  run: () => void
}

/** The commands that have every word of the query in their name or other words. Pure. */
export function matching(commands: readonly Command[], query: string): Command[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ name, words = '', found = false }) => {
    const text = `${name} ${words}`.toLowerCase()
    return found || wanted.every((word) => text.includes(word))
  })
}

/** One list in the order of the groups, so that arrows walk it as it is seen. Pure. */
export function inGroups(
  commands: readonly Command[],
  order: keyof typeof orders,
): [CommandGroup, Command[]][] {
  return orders[order]
    .map((group): [CommandGroup, Command[]] => [
      group,
      commands.filter((command) => command.group === group),
    ])
    .filter(([, own]) => own.length > 0)
}
