/** Where the tests' own app and simulator live. The key is a canary: it may appear nowhere else. */
export const appUrl = 'http://127.0.0.1:3210'
export const simulatorUrl = 'http://127.0.0.1:4110'
export const apiKey = 'sk-canary-5f1d0c7e9a3b4286'
export const dataDir = 'test-results/data'
