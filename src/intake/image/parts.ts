import type { Image } from '#domain/coalition/image.ts'

/** What a reader of one format finds: how large the picture is, and the pieces of its bytes that draw it. */
export type ImageParts = Pick<Image, 'width' | 'height'> & { readonly parts: readonly Uint8Array[] }
