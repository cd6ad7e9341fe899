import { api } from '@/lib/client/api'
import { openDraft } from '@/lib/client/draft'
import type { SharedInput } from '@/lib/schemas/share'

/** Puts the input behind a share among the drafts of this browser. Throws `ApiError`. */
export async function makeVariation(from: string): Promise<void> {
  const { input, title } = await api<SharedInput>(from)
  openDraft(input, title ? { title } : {})
}
