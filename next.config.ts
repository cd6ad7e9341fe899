import type { NextConfig } from 'next'

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  poweredByHeader: false,
  // The optimiser is a decoder open to strangers; posters are made once, by us.
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'sharp', 'undici', 'pino', 'mediabunny', 'ipaddr.js'],
  // `npm run verify` checks types; starting the product does not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default config
