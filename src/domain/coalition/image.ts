/** Why a picture cannot be used as a logo. `kind`: it is no PNG, JPEG or WebP, whatever its name says. */
export type ImageFault = 'kind' | 'bytes' | 'pixels' | 'moving' | 'broken'

/** Largest logo. Bytes. */
export const IMAGE_BYTES = 200_000
/** Least and most width and height. Pixels: what a browser unpacks of a picture is four bytes for each. */
export const IMAGE_LEAST = 16
export const IMAGE_MOST = 2000

export const IMAGE_TYPES = ['png', 'jpeg', 'webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/** A picture, cut down to what draws it: no place, no camera, no name of whoever made it. */
export type Image = {
	readonly type: ImageType
	readonly width: number
	readonly height: number
	readonly bytes: Uint8Array<ArrayBuffer>
}
