const step = 3.5

/** Bars about a middle line, `heights` of 20 px each, stretched over the place they stand in. */
export function WaveBars({ heights }: { heights: readonly number[] }) {
  return (
    <svg
      viewBox={`0 0 ${heights.length * step} 20`}
      preserveAspectRatio="none"
      fill="currentColor"
      aria-hidden
      className="absolute inset-x-2.5 top-2 h-8 w-[calc(100%-20px)] text-ink-soft"
    >
      {heights.map((height, at) => (
        <rect key={at} x={at * step} y={10 - height / 2} width={1.7} height={height} rx={0.85} />
      ))}
    </svg>
  )
}
