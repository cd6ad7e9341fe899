import type { ReactNode } from 'react'

type GalleryLayoutProps = {
  children: ReactNode
  /** A clip's page over the gallery. */
  modal: ReactNode
}

export default function GalleryLayout({ children, modal }: GalleryLayoutProps) {
  return (
    <>
      <main
        id="content"
        tabIndex={-1}
        className="min-h-dvh min-w-0 flex-1 outline-none [--pane-x:12px] sm:[--pane-x:16px] desk:[--pane-x:20px]"
      >
        {children}
      </main>
      {modal}
    </>
  )
}
