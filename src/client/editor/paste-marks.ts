import type { Mark } from 'prosemirror-model'
import { allowedHref } from '#markup/sanitise.ts'
import { schema } from '#writing/schema.ts'

const { strong, em, code, link } = schema.marks

/** What a text is that was copied somewhere else, and cannot be here. */
export type Left = { pictures: number; embedded: number; links: number; struck: number }

/** A declaration of an element's own style, lower case; empty where there is none. */
export function styleOf(element: Element, name: string): string {
	const style = element.getAttribute('style') ?? ''
	const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'i').exec(style)
	return found?.[1]?.trim().toLowerCase() ?? ''
}

const isBold = (weight: string): boolean =>
	weight === 'bold' || weight === 'bolder' || Number.parseInt(weight, 10) >= 600

function toggled(marks: readonly Mark[], mark: Mark, on: boolean | undefined): readonly Mark[] {
	if (on === undefined) return marks
	return on ? mark.addToSet(marks) : mark.removeFromSet(marks)
}

/** How the text in an element looks: by what the element is, and by its own style, which has the last word. */
export function marksIn(element: Element, marks: readonly Mark[], left: Left): readonly Mark[] {
	const name = element.localName
	const [weight, slant] = [styleOf(element, 'font-weight'), styleOf(element, 'font-style')]
	const bold = weight !== '' ? isBold(weight) : name === 'b' || name === 'strong' ? true : undefined
	const slanted =
		slant !== ''
			? slant === 'italic' || slant === 'oblique'
			: ['i', 'em', 'cite', 'dfn'].includes(name)
				? true
				: undefined
	let found = toggled(toggled(marks, strong.create(), bold), em.create(), slanted)
	if (['code', 'kbd', 'samp', 'tt'].includes(name)) found = code.create().addToSet(found)
	if (['s', 'strike', 'del'].includes(name) || styleOf(element, 'text-decoration').includes('line-through'))
		left.struck += 1
	if (name !== 'a') return found
	const address = element.getAttribute('href')
	if (address === null || address.trim() === '') return found
	const href = allowedHref(address.trim())
	// A place on the page that it was copied from is none here.
	if (href !== null && !href.startsWith('#')) return link.create({ href }).addToSet(found)
	if (href === null) left.links += 1
	return found
}
