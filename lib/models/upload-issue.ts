/** Why a file or a link is not taken in. Each is a complaint on `file`, or on `url` for a link. */
export const uploadCodes = [
  /** The form has no part named `file`. */
  'file_missing',
  /** Zero bytes. */
  'file_empty',
  /** Not a picture, a clip or a sound that we can read. */
  'file_type_not_taken',
  /** `allowed`: bytes a file of its kind may have. */
  'file_too_large',
  /** It begins like one of ours and cannot be read. */
  'file_unreadable',
  /** Its beginning can be read; the rest is missing or damaged. */
  'file_truncated',
  /** `width`, `height`: found; `allowed`: pixels altogether. */
  'image_too_large',
  /** `found`, `allowed`: pictures of an animation, or pages. */
  'too_many_frames',
  /** The connection or the form ended before the file did. */
  'upload_broken',
  /** Not an https link. */
  'link_unreadable',
  /** It leads to a place that we do not fetch from. */
  'link_blocked',
  /** Nobody answered, or the answer broke off. */
  'link_unreachable',
  /** `status`: HTTP, other than success. */
  'link_refused',
] as const
export type UploadCode = (typeof uploadCodes)[number]
