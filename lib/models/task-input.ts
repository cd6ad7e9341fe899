/** What the user asks for: exactly the gateway's create fields (protocol §2.1). */
export type TaskInput = {
  model: string
  prompt: string
  /** Whole seconds. */
  duration?: number | undefined
  resolution?: string | undefined
  ratio?: string | undefined
  orientation?: 'landscape' | 'portrait' | undefined
  images?: string[] | undefined
  first_image?: string | undefined
  last_image?: string | undefined
  reference_videos?: string[] | undefined
  reference_audios?: string[] | undefined
}

/** The fields that hold references. */
export const listFields = ['images', 'reference_videos', 'reference_audios'] as const
export type ListField = (typeof listFields)[number]

export const frameFields = ['first_image', 'last_image'] as const
export type FrameField = (typeof frameFields)[number]

export type MediaField = ListField | FrameField
export const mediaFields = [...frameFields, ...listFields] as const

export function isFrame(field: MediaField): field is FrameField {
  return field === 'first_image' || field === 'last_image'
}

/** One value per media field. */
export function mapFields<Value>(value: (field: MediaField) => Value): {
  [Field in MediaField]: Value
} {
  return {
    first_image: value('first_image'),
    last_image: value('last_image'),
    images: value('images'),
    reference_videos: value('reference_videos'),
    reference_audios: value('reference_audios'),
  }
}

/** How material is used. The form offers one at a time; the gateway tells it from the fields (§2.2). */
export const modes = ['text', 'frames', 'references'] as const
export type Mode = (typeof modes)[number]
