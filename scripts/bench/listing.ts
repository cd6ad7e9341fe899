const rounds = 60

/** Median milliseconds of listing a page of tasks and of the cheapest call, in turn. */
export async function measureListing(address: string): Promise<{ list: number; bare: number }> {
  const list: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    list.push(await time(`${address}/api/tasks?limit=50`))
    bare.push(await time(`${address}/api/health`))
  }
  return { list: median(list), bare: median(bare) }
}

async function time(url: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(url)
  await response.arrayBuffer()
  return performance.now() - start
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
