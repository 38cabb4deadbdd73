import type { Letter, Line, Piece } from '#export/letter/letter.ts'

/** What an office program is to make of a letter. */
export type Expected = {
	/** The lines of the text in order, with numbers and letters, marks of notes as they are, and no two blanks in a row. */
	readonly lines: readonly string[]
	/** What stands in lists, by how deep: positions and bullets 1, sub-points 2. */
	readonly items: readonly (readonly [depth: number, text: string])[]
	readonly headings: readonly (readonly [level: number, text: string])[]
	/** Tables with a row at their top that is repeated on each page. */
	readonly headRows: number
	readonly notes: readonly string[]
}

const textOf = (line: Line) => line.map((each) => ('note' in each ? String(each.note) : each.text)).join('')

export const oneBlank = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What is expected of a letter, all of whose notes are referred to. */
export function expectedOf(letter: Letter): Expected {
	const pieces = [...letter.body, ...letter.after]
	const lines = [
		letter.author,
		...letter.facts.map(({ label, value }) => `${label}: ${value}`),
		letter.title,
		...pieces.flatMap(linesOf),
		textOf(letter.end),
	]
	return {
		lines: lines
			.flatMap((line) => line.split('\n'))
			.map(oneBlank)
			.filter((line) => line !== ''),
		items: pieces.flatMap(itemsOf).map(([depth, text]) => [depth, oneBlank(text)] as const),
		headings: [
			[1, letter.title] as const,
			...pieces.flatMap((piece) =>
				piece.kind === 'heading' ? [[piece.level, oneBlank(textOf(piece.text))] as const] : [],
			),
		],
		headRows: pieces.filter(({ kind }) => kind === 'table').length,
		notes: letter.notes.map(({ text }) => oneBlank(textOf(text))),
	}
}

function linesOf(piece: Piece): readonly string[] {
	switch (piece.kind) {
		case 'list':
			return piece.items.map((item) => `• ${textOf(item)}`)
		case 'positions':
			return piece.items.flatMap(({ number, text, subPoints }) => [
				...(number === null ? [textOf(text)] : [`${number}. ${textOf(text)}`]),
				...subPoints.map((each) => `${each.letter}. ${textOf(each.text)}`),
			])
		case 'table':
			return [piece.caption ?? '', ...[piece.header, ...piece.rows].flat().map(textOf)]
		case 'quote':
			return [textOf(piece.text), ...(piece.source === null ? [] : [textOf(piece.source)])]
		default:
			return [textOf(piece.text)]
	}
}

function itemsOf(piece: Piece): readonly (readonly [number, string])[] {
	if (piece.kind === 'list') return piece.items.map((item) => [1, textOf(item)] as const)
	if (piece.kind !== 'positions') return []
	return piece.items.flatMap(({ number, text, subPoints }) => [
		...(number === null ? [] : [[1, textOf(text)] as const]),
		...subPoints.map((each) => [2, textOf(each.text)] as const),
	])
}
