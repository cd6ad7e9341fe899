export const storageKinds = ['local', 's3'] as const
export type StorageKind = (typeof storageKinds)[number]

/** Where the media of a test app live; `TEST_STORAGE=s3` runs every test on a bucket. */
export const usualStorage: StorageKind = process.env['TEST_STORAGE'] === 's3' ? 's3' : 'local'
