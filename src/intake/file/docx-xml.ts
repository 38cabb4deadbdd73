import type { FileRefusal } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/** Elements within elements: Word's own hardly come to thirty, with tables in tables. */
const DEPTH_LIMIT = 200

export type Xml = { readonly xml: string; readonly elements: number }

/** XML in UTF-8 that declares no entities, which no writer of Word documents does, and that nests no deeper than it should. */
export function harmlessXml(bytes: Uint8Array): Result<Xml, FileRefusal> {
	if (bytes.includes(0)) return refuse('broken')
	const xml = new TextDecoder().decode(bytes)
	if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse('hostile')
	let depth = 0
	let elements = 0
	for (const [tag] of xml.matchAll(/<[^<>!?]+>/g)) {
		if (!tag.startsWith('</')) elements += 1
		if (tag.startsWith('</')) depth -= 1
		else if (!tag.endsWith('/>')) depth += 1
		if (depth > DEPTH_LIMIT) return refuse('hostile')
	}
	return ok({ xml: byUsualPrefix(xml), elements })
}

const NAMESPACE =
	/\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/

/** Some writers call Word's elements by another prefix than Word does. */
function byUsualPrefix(xml: string): string {
	const prefix = NAMESPACE.exec(xml)?.[1]
	if (prefix === undefined || prefix === 'w' || /\sxmlns:w\s*=/.test(xml)) return xml
	return xml.replace(/<[^<>]+>/g, (tag) =>
		tag
			.replace(new RegExp(`^(</?)${prefix}:`), '$1w:')
			.replace(new RegExp(`(\\s(?:xmlns:)?)${prefix}(?=[:=\\s])`, 'g'), (_whole, before: string) => `${before}w`),
	)
}

export type Tag = {
	/** Without the prefix, which is Word's own. */
	readonly name: string
	readonly opens: boolean
	readonly closes: boolean
	/** Of the attribute `val`; of another. */
	readonly val: string | undefined
	readonly get: (attribute: string) => string | undefined
	readonly start: number
	readonly end: number
}

/** Compiled once: a document has a hundred thousand tags. */
const ATTRIBUTES = new Map<string, RegExp>()

function attributeIn(tag: string, name: string): string | undefined {
	const known = ATTRIBUTES.get(name) ?? new RegExp(`\\sw:${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
	ATTRIBUTES.set(name, known)
	const found = known.exec(tag)
	return found?.[1] ?? found?.[2]
}

/** The tags of Word's own elements, in order. One that is empty opens and closes. */
export function* tagsIn(xml: string): Generator<Tag> {
	for (const { 0: tag, 1: slash, 2: name = '', index } of xml.matchAll(/<(\/?)w:([A-Za-z]+)(?=[\s/>])[^<>]*>/g)) {
		const get = (attribute: string) => attributeIn(tag, attribute)
		yield {
			name,
			opens: slash === '',
			closes: slash === '/' || tag.endsWith('/>'),
			get val() {
				return get('val')
			},
			get,
			start: index,
			end: index + tag.length,
		}
	}
}

/** Whether an element that is on by being there is on. */
export const isOn = ({ val }: Tag) => val === undefined || !/^(?:0|false|off|none)$/.test(val)
