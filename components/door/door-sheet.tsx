import type { ReactNode } from 'react'

type DoorSheetProps = { title: string; text?: string; children: ReactNode }

/** What stands in the door: a name, a sentence, a form. */
export function DoorSheet({ title, text, children }: DoorSheetProps) {
  return (
    <main
      id="content"
      className="mx-auto grid w-full max-w-95 content-center px-4 pt-4 pb-12 sm:pb-[12dvh]"
    >
      <h1 className="text-2xl font-semibold tracking-[-0.015em] text-balance">{title}</h1>
      {text && <p className="mt-2 text-md text-pretty text-ink-soft">{text}</p>}
      <div className="mt-7">{children}</div>
    </main>
  )
}
