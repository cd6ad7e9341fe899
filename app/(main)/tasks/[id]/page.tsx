import { cache } from 'react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { TaskView } from '@/components/tasks/task-view'
import { messagesFor } from '@/lib/client/messages'
import { taskKeys } from '@/lib/client/task-queries'
import { translate } from '@/lib/client/translate'
import { AppError } from '@/lib/errors'
import { taskName } from '@/lib/models/task-name'
import { context } from '@/lib/server/context'
import { viewTask } from '@/lib/server/tasks/service'
import { requestLocale } from '../../../request-locale'
import { requireMember } from '../../../require-member'

type Params = { params: Promise<{ id: string }> }

const readTask = cache(async (id: string) => {
  const [shared, member] = await Promise.all([context(), requireMember(`/tasks/${id}`)])
  try {
    return await viewTask(shared, member, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [task, locale] = await Promise.all([readTask((await params).id), requestLocale()])
  return { title: taskName(task, translate(messagesFor(locale), locale, 'task.untitled')) }
}

export default async function TaskPage({ params }: Params) {
  const task = await readTask((await params).id)
  const client = new QueryClient()
  client.setQueryData(taskKeys.one(task.id), task)
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TaskView id={task.id} />
    </HydrationBoundary>
  )
}
