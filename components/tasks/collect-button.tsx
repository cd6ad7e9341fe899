'use client'

import { useState, type FormEvent } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { collectionOptions } from '@/components/gallery/gallery-queries'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Popover } from '@/components/ui/popover'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import type { Collection } from '@/lib/schemas/collection'

/** Puts the clip into one of the team's collections, or into a new one. */
export function CollectButton({ taskId }: { taskId: string }) {
  const { t } = useI18n()
  return (
    <Popover
      align="end"
      role="dialog"
      label={t('task.collect.title')}
      className="w-70 p-1.5"
      trigger={(props) => (
        <IconButton {...props} icon="folder-plus" label={t('task.collect.button')} tip="below" />
      )}
    >
      {(id) => (
        <Collections taskId={taskId} close={() => document.getElementById(id)?.hidePopover()} />
      )}
    </Popover>
  )
}

function Collections({ taskId, close }: { taskId: string; close: () => void }) {
  const { t, format } = useI18n()
  const { data: answer, isError, refetch } = useQuery({ ...collectionOptions, staleTime: 0 })
  const data = answer?.data
  const put = usePut(taskId)
  const [name, setName] = useState('')

  const done = { onSuccess: close }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') put.mutate({ name: name.trim() }, done)
  }

  return (
    <>
      <h2 className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-faint">
        {t('task.collect.title')}
      </h2>
      {isError && !data && (
        <p className="flex flex-wrap items-center gap-2 px-2 py-1.5 text-ink-soft">
          {t('task.collect.notRead')}
          <Button size="sm" onClick={() => void refetch()}>
            {t('task.again')}
          </Button>
        </p>
      )}
      {data?.length === 0 && <p className="px-2 py-1.5 text-ink-soft">{t('task.collect.none')}</p>}
      <ul className="max-h-64 scroll-quiet overflow-auto">
        {data?.map((collection) => (
          <li key={collection.id}>
            <button
              type="button"
              disabled={put.isPending}
              onClick={() => put.mutate(collection, done)}
              className="flex h-8 w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover pointer-coarse:h-11"
            >
              <span className="min-w-0 flex-1 truncate">{collection.name}</span>
              <span className="text-xs text-ink-faint">{format.number(collection.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="mt-1 flex gap-1.5 border-t px-1 pt-1.5 pb-0.5">
        <input
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          aria-label={t('task.collect.name')}
          placeholder={t('task.collect.name')}
          className="h-8 min-w-0 flex-1 rounded-sm bg-sunken px-2 shadow-[inset_0_0_0_1px_var(--color-line)] placeholder:text-ink-faint pointer-coarse:h-11"
        />
        <Button type="submit" kind="quiet" disabled={put.isPending} className="pointer-coarse:h-11">
          {t('task.collect.make')}
        </Button>
      </form>
    </>
  )
}

const collectionTasks = (id: string) => `/api/collections/${id}/tasks`

/** Into a collection that exists, or into one of that name that is made first. */
function usePut(taskId: string) {
  const { t } = useI18n()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: collectionOptions.queryKey })
  const failed = () => notify({ text: t('task.collect.failed'), tone: 'bad' })
  return useMutation({
    mutationFn: async (wish: { id?: string; name: string }) => {
      const { name } = wish
      const id =
        wish.id ??
        (await api<Collection>('/api/collections', { method: 'POST', body: { name } })).id
      await api(collectionTasks(id), { method: 'POST', body: { add: [taskId] } })
      return { id, name }
    },
    onSuccess: ({ id, name }) => {
      const takeBack = () =>
        api(collectionTasks(id), { method: 'POST', body: { remove: [taskId] } }).then(
          refresh,
          failed,
        )
      notify({
        text: t('task.collect.added', { name }),
        action: { label: t('task.collect.undo'), run: () => void takeBack() },
      })
      return refresh()
    },
    onError: failed,
  })
}
