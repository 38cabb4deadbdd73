import type { Coalition } from '#domain/coalition/coalition.ts'
import { href, routes } from '#routes'

/** A picture for the head of a page; undefined for a coalition without one. Its URL changes when the picture does. */
export function logoOf({ slug, name, logo }: Pick<Coalition, 'slug' | 'name' | 'logo'>) {
	if (logo === null) return undefined
	const { sha256, type, width, height, alt } = logo
	// Beside the name, a picture of the name says nothing more.
	return {
		src: href(routes.logo, { coalition: slug, file: `${sha256}.${type}` }),
		width,
		height,
		alt: alt === name ? '' : alt,
	}
}
