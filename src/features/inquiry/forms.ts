import * as z from 'zod'
import { ANSWER_FORMATS, INQUIRY_KINDS, type InquiryDocument, type InquiryFacts } from '#domain/inquiry/inquiry.ts'
import { isDate } from '#domain/kernel/calendar.ts'
import { type FilledInquiry, NO_DATE, OTHER_DATE } from './inquiry-fields.tsx'

const date = z
	.string()
	.trim()
	.default('')
	.refine((text) => text === '' || isDate(text))
	.transform((text) => (text === '' ? null : text))

/** An address at the end of a line, bare or within the brackets it was pasted with. */
const ADDRESS_LAST = /^(.*?)\s*(?:<(https?:\/\/[^\s>]+)>|\((https?:\/\/\S+)\)|(https?:\/\/\S+))$/i

/** One document to a line: its title, then its address; without a title the address is its title. */
export function readDocuments(text: string): InquiryDocument[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			// A line without an address is kept as it is, for the rules to refuse.
			const [, title = line, angled, round, bare] = ADDRESS_LAST.exec(line) ?? []
			const url = angled ?? round ?? bare ?? ''
			return { title: title.replace(/\s*[:–-]?\s*$/, '') || url, url }
		})
}

/** The same, as lines to be changed. */
export function writeDocuments(documents: readonly InquiryDocument[]): string {
	return documents.map(({ title, url }) => (title === url ? url : `${title} ${url}`)).join('\n')
}

const fields = z.object({
	title: z.string(),
	sender: z.string().default(''),
	references: z.string().default(''),
	dueOn: date,
	sendTo: z.string().default(''),
	copyTo: z.string().default(''),
	documents: z.string().default(''),
	note: z.string().default(''),
	kind: z.enum(INQUIRY_KINDS).default('other'),
	'formats[]': z.array(z.enum(ANSWER_FORMATS)).default([]),
	invited: z.string().default(''),
	extendedFrom: date,
})

function factsOf({ documents, invited, 'formats[]': formats, ...facts }: z.output<typeof fields>): InquiryFacts {
	return { ...facts, documents: readDocuments(documents), formats, invited: invited.split('\n') }
}

export const inquiryForm = fields.transform(factsOf)

/** The same, with the deadline chosen among those that were read, where several could be meant. */
export const checkForm = fields
	.extend({ choosesDue: z.string().default(''), dueChoice: z.string().default('') })
	.superRefine(({ choosesDue, dueChoice, dueOn }, context) => {
		if (choosesDue === '') return
		const known = [OTHER_DATE, NO_DATE].includes(dueChoice) || isDate(dueChoice)
		const missing = known ? (dueChoice === OTHER_DATE && dueOn === null ? 'dueOn' : null) : 'dueChoice'
		if (missing !== null) {
			context.addIssue({ code: 'too_small', minimum: 1, origin: 'string', inclusive: true, path: [missing], input: '' })
		}
	})
	.transform(({ choosesDue, dueChoice, ...typed }) => {
		const facts = factsOf(typed)
		if (choosesDue === '' || dueChoice === OTHER_DATE) return facts
		return { ...facts, dueOn: dueChoice === NO_DATE ? null : dueChoice }
	})

/** The same, as the form's fields are filled in with it. */
export function writeFields(facts: InquiryFacts): FilledInquiry {
	return {
		...facts,
		dueOn: facts.dueOn ?? '',
		extendedFrom: facts.extendedFrom ?? '',
		documents: writeDocuments(facts.documents),
		invited: facts.invited.join('\n'),
	}
}

export const dueDateForm = z.object({ dueOn: date, note: z.string().default('') })

export const declineForm = z.object({ reason: z.string() })
