import type { ReactNode } from 'react'

export default function AssetsLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="flex min-h-dvh min-w-0 flex-1 flex-col pb-30 outline-none [--pane-x:12px] sm:[--pane-x:16px] desk:[--pane-x:20px]"
    >
      {children}
    </main>
  )
}
