/** The bucket of the tests, and the key that opens it: s3rver knows no other. */
export const bucket = 'dailies-test'
export const accessKeyId = 'S3RVER'
export const secretAccessKey = 'S3RVER'

/** What a process is told so that it uses the bucket of the server there. */
export function s3Variables(endpoint: string) {
  return {
    STORAGE: 's3',
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint,
    S3_FORCE_PATH_STYLE: 'true',
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
}
