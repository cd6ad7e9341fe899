import { addUploads, resumeUploads } from '@/lib/client/uploads'

/** Uploads files: those that an earlier page left unfinished go on, the others begin. */
export function takeInFiles(files: readonly File[]): void {
  const others = resumeUploads(files)
  if (others.length > 0) addUploads(others)
}
