/** Where a task stands (protocol §4.1). `completed_at` is milliseconds of the simulator's clock. */
export type TaskState =
  | { status: 'queued'; progress: 0 }
  | { status: 'processing'; progress: number }
  | { status: 'completed'; progress: 100; completed_at: number }
  | { status: 'failed'; progress: 0; completed_at: number; error_message: string }
