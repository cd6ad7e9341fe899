import { cache } from 'react'
import { cookies, headers } from 'next/headers'
import { chooseLocale, localeCookie, type Locale } from '@/lib/client/locale'

/** The language of this request's reader. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  return chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
})
