import { type Dict, isDict, latinOf, type PdfFile, Ref, type Value } from './pdf-objects.ts'
import { type Fault, fontsOf, nameOf, pagesOf } from './pdf-pages.ts'

/* The rules of PDF/UA-1 (ISO 14289-1) that a machine can check, by their numbers in the Matterhorn protocol 1.1. Not checked, since
   it takes a person: whether what is tagged as an artifact is none, whether the order is the one in which it is read, whether
   a heading is one, and whether words that stand for a picture tell what it shows. Not checked, since no file made here has any:
   forms, scripts, sound, embedded files, encryption, formulas, annotations other than links. */

const STANDARD = new Set(
	'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
		' ',
	),
)

/** What may stand directly in what (ISO 32000-1, 14.8.4); for the others anything may. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
	L: ['LI', 'Caption'],
	LI: ['Lbl', 'LBody'],
	Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
	THead: ['TR'],
	TBody: ['TR'],
	TR: ['TH', 'TD'],
}
const PARENTS: Readonly<Record<string, readonly string[]>> = {
	LI: ['L'],
	LBody: ['LI'],
	TR: ['Table', 'THead', 'TBody'],
	TH: ['TR'],
	TD: ['TR'],
	THead: ['Table'],
	TBody: ['Table'],
}

export type Tagged = {
	readonly tag: string
	readonly dict: Dict
	readonly children: readonly Tagged[]
	/** Text that is read here, with what stands for it where it says so. */
	readonly text: string
	readonly links: readonly Dict[]
}

/** The rules that a file breaks, each with what breaks it; none where it keeps all. And the tree of what is read in it. */
export function checkPdf(file: PdfFile): { readonly faults: string[]; readonly tree: Tagged } {
	const faults: string[] = []
	const fault = (rule: string, what: string) => faults.push(`${rule}: ${what}`)
	const { root, dictOf, follow } = file
	checkDocument(file, fault)
	const fonts = fontsOf(file, fault)
	const pages = pagesOf(file, fonts, fault)
	const parentTree = numbersOf(file, dictOf(dictOf(root.StructTreeRoot).ParentTree))
	const seen = new Map<string, string>()
	const annotations: Dict[] = []

	const read = (ref: Value | undefined, parent: string, page: Value | undefined): Tagged => {
		const dict = dictOf(ref)
		const tag = nameOf(dict.S)
		if (!STANDARD.has(tag)) fault('02-001', `${tag} is no standard type`)
		if (PARENTS[tag] && !PARENTS[tag].includes(parent)) fault('09-004', `${tag} in ${parent}`)
		const own = dict.Pg ?? page
		const kids = follow(dict.K)
		const list: readonly Value[] = Array.isArray(kids)
			? kids
			: kids === undefined || kids === null
				? []
				: [dict.K as Value]
		const children: Tagged[] = []
		const links: Dict[] = []
		let text = ''
		for (const kid of list) {
			const value = follow(kid)
			if (typeof value === 'number') text += content(own, value, dict, tag, ref)
			else if (isDict(value) && nameOf(value.Type) === 'MCR')
				text += content(value.Pg, Number(value.MCID), dict, tag, ref)
			else if (isDict(value) && nameOf(value.Type) === 'OBJR') links.push(link(value, ref))
			else {
				const child = read(kid, tag, own)
				if (CHILDREN[tag] && !CHILDREN[tag].includes(child.tag)) fault('09-004', `${child.tag} in ${tag}`)
				if (dictOf(child.dict.P) !== dict) fault('01', `${child.tag} does not know the ${tag} it is in`)
				children.push(child)
				text += child.text
			}
		}
		return { tag, dict, children, text, links }
	}
	const content = (page: Value | undefined, mcid: number, dict: Dict, tag: string, ref: Value | undefined): string => {
		const id = page instanceof Ref ? page.id : -1
		const found = pages.find((each) => each.id === id)
		const key = `${id}/${mcid}`
		if (seen.has(key)) fault('01', `content ${key} is read twice`)
		seen.set(key, tag)
		const marked = found?.marked.get(mcid)
		if (!found || marked === undefined) {
			fault('01', `content ${key} is nowhere`)
			return ''
		}
		const parents = follow(parentTree.get(Number(found.dict.StructParents)))
		const back = Array.isArray(parents) ? parents[mcid] : undefined
		if (!(back instanceof Ref) || !(ref instanceof Ref) || back.id !== ref.id)
			fault('01', `content ${key} does not lead back to its ${nameOf(dict.S)}`)
		return marked.text
	}
	const link = (value: Dict, ref: Value | undefined): Dict => {
		const annotation = dictOf(value.Obj)
		annotations.push(annotation)
		const back = parentTree.get(Number(annotation.StructParent))
		if (!(back instanceof Ref) || !(ref instanceof Ref) || back.id !== ref.id)
			fault('28-010', 'a link does not lead back to its part')
		const page = pages.find(({ id }) => value.Pg instanceof Ref && id === value.Pg.id)
		const placed = follow(page?.dict.Annots)
		if (!Array.isArray(placed) || !placed.some((each) => dictOf(each) === annotation))
			fault('28', 'a link is not on the page that its part names')
		if (String(annotation.Contents ?? '') === '') fault('28-004', 'a link that says nothing of where it leads')
		return annotation
	}

	const top = follow(dictOf(root.StructTreeRoot).K)
	const whole = read(Array.isArray(top) ? top[0] : dictOf(root.StructTreeRoot).K, '', undefined)
	if (whole.tag !== 'Document') fault('01', 'the tree does not begin with a document')
	for (const page of pages) {
		for (const mcid of page.marked.keys())
			if (!seen.has(`${page.id}/${mcid}`)) fault('01-005', `what is marked ${mcid} on a page is in no part`)
		const placed = follow(page.dict.Annots)
		for (const each of Array.isArray(placed) ? placed : []) {
			if (!annotations.includes(dictOf(each))) fault('28-002', 'a link that is in no part')
			if (nameOf(dictOf(each).Subtype) !== 'Link') fault('28', 'an annotation that is no link')
		}
		if (Array.isArray(placed) && nameOf(page.dict.Tabs) !== 'S')
			fault('28-009', 'a page with links whose order is not that of the tree')
	}
	checkTree(file, whole, fault)
	return { faults, tree: whole }
}

function checkDocument({ root, dictOf, follow, streamOf, version, info }: PdfFile, fault: Fault): void {
	if (Number(version) < 1.7) fault('05', `version ${version}`)
	if (dictOf(root.MarkInfo).Marked !== true) fault('06-001', 'not marked as tagged')
	if (dictOf(root.MarkInfo).Suspects === true) fault('04-001', 'suspects')
	const metadata = latinOf(streamOf(root.Metadata).bytes)
	if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata)) fault('06-002', 'does not say that it is PDF/UA-1')
	if (!/<pdfaid:part>2<\/pdfaid:part>[\s\S]*<pdfaid:conformance>A</.test(metadata))
		fault('PDF/A', 'does not say that it is PDF/A-2a')
	if (!/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(metadata)) fault('06-003', 'no title')
	if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(metadata)) fault('06', 'properties are no XML')
	if (dictOf(root.ViewerPreferences).DisplayDocTitle !== true) fault('07-001', 'shows its name and not its title')
	if (String(follow(info.Title) ?? '') === '') fault('06', 'no title among its properties')
	if (!/^[a-z]{2}-[A-Z]{2}$/.test(String(root.Lang ?? ''))) fault('11-006', 'no language')
	const intents = follow(root.OutputIntents)
	if (!Array.isArray(intents) || intents.length !== 1) fault('PDF/A', 'no profile for its colours')
	for (const key of ['AcroForm', 'XFA', 'JavaScript', 'OpenAction', 'AA'])
		if (root[key] !== undefined) fault('25', `${key} in the file`)
}

function numbersOf({ follow, dictOf }: PdfFile, tree: Dict): Map<number, Value> {
	const numbers = follow(tree.Nums)
	const map = new Map<number, Value>()
	if (Array.isArray(numbers)) {
		for (let at = 0; at + 1 < numbers.length; at += 2) map.set(Number(numbers[at]), numbers[at + 1] as Value)
	}
	const kids = follow(tree.Kids)
	for (const kid of Array.isArray(kids) ? kids : [])
		for (const [key, value] of numbersOf({ follow, dictOf } as PdfFile, dictOf(kid))) map.set(key, value)
	return map
}

/** Every part of a tree, in the order in which they are read. */
export const partsOf = (tree: Tagged): Tagged[] => [tree, ...tree.children.flatMap(partsOf)]

function checkTree({ dictOf }: PdfFile, whole: Tagged, fault: Fault): void {
	const parts = partsOf(whole)
	let level = 0
	for (const { tag } of parts) {
		const [, number] = /^H([1-6])$/.exec(tag) ?? []
		if (number === undefined) continue
		if (level === 0 && number !== '1') fault('14-002', 'the first heading is not of the first level')
		if (Number(number) > level + 1) fault('14-003', `a heading of level ${number} after one of ${level}`)
		level = Number(number)
	}
	const ids = new Set<string>()
	for (const { tag, dict, children, text } of parts) {
		const attributes = dictOf(dict.A)
		if (tag === 'Figure' && String(dict.Alt ?? '') === '') fault('13-004', 'a picture that nothing is said of')
		if (tag === 'Figure' && !Array.isArray(attributes.BBox)) fault('13', 'a picture whose place is not told')
		if (tag === 'TH' && !['Row', 'Column'].includes(nameOf(attributes.Scope)))
			fault('15-003', 'a head that does not say of what')
		if (tag === 'L' && nameOf(attributes.ListNumbering) === '')
			fault('16', 'a list that does not say how it is numbered')
		if (tag === 'LI' && !children.some((child) => child.tag === 'LBody')) fault('16', 'an item without a body')
		if (tag === 'Note') {
			const id = String(dict.ID ?? '')
			if (id === '') fault('19-003', 'a note without a name')
			if (ids.has(id)) fault('19-004', 'two notes of one name')
			ids.add(id)
		}
		if (tag === 'Table') checkRows(children, fault)
		if (/^H\d$/.test(tag) && text.trim() === '') fault('14', 'an empty heading')
	}
}

function checkRows(children: readonly Tagged[], fault: Fault): void {
	const rows = children.flatMap((child) =>
		child.tag === 'TR' ? [child] : child.children.filter(({ tag }) => tag === 'TR'),
	)
	const widths = new Set(rows.map((row) => row.children.length))
	if (widths.size > 1) fault('15', `rows of ${[...widths].join(' and ')} cells in one table`)
}
