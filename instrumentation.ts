/** Once per server process: migrations, the gateway or its simulator, the first admin, the engine's loop. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { context } = await import('@/lib/server/context')
  const { startLoop } = await import('@/lib/server/engine/loop')
  const { announceFirstAdmin } = await import('@/lib/server/members/first-admin')
  const { fillMissingWords } = await import('@/lib/server/search/fill')
  const shared = await context()
  await announceFirstAdmin(shared)
  startLoop(shared)
  void fillMissingWords(shared)
}
