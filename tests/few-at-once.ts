/** Does the work of every item, `most` of them at any moment. */
export async function fewAtOnce<Item>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  // One iterator for all: who is done takes the next item.
  const left = items[Symbol.iterator]()
  const hands = Array.from({ length: most }, async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value)
  })
  await Promise.all(hands)
}
