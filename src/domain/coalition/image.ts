import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { readJpeg } from './image-jpeg.ts'
import { readPng } from './image-png.ts'
import { readWebp } from './image-webp.ts'

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

/** What a reader of one format finds; null where the bytes are another's. */
export type ReadImage = Pick<Image, 'width' | 'height'> & { readonly parts: readonly Uint8Array[] }

const READERS: readonly (readonly [ImageType, (bytes: Uint8Array) => Result<ReadImage, ImageFault> | null])[] = [
	['png', readPng],
	['jpeg', readJpeg],
	['webp', readWebp],
]

/** Reads a picture by its bytes, without unpacking it; what is not needed to draw it is left out of what is kept. */
export function readImage(bytes: Uint8Array): Result<Image, Rejection> {
	if (bytes.length > IMAGE_BYTES) return refused('bytes')
	for (const [type, read] of READERS) {
		const found = read(bytes)
		if (found === null) continue
		if (!found.ok) return refused(found.reason)
		const { width, height, parts } = found.value
		const fits = (pixels: number) => pixels >= IMAGE_LEAST && pixels <= IMAGE_MOST
		if (!fits(width) || !fits(height)) return refused('pixels')
		return ok({ type, width, height, bytes: joined(parts) })
	}
	return refused('kind')
}

const refused = (why: ImageFault) => refuse<Rejection>({ code: 'imageRefused', field: 'logo', why })

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
	let at = 0
	for (const part of parts) {
		whole.set(part, at)
		at += part.length
	}
	return whole
}
