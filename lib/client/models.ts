import { queryOptions } from '@tanstack/react-query'
import type { Balance, ModelsAnswer } from '@/lib/schemas/account'
import { api } from './api'

const minute = 60_000

/** Prices of this key; the capability table itself is compiled in. */
export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => api<ModelsAnswer>('/api/models', { signal }),
  staleTime: 10 * minute,
})

export const balanceKey = ['balance'] as const

/** What is left to spend; asked again after every press of Generate. */
export const balanceQuery = queryOptions({
  queryKey: balanceKey,
  queryFn: ({ signal }) => api<Balance>('/api/balance', { signal }),
  staleTime: minute / 2,
})
