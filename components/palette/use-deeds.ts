import { useRouter } from 'next/navigation'
import { useConfig } from '@/lib/client/config'
import { fillDraft } from '@/lib/client/draft'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { signOut } from '@/lib/client/sign-out'
import { isAtLeast } from '@/lib/models/access'
import type { Command } from './command'
import { whenThere } from './when-there'

/** What one can do from anywhere, besides going somewhere. */
export function useDeeds(onKeys: () => void): Command[] {
  const { t } = useI18n()
  const router = useRouter()
  const { member, team } = useConfig()
  const words = (key: 'draft' | 'model' | 'search' | 'keys' | 'signOut') =>
    t(`palette.words.${key}`)

  const leave = () => signOut().catch(() => notify({ text: t('shell.notSignedOut'), tone: 'bad' }))
  const making: Command[] = [
    {
      id: 'draft',
      group: 'do',
      icon: 'plus',
      name: t('palette.draft'),
      words: words('draft'),
      run: () => {
        fillDraft({})
        router.push('/')
        whenThere('[data-field=prompt] textarea', (field) => field.focus())
      },
    },
    {
      id: 'model',
      group: 'do',
      icon: 'chevrons-up-down',
      name: t('palette.model'),
      words: words('model'),
      run: () => {
        router.push('/')
        whenThere('button[data-model]', (button) => button.click())
      },
    },
  ]
  return [
    ...(isAtLeast(member, 'creator') ? making : []),
    {
      id: 'search',
      group: 'do',
      icon: 'search',
      name: t('palette.searchGallery'),
      words: words('search'),
      run: () => {
        router.push('/gallery')
        whenThere('[data-search]', (field) => field.focus())
      },
    },
    {
      id: 'keys',
      group: 'do',
      icon: 'keyboard',
      name: t('palette.keys'),
      words: words('keys'),
      run: onKeys,
    },
    ...(team
      ? [
          {
            id: 'sign-out',
            group: 'look' as const,
            icon: 'log-out' as const,
            name: t('shell.signOut'),
            words: words('signOut'),
            run: () => void leave(),
          },
        ]
      : []),
  ]
}
