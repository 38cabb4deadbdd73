import type { FileRefusal } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Entry } from './zip.ts'

/** Where the parts of a Word document lie in its archive: what they are, relationships say, and not their names. */
export type DocxParts = {
	readonly document: Entry
	readonly styles: Entry | undefined
	readonly numbering: Entry | undefined
	readonly footnotes: Entry | undefined
	readonly endnotes: Entry | undefined
	readonly comments: Entry | undefined
	readonly headers: readonly Entry[]
	/** Addresses behind links of the main part, by the ids they are referred to with. */
	readonly links: readonly Link[]
	/** Of a page header, or of notes. */
	readonly linksOf: (part: Entry | undefined) => readonly Link[]
	/** Everything that is opened. */
	readonly all: readonly Entry[]
}

export type Link = { readonly id: string; readonly target: string }
type Relationship = Link & { readonly type: string }

/** First page, odd and even ones, of two sections. */
const HEADERS_LIMIT = 6

/** Each with its part. */
const RELATIONSHIPS_LIMIT = 64 * 1024

const attribute = (tag: string, name: string) =>
	new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
		.exec(tag)
		?.slice(1)
		.find((value) => value !== undefined) ?? ''

/** What a file of relationships says; nothing where there is none, or none that could be read. */
function relationshipsIn(entry: Entry | undefined): Result<Relationship[], FileRefusal> {
	if (entry === undefined) return ok([])
	if (entry.claimed > RELATIONSHIPS_LIMIT * 8) return refuse('hostile')
	const part = entry.open()
	if (!part.ok) return part
	const xml = new TextDecoder().decode(part.value)
	if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse('hostile')
	const tags = xml.match(/<(?:[\w.-]+:)?Relationship\s[^<>]*>/g) ?? []
	return ok(
		tags.map((tag) => ({
			id: attribute(tag, 'Id'),
			// The last word: the strict kind of the format has other addresses before it.
			type: attribute(tag, 'Type').split('/').at(-1) ?? '',
			target: attribute(tag, 'Target'),
		})),
	)
}

/** Where a target lies, seen from a folder of the archive. */
function resolved(folder: string, target: string): string {
	const steps: string[] = []
	for (const step of `${target.startsWith('/') ? '' : folder}/${target}`.split('/')) {
		if (step === '..') steps.pop()
		else if (step !== '' && step !== '.') steps.push(step)
	}
	return steps.join('/')
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
const relationshipsOf = (name: string) => `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`

/** Finds the parts of a Word document by their relationships. Null: it is none. */
export function partsOfDocx(entries: readonly Entry[]): Result<DocxParts | null, FileRefusal> {
	const byName = new Map(entries.map((entry) => [entry.name, entry]))
	const bySmallName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
	const named = (name: string) => byName.get(name) ?? bySmallName.get(name.toLowerCase())
	const package_ = relationshipsIn(named('_rels/.rels'))
	if (!package_.ok) return package_
	const main = package_.value
		.filter(({ type }) => type === 'officeDocument')
		.map(({ target }) => named(resolved('', target)))
		.find((entry) => entry !== undefined)
	const document = main ?? named('word/document.xml')
	if (document === undefined) return ok(null)
	const own = relationshipsIn(named(relationshipsOf(document.name)))
	if (!own.ok) return own
	const related = (type: string) =>
		own.value
			.filter((each) => each.type === type)
			.map(({ target }) => named(resolved(folderOf(document.name), target)))
			.filter((entry) => entry !== undefined)
	const one = (type: string) => related(type)[0] ?? named(`${folderOf(document.name)}${type}.xml`)
	const stray = entries.filter(({ name }) => /^word\/header\d*\.xml$/.test(name))
	const headers = [...new Set([...related('header'), ...stray])].slice(0, HEADERS_LIMIT)
	const linksIn = (relationships: readonly Relationship[]) => relationships.filter(({ type }) => type === 'hyperlink')
	const [styles, numbering] = [one('styles'), one('numbering')]
	const [footnotes, endnotes, comments] = [one('footnotes'), one('endnotes'), one('comments')]
	const otherLinks = new Map<Entry, readonly Link[]>()
	for (const part of [...headers, footnotes, endnotes]) {
		if (part === undefined) continue
		const of = relationshipsIn(named(relationshipsOf(part.name)))
		otherLinks.set(part, of.ok ? linksIn(of.value) : [])
	}
	const opened = [document, styles, numbering, footnotes, endnotes, ...headers].filter((entry) => entry !== undefined)
	return ok({
		document,
		styles,
		numbering,
		footnotes,
		endnotes,
		comments,
		headers,
		links: linksIn(own.value),
		linksOf: (part) => (part && otherLinks.get(part)) ?? [],
		all: [...new Set(opened)],
	})
}
