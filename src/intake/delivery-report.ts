import { decodeAs } from './charset.ts'
import { type MailPart, partsOf } from './mail-parts.ts'

/** What a mail server says of one addressee (RFC 3464, section 2.3). `action`: in its words, in lower case. */
export type RecipientReport = { readonly address: string; readonly action: string; readonly said: string }

export type DeliveryReport = {
	/** What it says to people. */
	readonly text: string
	readonly recipients: readonly RecipientReport[]
}

/** Addressees in one report, and characters of it, that are read. A letter of ours has twenty. */
const RECIPIENTS_READ = 100
const READ = 64 * 1024

const plain = (part: MailPart) => {
	const bytes = new Uint8Array(part.content ?? new ArrayBuffer())
	return decodeAs(bytes.subarray(0, READ), part.contentType.parsed.params.charset ?? '').replace(/\r\n?/g, '\n')
}

/** Reads a report of what became of a mail (RFC 3462); null where it is none. What it gives back of that mail is not read. */
export async function readReport(raw: Uint8Array<ArrayBuffer>): Promise<DeliveryReport | null> {
	const top = await partsOf(raw)
	if (top?.contentType.parsed.value !== 'multipart/report') return null
	const typed = (type: RegExp) => top.childNodes.filter(({ contentType }) => type.test(contentType.parsed.value))
	const [status] = typed(/^message\/(?:global-)?delivery-status$/)
	if (status === undefined) return null
	const [said] = leaves(top).filter(({ contentType }) => contentType.parsed.value === 'text/plain')
	return { text: said === undefined ? '' : plain(said).trim(), recipients: recipientsIn(plain(status)) }
}

const leaves = (part: MailPart): MailPart[] =>
	part.contentType.multipart === false ? [part] : part.childNodes.flatMap(leaves)

/** Groups of fields with empty lines between: the first of the mail, each of the others of one addressee. */
export function recipientsIn(text: string): RecipientReport[] {
	const found: RecipientReport[] = []
	for (const group of text.split(/\n[ \t]*\n/)) {
		if (found.length === RECIPIENTS_READ) break
		const fields = new Map<string, string>()
		for (const line of group.split(/\n(?![ \t])/)) {
			const at = line.indexOf(':')
			const name = line.slice(0, at).trim().toLowerCase()
			if (at > 0 && !fields.has(name))
				fields.set(
					name,
					line
						.slice(at + 1)
						.replace(/\s+/g, ' ')
						.trim(),
				)
		}
		const action = fields.get('action')?.toLowerCase() ?? ''
		const address = addressIn(fields.get('original-recipient')) || addressIn(fields.get('final-recipient'))
		if (action === '' || address === '') continue
		const said = addressIn(fields.get('diagnostic-code')) || (fields.get('status') ?? '')
		found.push({ address, action, said })
	}
	return found
}

/** What follows on the type of a field: `rfc822; a@example.org`, `smtp; 550 5.1.1 unknown`. */
const addressIn = (field = '') => field.slice(field.indexOf(';') + 1).trim()
