/** Nothing lies over the gallery. */
export default function NoTask() {
  return null
}
