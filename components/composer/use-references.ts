import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts } from '@/lib/client/draft-store'
import { uploadId } from '@/lib/client/upload-reference'
import { dropUpload } from '@/lib/client/uploads'
import type { Draft } from '@/lib/models/draft'
import { moveReference, removeReference } from '@/lib/models/edit-material'
import { fieldOf } from '@/lib/models/mentions'
import { isFrame, type FrameField } from '@/lib/models/task-input'
import { useComposer } from './composer-context'
import type { ReferenceKind } from './reference-kinds'
import type { ReferencePlace } from './reference-place'

/** Changes of the attached material. The prompt's mentions follow their references. */
export function useReferences() {
  const { form, recheck } = useComposer()

  const edit = (kind: ReferenceKind, change: (draft: Draft) => Draft) => {
    const { input } = change(activeEntry(getDrafts()).draft)
    form.setValue(fieldOf[kind], input[fieldOf[kind]])
    form.setValue('prompt', input.prompt)
    recheck()
  }
  const setFrame = (field: FrameField, reference: string) => {
    endUpload(form.getValues(field))
    form.setValue(field, reference)
    recheck()
  }

  return {
    /** Puts another reference in the place of one; what mentions it then means the new one. */
    put({ field, at }: ReferencePlace, reference: string) {
      if (isFrame(field)) return setFrame(field, reference)
      const list = form.getValues(field)
      endUpload(list[at])
      form.setValue(field, list.with(at, reference))
      recheck()
    },
    remove(kind: ReferenceKind, at: number) {
      endUpload(form.getValues(fieldOf[kind])[at])
      edit(kind, (draft) => removeReference(draft, fieldOf[kind], at))
    },
    move(kind: ReferenceKind, from: number, to: number) {
      edit(kind, (draft) => moveReference(draft, fieldOf[kind], from, to))
    },
    setFrame,
    swapFrames() {
      const { first_image, last_image } = form.getValues()
      form.setValue('first_image', last_image)
      form.setValue('last_image', first_image)
      recheck()
    },
  }
}

/** A file on its way to a place that is given up does not go on. */
function endUpload(reference = ''): void {
  const id = uploadId(reference)
  if (id !== null) dropUpload(id)
}
