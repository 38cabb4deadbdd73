import { type Dict, isDict, latinOf, Name, type PdfFile, Reader, Ref, type Value } from './pdf-objects.ts'

export type Fault = (rule: string, what: string) => void

export type Page = {
	readonly dict: Dict
	readonly id: number
	readonly marked: ReadonlyMap<number, { text: string; tag: string }>
}

export const nameOf = (value: Value | undefined): string => (value instanceof Name ? value.text : '')

type Font = { readonly unicode: ReadonlyMap<number, string>; readonly widths: readonly Value[] }

export function fontsOf({ root, dictOf, follow, streamOf }: PdfFile, fault: Fault): Map<Dict, Font> {
	const fonts = new Map<Dict, Font>()
	const kids = follow(dictOf(root.Pages).Kids)
	for (const page of Array.isArray(kids) ? kids : []) {
		for (const each of Object.values(dictOf(dictOf(dictOf(page).Resources).Font))) {
			const font = dictOf(each)
			if (fonts.has(font)) continue
			const descendants = follow(font.DescendantFonts)
			const inner = dictOf(Array.isArray(descendants) ? descendants[0] : undefined)
			if (dictOf(inner.FontDescriptor).FontFile2 === undefined) fault('31-009', 'a font that is not embedded')
			if (nameOf(font.Encoding) !== 'Identity-H' || nameOf(inner.CIDToGIDMap) !== 'Identity')
				fault('31-006', 'a font without a map')
			const widths = follow(inner.W)
			const list = Array.isArray(widths) ? follow(widths[1]) : []
			fonts.set(font, {
				unicode: unicodeOf(latinOf(streamOf(font.ToUnicode).bytes)),
				widths: Array.isArray(list) ? list : [],
			})
		}
	}
	return fonts
}

function unicodeOf(cmap: string): Map<number, string> {
	const map = new Map<number, string>()
	for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
		const first = Number.parseInt(from, 16)
		for (const [index, [, units = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
			const text = (units.match(/[0-9a-f]{4}/g) ?? [])
				.map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
				.join('')
			map.set(first + index, text)
		}
	}
	return map
}

export function pagesOf(file: PdfFile, fonts: ReadonlyMap<Dict, Font>, fault: Fault): Page[] {
	const kids = file.follow(file.dictOf(file.root.Pages).Kids)
	return (Array.isArray(kids) ? kids : []).map((ref) => {
		const dict = file.dictOf(ref)
		return { dict, id: ref instanceof Ref ? ref.id : -1, marked: markedOn(file, dict, fonts, fault) }
	})
}

type Mark = { readonly tag: string; readonly mcid: number | null; readonly actual: string | null; text: string }

/** What is shown on a page, by the mark it stands in. */
function markedOn(file: PdfFile, page: Dict, fonts: ReadonlyMap<Dict, Font>, fault: Fault) {
	const resources = file.dictOf(file.dictOf(page.Resources).Font)
	const reader = new Reader(latinOf(file.streamOf(page.Contents).bytes))
	const open: Mark[] = []
	const marked = new Map<number, { text: string; tag: string }>()
	let font: Font | undefined
	let operands: Value[] = []
	const show = (codes: string) => {
		let text = ''
		for (const [code] of codes.matchAll(/[\s\S]{2}/g)) {
			const number = code.charCodeAt(0) * 256 + code.charCodeAt(1)
			if (number === 0) fault('31-030', 'a character that the font does not have is shown')
			const found = font?.unicode.get(number)
			if (found === undefined || found === '' || /[\p{Cc}\ufeff\p{Noncharacter_Code_Point}]/u.test(found))
				fault('31-027', `character ${number} is no text`)
			if (typeof font?.widths[number] !== 'number') fault('31-011', `character ${number} has no width`)
			text += found ?? ''
		}
		const last = open.at(-1)
		if (last) last.text += text
	}
	const inArtifact = () => open.some(({ tag }) => tag === 'Artifact')
	const inPart = () => open.some(({ mcid }) => mcid !== null)
	for (let value = reader.value(); value !== undefined; value = reader.value()) {
		if (value === null || typeof value !== 'object' || !('operator' in value)) {
			operands.push(value as Value)
			continue
		}
		// biome-ignore lint/nursery/useExhaustiveSwitchCases: the other operators show nothing
		switch (value.operator) {
			case 'BDC':
			case 'BMC': {
				const told = operands[1]
				const dict = isDict(told) ? told : {}
				const mcid = typeof dict.MCID === 'number' ? dict.MCID : null
				const tag = nameOf(operands[0])
				if (tag === 'Artifact' && inPart()) fault('01-003', 'an artifact in what is read')
				if (mcid !== null && inArtifact()) fault('01-004', 'what is read in an artifact')
				open.push({ tag, mcid, actual: typeof dict.ActualText === 'string' ? dict.ActualText : null, text: '' })
				break
			}
			case 'EMC': {
				const closed = open.pop()
				if (closed === undefined) fault('01', 'the end of what never began')
				else if (closed.mcid !== null) marked.set(closed.mcid, { text: closed.text, tag: closed.tag })
				else {
					const outer = open.at(-1)
					if (outer) outer.text += closed.actual ?? closed.text
				}
				break
			}
			case 'Tf':
				font = fonts.get(file.dictOf(resources[nameOf(operands[0])]))
				break
			case 'TJ':
			case 'Tj': {
				if (!inArtifact() && !inPart()) fault('01-005', 'text that is neither read nor an artifact')
				const shown = operands[0]
				for (const each of Array.isArray(shown) ? shown : [shown]) if (typeof each === 'string') show(each)
				break
			}
			case 'f':
			case 'S':
			case 'B':
			case 'Do':
				if (!inArtifact() && !inPart()) fault('01-005', `${value.operator} is neither read nor an artifact`)
				break
		}
		operands = []
	}
	if (open.length > 0) fault('01', 'what began has no end')
	return marked
}
