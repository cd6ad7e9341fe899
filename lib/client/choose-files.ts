import type { MediaKind } from '@/lib/schemas/media'
import { acceptOf } from './upload-kind'

type Choice = { kinds: readonly MediaKind[]; multiple: boolean }

/** Opens the system's file chooser (on phones: camera and gallery too); [] when nothing was chosen. */
export function chooseFiles({ kinds, multiple }: Choice): Promise<File[]> {
  return new Promise((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = acceptOf(kinds)
    field.multiple = multiple
    field.hidden = true
    const end = () => {
      field.remove()
      resolve([...(field.files ?? [])])
    }
    field.addEventListener('change', end, { once: true })
    field.addEventListener('cancel', end, { once: true })
    // Some systems give a chooser only to a field that stands in the page.
    document.body.append(field)
    field.click()
  })
}
