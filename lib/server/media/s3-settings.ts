import 'server-only'

export type S3Settings = {
  /** Of the bucket itself, with a slash at its end: `https://clips.s3.eu-west-1.amazonaws.com/`. */
  bucketUrl: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}
