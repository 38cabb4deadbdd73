/** Why a picture cannot be used as a logo. */
export type ImageFault = 'kind' | 'bytes' | 'pixels' | 'moving' | 'broken'

/** Largest logo. Bytes. */
export const IMAGE_BYTES = 200_000
/** Least and most width and height. Pixels. */
export const IMAGE_LEAST = 16
export const IMAGE_MOST = 2000
