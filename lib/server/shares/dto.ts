import 'server-only'
import type { Share } from '@/lib/schemas/share'
import type { ShareRow } from './store'

/** A row as the API shows it, with the address of its page. */
export function toShare(row: ShareRow, url: string): Share {
  return {
    id: row.id,
    url,
    caption: row.caption,
    show_prompt: row.showPrompt,
    show_settings: row.showSettings,
    allow_download: row.allowDownload,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
  }
}
