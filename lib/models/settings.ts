/** The one value a later page widens: Full takes up to 12 s by the customer's document (protocol §3.4). */
export type Settings = { full_max_seconds: 12 | 15 }

export const defaultSettings: Settings = { full_max_seconds: 12 }
