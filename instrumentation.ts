/** Once per server process: migrations, the gateway or its simulator, and the engine's loop. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { context } = await import('@/lib/server/context')
  const { startLoop } = await import('@/lib/server/engine/loop')
  startLoop(await context())
}
