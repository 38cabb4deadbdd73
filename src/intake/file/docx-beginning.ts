export type Beginning = {
	readonly xml: string
	/** Elements that are left. */
	readonly elements: number
	readonly whole: boolean
}

/**
 * A Word document's main part up to the first paragraph or table at its top that ends behind so many elements. What is cut is
 * well-formed as far as the part was: the tags that were open are closed.
 */
export function beginningOfDocument(xml: string, limit: number): Beginning {
	const open: string[] = []
	let elements = 0
	for (const { 0: tag, index } of xml.matchAll(/<[^<>!?]+>/g)) {
		const closes = tag.startsWith('</')
		if (closes) open.pop()
		else elements += 1
		if (!closes && !tag.endsWith('/>')) open.push(/^<([^\s/>]+)/.exec(tag)?.[1] ?? '')
		// Within the body, and within nothing else.
		const [document, body] = open
		if (elements < limit || open.length !== 2 || document === undefined) continue
		const end = index + tag.length
		if (xml.startsWith(`</${body}>`, end)) break
		return { xml: `${xml.slice(0, end)}</${body}></${document}>`, elements, whole: false }
	}
	return { xml, elements, whole: true }
}
