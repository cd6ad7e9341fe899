import 'server-only'

/** Where a listed host may be reached: `127.0.0.1:4010`, or both default ports when none is named. */
export type HostList = ReadonlySet<string>

/**
 * Reads `host[:port]` entries in any spelling a URL allows. Throws on an entry that is no host: a
 * mistyped allowance must not be silently absent.
 */
export function parseHosts(entries: readonly string[]): HostList {
  return new Set(
    entries.flatMap((entry) => {
      const url = URL.canParse(`http://${entry}/`) ? new URL(`http://${entry}/`) : null
      if (!url || url.pathname !== '/' || url.username || url.search || url.hash)
        throw new Error(`Not a host or host:port: ${entry}`)
      const host = bareHost(url)
      const port = /:(\d+)$/.exec(entry)?.[1]
      return port ? [`${host}:${Number(port)}`] : [`${host}:80`, `${host}:443`]
    }),
  )
}

/**
 * Whether the last URL of a chain of redirects has the privilege of a listed host. A stranger's redirect
 * has no claim to it: from there on, listed hosts too are reached only if they are public.
 */
export function isTrusted(chain: readonly URL[], list: HostList): boolean {
  return chain.every((url) => list.has(`${bareHost(url)}:${portOf(url)}`))
}

/**
 * Why a URL may not be asked for, before any name is resolved; null when it may. A trusted URL may use
 * plain HTTP and any port; any other is reached by HTTPS on one of `ports`.
 */
export function urlProblem(url: URL, trusted: boolean, ports: readonly number[]): string | null {
  if (url.username !== '' || url.password !== '') return 'the URL carries credentials'
  if (url.protocol !== 'https:' && !(trusted && url.protocol === 'http:'))
    return `the scheme ${url.protocol} is not allowed here`
  if (!trusted && !ports.includes(portOf(url))) return `port ${portOf(url)} is not allowed here`
  return null
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'http:' ? 80 : 443
}

/** `example.com.` and `example.com` are one host. */
function bareHost(url: URL): string {
  return url.hostname.replace(/\.$/, '')
}
