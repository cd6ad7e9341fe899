import { createContext, useContext } from 'react'
import type { Member } from '@/lib/models/member'

/** What the browser may know of the server's configuration. */
export type AppConfig = {
  /** No key is set: the gateway is the built-in simulator and nothing is charged. */
  simulated: boolean
  /** The gateway's address, for "copy as cURL". */
  gatewayUrl: string
  /** Files go straight to the bucket, not through the server. */
  directUploads: boolean
  /** Who looks at it. */
  member: Member
  /** There are accounts; else this is one person's own machine. */
  team: boolean
}

export const ConfigContext = createContext<AppConfig | null>(null)

export function useConfig(): AppConfig {
  const config = useContext(ConfigContext)
  if (!config) throw new Error('useConfig needs Providers above it')
  return config
}

export function useMember(): Member {
  return useConfig().member
}
