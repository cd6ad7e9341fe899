import { ListSkeleton } from '@/components/settings/list-skeleton'

export default function SettingsLoading() {
  return (
    <div className="pt-17">
      <ListSkeleton rows={3} />
    </div>
  )
}
