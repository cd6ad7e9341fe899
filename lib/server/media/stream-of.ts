import 'server-only'

type Chunk = Uint8Array<ArrayBuffer>

/** A generator's chunks as a stream that asks for one when its reader does. `left` is called when the reader leaves early. */
export function streamOf(chunks: AsyncGenerator<Chunk>, left?: () => void): ReadableStream<Chunk> {
  return new ReadableStream<Chunk>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        left?.()
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
