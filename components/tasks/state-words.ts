import type { MessageKey } from '@/lib/client/messages'
import type { CardState } from './task-facts'

export const stateWords: Record<CardState, MessageKey> = {
  waiting: 'task.state.waiting',
  submitting: 'task.state.submitting',
  queued: 'task.state.queued',
  processing: 'task.state.processing',
  saving: 'task.state.saving',
  completed: 'task.state.completed',
  lost: 'task.state.lost',
  failed: 'task.state.failed',
  unconfirmed: 'task.state.unconfirmed',
}
