type Ref<Element> = (element: Element) => () => void

/** A ref for each name, the same for the same name: another would make React let go and attach anew. */
export function namedRefs<Element>(
  attach: (name: string, element: Element) => () => void,
): (name: string) => Ref<Element> {
  const refs = new Map<string, Ref<Element>>()
  return (name) => {
    const known = refs.get(name)
    if (known) return known
    const ref: Ref<Element> = (element) => attach(name, element)
    refs.set(name, ref)
    return ref
  }
}
