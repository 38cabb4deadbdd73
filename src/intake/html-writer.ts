import { itemMark } from './item-mark.ts'

type List = { next: number; readonly type: string }

/** Puts the text of a page together: a break, or an item's number, waits until something follows it. */
export function htmlWriter() {
	const pieces: string[] = []
	let begun = false
	let spaced = true
	let breaks = 0
	let marker = ''
	const lists: (List | null)[] = []
	let kept = 0
	let link: { readonly address: string; readonly from: number } | null = null

	const put = (text: string) => {
		if (text === '') return
		if (begun && breaks > 0) pieces.push('\n'.repeat(breaks))
		const fresh = spaced || breaks > 0 || marker !== ''
		pieces.push(marker, fresh ? text.replace(/^ +/, '') : text)
		;[begun, breaks, marker] = [true, 0, '']
		spaced = text.endsWith(' ')
	}

	const linkEnds = () => {
		if (link === null) return
		const { address, from } = link
		link = null
		// A link that shows an address says that one.
		if (!pieces.slice(from).join('').includes('@')) put(`${spaced ? '' : ' '}<${address}>`)
	}

	return {
		text: (text: string) => {
			if (kept === 0) {
				if (/[^ ]/.test(text)) put(text)
				else if (text !== '' && begun && breaks === 0 && !spaced) put(' ')
				return
			}
			for (const [index, line] of text.split('\n').entries()) {
				if (index > 0) breaks = Math.min(breaks + 1, 2)
				put(line)
			}
		},
		/** `more`: it is added to those before it, up to an empty line. */
		breaks: (count: number, more = false) => {
			if (marker !== '') return
			breaks = more ? Math.min(breaks + count, 2) : Math.max(breaks, count)
		},
		listBegins: (list: { readonly from: number; readonly type: string } | null) => {
			marker = ''
			breaks = Math.max(breaks, lists.length === 0 ? 2 : 1)
			lists.push(list && { next: list.from, type: list.type })
		},
		listEnds: () => {
			marker = ''
			lists.pop()
			breaks = Math.max(breaks, lists.length === 0 ? 2 : 1)
		},
		item: (value: number) => {
			const list = lists.at(-1) ?? null
			if (list !== null && Number.isSafeInteger(value)) list.next = value
			breaks = Math.max(breaks, 1)
			marker = list === null ? '• ' : `${itemMark(list.next, list.type)}. `
			if (list !== null) list.next += 1
		},
		keep: (on: boolean) => {
			kept = Math.max(0, kept + (on ? 1 : -1))
		},
		isKept: () => kept > 0,
		linkBegins: (target: string) => {
			linkEnds()
			const addresses = /^\s*mailto:([^?]{3,300})/i.exec(target)?.[1]
			if (addresses !== undefined) link = { address: unescaped(addresses).trim(), from: pieces.length }
		},
		linkEnds,
		done: () => {
			linkEnds()
			return pieces
				.join('')
				.replace(/ {2,}/g, ' ')
				.replace(/ ?\n ?/g, '\n')
				.trim()
		},
	}
}

function unescaped(address: string): string {
	try {
		return decodeURIComponent(address)
	} catch {
		return address
	}
}
