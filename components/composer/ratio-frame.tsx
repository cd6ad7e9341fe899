const box = { width: 30, height: 24 }
const area = 350

/** Width and height of a ratio's frame, of equal area where the 30 × 24 box allows it. */
function frameSize(ratio: string): { width: number; height: number } {
  const [across = 16, down = 9] = ratio.split(':').map(Number)
  const width = Math.min(
    Math.sqrt((area * across) / down),
    box.width - 2,
    ((box.height - 1) * across) / down,
  )
  return { width, height: (width * down) / across }
}

/** A ratio drawn as a small frame; one that the material decides is dashed. */
export function RatioFrame({ ratio, className }: { ratio: string; className?: string }) {
  const free = !ratio.includes(':')
  const { width, height } = frameSize(free ? '16:9' : ratio)
  return (
    <svg
      viewBox={`0 0 ${box.width} ${box.height}`}
      width={box.width}
      height={box.height}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeDasharray={free ? '3 2.4' : undefined}
      aria-hidden
      className={className}
    >
      <rect
        x={(box.width - width) / 2}
        y={(box.height - height) / 2}
        width={width}
        height={height}
        rx={2}
      />
    </svg>
  )
}
