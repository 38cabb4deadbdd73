/** The lines on a mail's envelope as programs put them above a mail that is sent on: in Swedish, English and what neighbours write. */
const NAMES: Readonly<Record<string, string>> = {
	från: 'from',
	from: 'from',
	fra: 'from',
	von: 'from',
	lähettäjä: 'from',
	avsändare: 'from',
	datum: 'sent',
	date: 'sent',
	dato: 'sent',
	skickat: 'sent',
	skickad: 'sent',
	sent: 'sent',
	sendt: 'sent',
	gesendet: 'sent',
	lähetetty: 'sent',
	till: 'to',
	to: 'to',
	til: 'to',
	an: 'to',
	vastaanottaja: 'to',
	mottagare: 'to',
	kopia: 'cc',
	cc: 'cc',
	kopi: 'cc',
	kopio: 'cc',
	bcc: 'bcc',
	'hemlig kopia': 'bcc',
	'dold kopia': 'bcc',
	ämne: 'subject',
	subject: 'subject',
	emne: 'subject',
	betreff: 'subject',
	aihe: 'subject',
	ärende: 'subject',
	'svar till': 'replyTo',
	'svara till': 'replyTo',
	'reply-to': 'replyTo',
	prioritet: 'importance',
	importance: 'importance',
	'bifogade filer': 'attachments',
	attachments: 'attachments',
}

/** A line of it, in bold where the program writes so. */
const LINE =
	/^[ \t\u00a0]{0,8}\*{0,2}([\p{L}-]{2,14}(?: \p{L}{4,6})?)[ \t\u00a0]{0,3}(?::\*{0,2}|\*{1,2}:)[ \t\u00a0]{0,40}(.*)$/u

/** Lines that an envelope has at most: one may name hundreds of addressees, and then goes on over many. */
const MOST_LINES = 60

/** A line this long may go on in the next, where a program has broken it. Characters. */
const BROKEN_FROM = 56

export type Envelope = {
	readonly subject: string | null
	/** How many of its lines have names that are known. */
	readonly names: ReadonlySet<string>
	/** Where what follows it begins. */
	readonly end: number
}

type Named = { readonly name: string; readonly value: string }

function named(line: string): Named | null {
	const [, written = '', value = ''] = LINE.exec(line) ?? []
	const name = NAMES[written.toLowerCase()]
	return name === undefined ? null : { name, value: value.trim() }
}

/** Marks before each line of what is quoted. */
export const QUOTE = /^[ >]*> ?/

/** The envelope that begins with a line, be it quoted; null where that is none of its lines. */
export function envelopeAt(all: readonly string[], first: number): Envelope | null {
	const line = all[first] ?? ''
	const quoted = QUOTE.test(line)
	const opening = named(quoted ? line.replace(QUOTE, '') : line)
	if (opening === null) return null
	const near = all.slice(first, first + MOST_LINES)
	const read = envelopeOf(quoted ? near.map((each) => each.replace(QUOTE, '')) : near, opening)
	return { ...read, end: first + read.end }
}

function envelopeOf(lines: readonly string[], opening: Named): Envelope {
	const names = new Set([opening.name])
	let subject = opening.name === 'subject' ? opening.value : null
	let last = opening.name
	/** Whether there is an empty line between each, as where each was a paragraph. */
	let spaced: boolean | null = null
	let at = 1
	const isNew = (line: string | undefined) => {
		const found = named(line ?? '')
		return found !== null && !names.has(found.name)
	}
	while (at < lines.length) {
		const line = lines[at] ?? ''
		if (line.trim() === '') {
			if (spaced === false || !isNew(lines[at + 1])) break
			spaced = true
			at += 1
			continue
		}
		const found = named(line)
		if (found !== null && names.has(found.name)) break
		if (found !== null) {
			spaced ??= false
			names.add(found.name)
			last = found.name
			if (last === 'subject') subject = found.value
		} else {
			const folded = /^[ \t]+\S/.test(line)
			const before = lines[at - 1] ?? ''
			const broken =
				last === 'subject'
					? before.length >= BROKEN_FROM && (lines[at + 1] ?? '').trim() === ''
					: /[;,<]\s*$/.test(before) || /@\S*>[;,]?\s*$/.test(line)
			if (!folded && !broken) break
			if (last === 'subject') subject = `${subject} ${line.trim()}`
		}
		at += 1
	}
	return { subject, names, end: at }
}

/** Says by itself that a mail begins: nobody writes these lines one below the other otherwise. */
export function isWhole({ names }: Envelope): boolean {
	return names.size >= 3 && names.has('from') && (names.has('subject') || names.has('sent'))
}
