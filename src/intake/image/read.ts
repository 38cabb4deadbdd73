import {
	IMAGE_BYTES,
	IMAGE_LEAST,
	IMAGE_MOST,
	type Image,
	type ImageFault,
	type ImageType,
} from '#domain/coalition/image.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { joined } from '#intake/joined.ts'
import { readJpeg } from './jpeg.ts'
import type { ImageParts } from './parts.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

const READERS: readonly (readonly [ImageType, (bytes: Uint8Array) => Result<ImageParts, ImageFault> | null])[] = [
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
