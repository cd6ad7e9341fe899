import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { roomFor } from '@/lib/models/capabilities'
import { fieldOf } from '@/lib/models/mentions'
import { useModel } from './composer-context'
import { kindsOf } from './reference-kinds'
import { useMode } from './use-mode'

/** While files hang over the window: where they land, and what this model takes. */
export function DropOverlay() {
  const { t } = useI18n()
  const model = useModel()
  const frames = useMode() === 'frames'
  const things = kindsOf(model)
    .map((kind) => t(`composer.counted.${kind}`, { count: roomFor(model, fieldOf[kind]) }))
    .join(t('composer.change.comma'))
  if (frames) {
    return (
      <p
        role="status"
        className="pointer-events-none absolute inset-x-5 top-4 z-30 rounded-lg bg-ink px-3.5 py-2.5 font-medium text-bg shadow-float"
      >
        {t('material.dropFrame')}
      </p>
    )
  }
  return (
    <div className="pointer-events-none absolute inset-0 z-30 grid place-items-center bg-bg/90">
      <div className="absolute inset-3 rounded-xl border-2 border-dashed border-line-strong" />
      <p role="status" className="grid justify-items-center gap-1 px-8 text-center">
        <Icon name="upload" size={20} />
        <span className="text-lg font-medium">{t('material.drop')}</span>
        <span className="text-ink-soft">
          {t('material.dropTakes', { model: model.id, things })}
        </span>
      </p>
    </div>
  )
}
