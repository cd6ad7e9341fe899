import 'server-only'

/** Bytes that strangers made: nothing may sniff them, run them or embed them elsewhere. */
export const mediaHeaders = {
  'Accept-Ranges': 'bytes',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const
