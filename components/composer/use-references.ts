import { renumberAfterMove, renumberAfterRemoval } from '@/lib/models/mentions'
import type { FrameField } from '@/lib/models/task-input'
import { useComposer } from './composer-context'
import { fieldOf, type ReferenceKind } from './reference-kinds'

export type NewReference = { kind: ReferenceKind; reference: string }

/** Changes of the attached material. The prompt's mentions follow their references. */
export function useReferences() {
  const { form, recheck } = useComposer()
  return {
    add(references: readonly NewReference[]) {
      for (const { kind, reference } of references) {
        const field = fieldOf[kind]
        form.setValue(field, [...form.getValues(field), reference])
      }
      recheck()
    },
    remove(kind: ReferenceKind, at: number) {
      const { prompt, [fieldOf[kind]]: list } = form.getValues()
      form.setValue(fieldOf[kind], list.toSpliced(at, 1))
      form.setValue('prompt', renumberAfterRemoval(prompt, kind, at, list.length))
      recheck()
    },
    move(kind: ReferenceKind, from: number, to: number) {
      const { prompt, [fieldOf[kind]]: list } = form.getValues()
      const moved = list.slice(from, from + 1)
      form.setValue(fieldOf[kind], list.toSpliced(from, 1).toSpliced(to, 0, ...moved))
      form.setValue('prompt', renumberAfterMove(prompt, kind, from, to))
      recheck()
    },
    setFrame(field: FrameField, reference: string) {
      form.setValue(field, reference)
      recheck()
    },
    swapFrames() {
      const { first_image, last_image } = form.getValues()
      form.setValue('first_image', last_image)
      form.setValue('last_image', first_image)
      recheck()
    },
  }
}
