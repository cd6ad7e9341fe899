import type { NextConfig } from 'next'

const noSniffing = { key: 'X-Content-Type-Options', value: 'nosniff' }
// For what a browser opens; a script or a style has no use for them.
const documentHeaders = [
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

// What a link opens is for whoever was given it: not for those they go on to, nor for search.
const shareHeaders = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex' },
]

const config: NextConfig = {
  poweredByHeader: false,
  // The optimiser is a decoder open to strangers; posters are made once, by us.
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'sharp', 'undici', 'pino', 'mediabunny', 'ipaddr.js'],
  // `npm run verify` checks types; starting the product does not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Bytes before minifying. Many small chunks compress worse and cost a request each: with the
  // usual 50,000 the studio weighs 4 % more.
  experimental: { turbopackChunking: { minChunkSize: 400_000 } },
  headers: async () => [
    { source: '/:path*', headers: [noSniffing] },
    { source: '/((?!_next/static/).*)', headers: documentHeaders },
    { source: '/share/:path*', headers: shareHeaders },
  ],
}

export default config
