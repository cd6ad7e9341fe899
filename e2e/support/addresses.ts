/** Where the tests' own app and simulator live; E2E_PORT moves both, for two runs side by side. */
const port = Number(process.env.E2E_PORT || 3210)

export const appUrl = `http://127.0.0.1:${port}`
export const simulatorUrl = `http://127.0.0.1:${port + 1}`
export const dataDir = `test-results/data-${port}`

/** A canary: it may appear nowhere but in requests to the gateway. */
export const apiKey = 'sk-canary-5f1d0c7e9a3b4286'
