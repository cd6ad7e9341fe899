import { TaskSheet } from '@/components/tasks/task-sheet'

/** A task opened from the gallery lies over it; the same address, opened afresh, is a page of its own. */
export default async function TaskOverGallery({ params }: { params: Promise<{ id: string }> }) {
  return <TaskSheet id={(await params).id} />
}
