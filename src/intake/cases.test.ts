import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFile } from './file/read.ts'
import { readMail } from './mail.ts'
import { readNotice } from './read-notice.ts'

/** What somebody reported that was read wrongly, made up after it, lies in `cases/`; each stands for its kind. */
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`cases/${name}`, import.meta.url)))

const LETTER_FACTS = {
	sender: 'Socialdepartementet',
	references: ['S2026/01234'],
	dueOn: '2027-02-26',
	sendTo: ['s.remissvar@regeringskansliet.example'],
	copyTo: ['s.fst@regeringskansliet.example'],
	doubts: [],
}

function factsOf(text: string) {
	const { title, sender, references, dueOn, sendTo, copyTo, doubts, extendedFrom } = readNotice(text)
	const values = (all: readonly { readonly value: string }[]) => all.map(({ value }) => value)
	return {
		title: title?.value ?? null,
		sender: sender?.value ?? null,
		references: values(references),
		dueOn: dueOn?.value ?? null,
		extendedFrom: extendedFrom?.value ?? null,
		sendTo: values(sendTo),
		copyTo: values(copyTo),
		doubts: doubts.map(({ kind }) => kind),
	}
}

async function mailText(name: string): Promise<string> {
	return (await readMail(bytesOf(name)))?.text ?? ''
}

test.each([
	'mail-utf8-labelled-latin1.eml',
	'mail-stub-text-part.eml',
	'mail-forward-as-attachment-2.eml',
	'mail-outlook-forward-no-divider-comment.eml',
	'mail2-comment-deadline-rule.eml',
])('%s: the letter is read, and nothing else', async (name) => {
	const text = await mailText(name)
	expect(factsOf(text)).toMatchObject(LETTER_FACTS)
	expect(text).toContain('härmed översänds betänkandet En väg in till stöd (SOU 2026:41) på remiss.')
	expect(text).not.toMatch(/Från:|Skickat:|Till:|Ämne:|_{4}|e-postprogram/)
})

test('what the forwarder wrote stands below a rule', async () => {
	const text = await mailText('mail2-comment-deadline-rule.eml')
	expect(text.split('\n\n⸻\n\n').at(-1)).toBe(
		'Hej! Kan ni läsa och svara mig senast den 10 december 2026? Skicka era synpunkter till ingrid@nsph.example.\n\nMvh Ingrid',
	)
	expect(await mailText('mail-forward-as-attachment-2.eml')).toMatch(/⸻\n\nVB1\n\nSe bifogat\.\n\nVB2\n\nSe bifogat\.$/)
})

const noticeText = (name: string) => new TextDecoder().decode(bytesOf(name))

test('a greeting and a name are no title, and an address goes on over the end of its line', () => {
	expect(factsOf(noticeText('notice-closing-as-title.txt'))).toMatchObject({ title: null, dueOn: '2027-02-26' })
	expect(factsOf(noticeText('notice-address-broken-hyphen.txt'))).toMatchObject({
		sendTo: ['registrator@myndigheten-for-delaktighet.example'],
		dueOn: '2027-02-26',
		doubts: [],
	})
})

async function wordText(name: string): Promise<string> {
	const read = await readFile(name, bytesOf(name))
	return read.ok ? read.value.text : read.reason
}

test('Word documents: an odd header, numbers, what is struck out, an address behind a link', async () => {
	expect(await wordText('docx-lib-header-link.docx')).toMatch(
		/^Dnr S2026\/01234 regeringen\.example\n\nRemiss av betänkandet/,
	)
	expect(await wordText('docx-numbered-questions.docx')).toContain(
		'1. Bakgrund\n\nText.\n\nVi önskar svar på följande frågor:\n\n2. Behövs en ny lag?\n3. Vem ska ansvara?\na) Kommunen\nb) Regionen\n\nMellan frågorna.\n\n4. Vad kostar det?',
	)
	expect(factsOf(await wordText('docx-strike.docx'))).toMatchObject({
		dueOn: '2027-02-26',
		extendedFrom: null,
		doubts: [],
	})
	expect(factsOf(await wordText('docx-mailto-shown-as-here.docx')).sendTo).toEqual(['s.remissvar@rk.example'])
})
