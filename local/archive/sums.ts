/** The first entry of an archive: what `sha256sum --check` reads, a line for every other entry, in their order. */
export const SUMS = 'SHA256SUMS'

export type Sum = { readonly name: string; readonly sha256: string }

const LINE = /^([0-9a-f]{64}) {2}([\w./-]+)$/

export const sumsText = (sums: readonly Sum[]): string =>
	sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')

/** Undefined for anything that `sumsText` would not write. */
export function readSums(text: string): Sum[] | undefined {
	const sums = text
		.split('\n')
		.slice(0, -1)
		.flatMap((line) => {
			const [, sha256, name] = LINE.exec(line) ?? []
			return sha256 === undefined || name === undefined ? [] : { name, sha256 }
		})
	return sumsText(sums) === text ? sums : undefined
}
