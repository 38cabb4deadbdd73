import { type ILevelsOptions, LevelFormat } from 'docx'
import { STEP } from './styles.ts'

/** Where a paragraph stands: in which list, and on which of its levels. */
type Numbering = { readonly reference: string; readonly instance: number; readonly level: number }

/** A list of Word's: positions on its first level, their sub-points on its second. */
type List = { readonly reference: string; readonly instance: number; position: number; subPoints: number }
type Apart = { readonly reference: string; readonly instance: number; readonly head: string; next: number }

const BULLETS = 'bullets'
const POSITION = 0
const SUB_POINT = 1

/** The lists of a document, in which each paragraph gets the number that the letter gives it, counted by Word. */
export type Lists = {
	readonly position: (number: number) => Numbering
	/** Null: no letter that Word could count to. */
	readonly subPoint: (letter: string) => Numbering | null
	readonly bullet: () => Numbering
	/** What was asked for, to be declared once all has been. */
	readonly declared: () => readonly { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[]
}

/** Asked in the order of the text. `accent`: the colour of numbers, without its `#`. */
export function listsIn(accent: string): Lists {
	const declared = new Map<string, readonly ILevelsOptions[]>()
	let instances = 0
	let list: List | null = null
	let apart: Apart | null = null
	const declare = (reference: string, levels: readonly ILevelsOptions[]) => {
		declared.set(reference, levels)
		instances += 1
		return { reference, instance: instances }
	}
	const look = (level: number, hanging = STEP) => ({
		run: { bold: true, italics: false, color: accent },
		paragraph: { indent: { left: (level + 1) * STEP, hanging } },
	})
	const levels = (from: number, head: string, letter: number): ILevelsOptions[] => [
		{ level: POSITION, format: LevelFormat.DECIMAL, text: '%1.', start: from, style: look(POSITION) },
		{ level: SUB_POINT, format: LevelFormat.LOWER_LETTER, text: `${head}%2.`, start: letter, style: look(SUB_POINT) },
	]
	return {
		position: (number) => {
			apart = null
			if (list === null || list.position + 1 !== number)
				list = { ...declare(`positions-${number}`, levels(number, '', 1)), position: number, subPoints: 0 }
			list.position = number
			list.subPoints = 0
			return { reference: list.reference, instance: list.instance, level: POSITION }
		},
		subPoint: (letter) => {
			const [, head, last] = /^([a-z]*)([a-z])$/.exec(letter) ?? []
			if (head === undefined || last === undefined) return null
			const at = last.charCodeAt(0) - 97
			if (list !== null && head === '' && list.subPoints === at) {
				list.subPoints += 1
				return { reference: list.reference, instance: list.instance, level: SUB_POINT }
			}
			// Word goes from z to aa, bb, cc: what stands before the last letter is the list's own text.
			if (apart === null || apart.head !== head || apart.next !== at)
				apart = { ...declare(`letters-${head}-${at + 1}`, levels(1, head, at + 1)), head, next: at }
			apart.next += 1
			return { reference: apart.reference, instance: apart.instance, level: SUB_POINT }
		},
		bullet: () => {
			if (!declared.has(BULLETS))
				declared.set(BULLETS, [
					{ level: POSITION, format: LevelFormat.BULLET, text: '•', style: look(POSITION, STEP / 2) },
				])
			return { reference: BULLETS, instance: 0, level: POSITION }
		},
		declared: () => [...declared].map(([reference, ofList]) => ({ reference, levels: ofList })),
	}
}
