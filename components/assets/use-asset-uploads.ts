import { useEffect } from 'react'
import type { Upload } from '@/lib/client/upload-queue'
import { dropUpload, useUploads } from '@/lib/client/uploads'
import { useNewest } from './use-newest'

/** Files on their way; one that is through becomes the newest item of the list. */
export function useAssetUploads(): readonly Upload[] {
  const uploads = useUploads()
  const addNewest = useNewest()
  useEffect(() => {
    for (const { id, state } of uploads) {
      if (state.is !== 'done') continue
      addNewest(state.media)
      dropUpload(id)
    }
  }, [uploads, addNewest])
  return uploads.filter(({ state }) => state.is !== 'done')
}
