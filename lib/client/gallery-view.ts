/** What the gallery shows, as its address says it. */
export type GalleryView = {
  q: string
  line: readonly string[]
  model: readonly string[]
  ratio: readonly string[]
  author: readonly string[]
  tag: readonly string[]
  collection: string | null
  seconds: { min: number | null; max: number | null }
  favourite: boolean
  /** Calendar days, both included. */
  from: string | null
  to: string | null
  /** The hidden clips alone. */
  hidden: boolean
  oldest: boolean
}

const lists = ['line', 'model', 'ratio', 'author', 'tag'] as const
const dayForm = /^\d{4}-\d{2}-\d{2}$/

/** The filters that narrow the list, as the chips name them. */
export const filterNames = [
  'q',
  'line',
  'seconds',
  'favourite',
  'author',
  'model',
  'ratio',
  'collection',
  'tag',
  'date',
  'hidden',
] as const
export type FilterName = (typeof filterNames)[number]

export function readGalleryView(params: URLSearchParams): GalleryView {
  const list = (name: (typeof lists)[number]) =>
    (params.get(name) ?? '').split(',').filter((value) => value !== '')
  const number = (name: string) => {
    const text = params.get(name)
    const value = Number(text)
    return text !== null && text !== '' && Number.isFinite(value) && value >= 0 ? value : null
  }
  const day = (name: string) => {
    const text = params.get(name) ?? ''
    return dayForm.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
  }
  return {
    q: (params.get('q') ?? '').trim().slice(0, 200),
    line: list('line'),
    model: list('model'),
    ratio: list('ratio'),
    author: list('author'),
    tag: list('tag'),
    collection: params.get('collection') || null,
    seconds: { min: number('seconds_min'), max: number('seconds_max') },
    favourite: params.get('favourite') === 'true',
    from: day('from'),
    to: day('to'),
    hidden: params.get('hidden') === 'true',
    oldest: params.get('sort') === 'oldest',
  }
}

/** The same in one order, without what says nothing: equal views give equal text. */
export function galleryQuery(view: GalleryView): string {
  const params = new URLSearchParams()
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, String(value))
  }
  put('q', view.q)
  for (const name of lists) put(name, view[name].join(','))
  put('seconds_min', view.seconds.min)
  put('seconds_max', view.seconds.max)
  put('favourite', view.favourite ? 'true' : null)
  put('collection', view.collection)
  put('from', view.from)
  put('to', view.to)
  put('hidden', view.hidden ? 'true' : null)
  put('sort', view.oldest ? 'oldest' : null)
  return params.toString()
}

/** The address of the gallery that shows it. */
export function galleryHref(view: GalleryView): string {
  const query = galleryQuery(view)
  return query === '' ? '/gallery' : `/gallery?${query}`
}

export function setFilters(view: GalleryView): FilterName[] {
  return filterNames.filter((name) => isSet(view, name))
}

function isSet(view: GalleryView, name: FilterName): boolean {
  if (name === 'seconds') return view.seconds.min !== null || view.seconds.max !== null
  if (name === 'date') return view.from !== null || view.to !== null
  const value = view[name]
  return typeof value === 'object' ? value !== null && value.length > 0 : Boolean(value)
}

const empty: GalleryView = readGalleryView(new URLSearchParams())

/** The view without one of its filters. */
export function withoutFilter(view: GalleryView, name: FilterName): GalleryView {
  if (name === 'date') return { ...view, from: null, to: null }
  return { ...view, [name]: empty[name] }
}

/** The view without any filter, in the same order. */
export function withoutFilters({ oldest }: GalleryView): GalleryView {
  return { ...empty, oldest }
}
