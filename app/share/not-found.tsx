import { requestLocale } from '../request-locale'
import { words } from './words'

/** One page for every link that opens nothing, whatever the reason. */
export default async function NotFound() {
  const t = words(await requestLocale())
  return (
    <main
      id="content"
      className="grid place-content-center justify-items-center gap-1.5 p-6 text-center"
    >
      <h1 className="text-xl font-semibold">{t('share.goneTitle')}</h1>
      <p className="max-w-96 text-pretty text-ink-soft">{t('share.goneText')}</p>
    </main>
  )
}
