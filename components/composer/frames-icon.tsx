/** Two frames side by side, the second still open: first and last frame. */
export function FramesIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width={15}
      height={15}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinejoin="round"
      aria-hidden
    >
      <rect x="2.5" y="6" width="8" height="12" rx="1.5" />
      <rect x="13.5" y="6" width="8" height="12" rx="1.5" strokeDasharray="2.5 2.2" />
    </svg>
  )
}
