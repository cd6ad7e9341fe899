import type { AssetLibrary, AssetStatus } from '@/lib/schemas/asset'
import type { MediaKind } from '@/lib/schemas/media'

type Status = AssetStatus | 'none'

/** What a person can narrow a library to; each stands for the states that read like it there. */
export const stateFilters = {
  full: {
    none: ['none'],
    in_review: ['submitting', 'in_review'],
    active: ['active'],
    rejected: ['rejected'],
    failed: ['failed', 'expired', 'unconfirmed'],
  },
  sp: {
    none: ['none'],
    in_review: ['submitting', 'in_review'],
    active: ['active'],
    failed: ['rejected', 'failed', 'unconfirmed'],
    expired: ['expired'],
  },
} as const satisfies Record<AssetLibrary, Record<string, readonly Status[]>>

export type StateName = keyof (typeof stateFilters)['full'] | keyof (typeof stateFilters)['sp']

export const libraries = ['full', 'sp'] as const satisfies readonly AssetLibrary[]
export const kinds = ['image', 'video', 'audio'] as const satisfies readonly MediaKind[]
export const tabs = ['all', ...kinds] as const
export type AssetTab = (typeof tabs)[number]

/** What the list shows, as the address says it. */
export type AssetView = {
  tab: AssetTab
  q: string
  /** A state in one of the two libraries: an item has one in each. */
  state: { library: AssetLibrary; name: StateName } | null
}

/** Names of the states a library can be narrowed to, in the order they are gone through. */
export function stateNames(library: AssetLibrary): StateName[] {
  return Object.keys(stateFilters[library]) as StateName[]
}

/** Reads an address; what makes no sense in it counts as not said. */
export function readView(param: (name: string) => string | null | undefined): AssetView {
  const tab = tabs.find((each) => each === param('kind')) ?? 'all'
  const library = libraries.find((each) => each === param('library'))
  const name = library && stateNames(library).find((each) => each === param('state'))
  return {
    tab,
    q: param('q')?.trim().slice(0, 200) ?? '',
    state: library && name ? { library, name } : null,
  }
}

/** The same the other way: null takes a name out of the address. */
export function viewParams({ tab, q, state }: AssetView): Record<string, string | null> {
  return {
    kind: tab === 'all' ? null : tab,
    q: q || null,
    library: state?.library ?? null,
    state: state?.name ?? null,
  }
}

/** What `GET /api/media` is asked. */
export type AssetFilter = {
  kind?: MediaKind
  q?: string
  library?: AssetLibrary
  status?: Status[]
}

export function filterOf({ tab, q, state }: AssetView): AssetFilter {
  return {
    ...(tab !== 'all' && { kind: tab }),
    ...(q && { q }),
    ...(state && { library: state.library, status: [...statusesOf(state)] }),
  }
}

function statusesOf({ library, name }: NonNullable<AssetView['state']>): readonly Status[] {
  const states: Partial<Record<StateName, readonly Status[]>> = stateFilters[library]
  return states[name] ?? []
}

export const everything: AssetView = { tab: 'all', q: '', state: null }

export function isNarrowed({ tab, q, state }: AssetView): boolean {
  return tab !== 'all' || q !== '' || state !== null
}
