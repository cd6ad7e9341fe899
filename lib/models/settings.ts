/** What an installation adds to the capability table. */
export type Settings = {
  /** Full takes up to 12 s by the customer's document, up to 15 by later pages (protocol §3.4). */
  full_max_seconds: 12 | 15
  /** The gateway can fetch our material from us; else it goes through its upload, with that one's limits. */
  own_links?: boolean | undefined
}

export const defaultSettings: Settings = { full_max_seconds: 12 }
