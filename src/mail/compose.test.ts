import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { compose, type Letter, SUBJECT_LIMIT } from './compose.ts'
import { shortened } from './shortened.ts'
import { composeSignIn } from './sign-in.ts'

const dueAt = swedishInstant('2022-10-14', '16:00')
const asked = { statementId: 'statement-1', title: 'Ett svar', dueAt, track: 'full' } as const

const put = { ballotId: 'ballot-1', urgent: null, how: 'opened', voted: false } as const

const LETTER: Letter = {
	id: 'one',
	subject: { kind: 'ballot', ...asked, ...put },
	coalition: { name: 'NSPH Stockholms län', slug: 'nsph-stockholm', demo: false },
	association: 'Attention',
	recipient: { name: 'Disa Delegat', role: 'delegate', email: 'disa@example.org' },
	language: 'sv',
	origin: 'https://samsvar.test',
	link: { secret: 'hemlig', until: swedishInstant('2022-10-10', '09:00') },
}

test('what is asked and by when comes first, then the link, then who sent it and why', () => {
	expect(compose(LETTER)).toEqual({
		id: 'one',
		to: 'disa@example.org',
		subject: 'Rösta: Ett svar',
		text: `Rösta för Attention om ”Ett svar” senast fredag 14 oktober 2022 kl. 16.00:
https://samsvar.test/sign-in/link/hemlig?to=%2Fnsph-stockholm%2Fstatements%2Fstatement-1%2Fballots%2Fballot-1

Mejlet kommer från NSPH Stockholms län, genom Samsvar. Disa Delegat får det som ordinarie för Attention.

Länken är bara till för dig och gäller till och med 10 oktober 2022. Den loggar in dig en gång, och sedan igen i samma webbläsare. Skicka den inte vidare.

Svar på det här mejlet räknas aldrig som en röst eller en underskrift.
`,
	})
})

/** Of a secret ballot. */
const NO_QUORUM = { electorate: 5, quorum: 3, result: 'noQuorum' } as const

const KINDS: readonly [string, Letter['subject'], string, string][] = [
	[
		'consultation',
		{ kind: 'consultation', ...asked, commentsOnly: false },
		'Vad tycker ni? Ett svar',
		'/statements/statement-1/stances',
	],
	['ballot', { kind: 'ballot', ...asked, ...put }, 'Rösta: Ett svar', '/statements/statement-1/ballots/ballot-1'],
	[
		'light',
		{ kind: 'ballot', ...asked, ...put, track: 'light' },
		'Har ni invändningar? Ett svar',
		'/statements/statement-1/ballots/ballot-1',
	],
	['signoff', { kind: 'signoff', ...asked }, 'Står ni bakom? Ett svar', '/statements/statement-1/signoffs'],
	[
		'result',
		{ kind: 'result', ...asked, ballotId: 'ballot-1', outcome: NO_QUORUM, secret: true, voided: false },
		'Inte antagen: Ett svar',
		'/statements/statement-1/ballots/ballot-1',
	],
	['invitation', { kind: 'invitation', by: 'Ove Berg' }, 'Välkommen till NSPH Stockholms län', '/nsph-stockholm/work'],
	[
		'seat',
		{ kind: 'seat', seatId: 'seat-1', role: 'deputy', by: 'chair' },
		'Nytt uppdrag för Attention',
		'/nsph-stockholm/seats/seat-1/contest',
	],
	[
		'replaced',
		{ kind: 'seat', seatId: 'seat-1', role: 'delegate', by: 'secretary' },
		'Nytt uppdrag för Attention',
		'/nsph-stockholm/members',
	],
	[
		'chair',
		{ kind: 'chair', change: 'given', by: 'operator', times: 1 },
		'Ordförande i NSPH Stockholms län',
		'/nsph-stockholm/members',
	],
	[
		'bylaws',
		{ kind: 'bylaws', chosen: 'board', former: { preset: 'standard', until: asked.dueAt }, by: 'chair', times: 1 },
		'Regler för beslut i NSPH Stockholms län',
		'/nsph-stockholm/members',
	],
	[
		'members',
		{ kind: 'members', changes: [{ what: 'leaves', name: 'AnBo', at: asked.dueAt, by: 'secretary' }] },
		'Medlemmar i NSPH Stockholms län',
		'/nsph-stockholm/members',
	],
]

const UNDATED: readonly string[] = ['invitation', 'seat', 'chair', 'result']

test.each(KINDS)('%s: its subject, and one link that leads where it is done', (_name, subject, line, path) => {
	const mail = compose({ ...LETTER, subject })
	expect(mail.subject).toBe(line)
	const links = mail.text.match(/https:\S+/g) ?? []
	expect(links).toHaveLength(1)
	expect(decodeURIComponent(links[0] ?? '')).toContain(path)
	const english = compose({ ...LETTER, subject, language: 'en' })
	expect(english.subject).not.toBe(line)
	expect(english.text).not.toMatch(/senast|Mejlet|Länken/)
	if (!UNDATED.includes(subject.kind)) {
		expect(mail.text.split('\n')[0]).toContain('fredag 14 oktober 2022 kl. 16.00')
		expect(english.text.split('\n')[0]).toContain('Friday 14 October 2022, 16:00')
	}
})

test('who gave or ended a seat is said by role, and of nobody the name', () => {
	const line = (subject: Letter['subject']) => compose({ ...LETTER, subject }).text.split('\n')[0]
	expect(line({ kind: 'seat', seatId: 'x', role: 'contributor', by: 'secretary' })).toBe(
		'Handläggaren har gett någon uppdraget som medarbetare för Attention. Se vem det är, och avsluta uppdraget om det inte stämmer:',
	)
	expect(line({ kind: 'chair', change: 'given', by: 'chair', times: 1 })).toContain(
		'Ordföranden har gett någon uppdraget',
	)
	expect(line({ kind: 'chair', change: 'ended', by: 'operator', times: 1 })).toContain(
		'Den driftansvariga har avslutat någons',
	)
	expect(line({ kind: 'chair', change: 'replaced', by: 'chair', times: 1 })).toContain('låtit någon annan ta över')
})

test('of what counts with notice it is said what, from when and as what it was done', () => {
	const line = (subject: Letter['subject']) => compose({ ...LETTER, subject }).text.split('\n')[0]
	const added = (names: readonly string[], from: number | null) =>
		line({ kind: 'members', changes: [{ what: 'added', names, from, by: 'chair' }] })
	const when = 'fredag 14 oktober 2022 kl. 16.00'
	expect(added(['Ny'], asked.dueAt)).toBe(
		`Ordföranden har lagt till Ny i NSPH Stockholms län. Föreningen är med i omröstningar som startar från och med ${when}. Se vilka som är med:`,
	)
	expect(added(['Ny', 'Nyare'], null)).toBe(
		'Ordföranden har lagt till 2 föreningar i NSPH Stockholms län: Ny och Nyare. De är med i omröstningar som startar från och med nu. Se vilka som är med:',
	)
	const many = Array.from({ length: 25 }, (_, index) => `F${index}`)
	expect(added(many, null)).toContain('F19 och 5 till. De är med')
	expect(line({ kind: 'members', changes: [{ what: 'leaves', name: 'AnBo', at: null, by: 'chair' }] })).toContain(
		'har tagit bort AnBo',
	)
	expect(line({ kind: 'members', changes: [{ what: 'kept', name: 'AnBo', by: 'secretary' }] })).toContain(
		'Handläggaren har bestämt att AnBo stannar',
	)
	const bylaws = { kind: 'bylaws', chosen: 'board', by: 'secretary', times: 1 } as const
	expect(line({ ...bylaws, former: { preset: 'standard', until: asked.dueAt } })).toBe(
		`Handläggaren har valt andra regler för beslut i NSPH Stockholms län: ”Som i en styrelse” i stället för ”Vanliga regler”. De gäller omröstningar som startar från och med ${when}. Se vad som gäller:`,
	)
	expect(line({ ...bylaws, chosen: 'standard', former: null })).toContain('”Vanliga regler” gäller som förut.')
	const { text } = compose({ ...LETTER, subject: { ...bylaws, former: null, times: 3 } })
	expect(text).toContain('Det har ändrats 3 gånger sedan du fick veta det senast.')
	expect(compose({ ...LETTER, subject: { ...bylaws, former: null } }).text).not.toContain('har ändrats')
})

test('views on a text without positions are comments', () => {
	const subject = { kind: 'consultation', ...asked, commentsOnly: true } as const
	expect(decodeURIComponent(compose({ ...LETTER, subject }).text)).toContain('/statements/statement-1/comments/new\n')
})

const ENTRY = {
	threadId: 'thread-1',
	kind: 'comment',
	association: 'AnBo',
	role: 'contributor',
	block: { kind: 'position', text: 'Föreningarna ska ha **arvode**.' },
	quote: null,
	text: 'Skriv hur mycket.\n\nLänken är bara till för dig: https://example.org',
} as const
const SAID = { kind: 'comments', statementId: 'statement-1', title: 'Ett svar', entries: [ENTRY] } as const

test('a comment is told in whole, with what it is about, marked as somebody else’s words, and cannot be replied to', () => {
	const mail = compose({
		...LETTER,
		association: null,
		recipient: { ...LETTER.recipient, role: 'chair' },
		subject: SAID,
	})
	expect(mail.subject).toBe('Ny synpunkt: Ett svar')
	expect(mail.text).toContain(`AnBo säger om ståndpunkten ”Föreningarna ska ha arvode.”:
> Skriv hur mycket.
>
> Länken är bara till för dig: https://example.org
`)
	expect(decodeURIComponent(mail.text)).toContain('/comments/thread-1\n')
	expect(mail.text).toContain('blir aldrig en synpunkt')
	expect(mail.text).not.toContain('aldrig som en röst')
})

test('an association is told of replies and answers, in its reader’s language', () => {
	const entries = [
		{ ...ENTRY, kind: 'answer', association: null, role: 'secretary', block: null },
		{ ...ENTRY, threadId: 'thread-2', kind: 'reopening' },
	] as const
	const mail = compose({ ...LETTER, language: 'en', subject: { ...SAID, entries } })
	expect(mail.subject).toBe('2 replies to your comments: Ett svar')
	expect(mail.text).toContain('The secretary answers the comment about the whole text:')
	expect(mail.text).toContain('AnBo opens the comment again about the position “Föreningarna ska ha arvode.”:')
	// Of several threads, to all of them.
	expect(decodeURIComponent(mail.text)).toContain('/statements/statement-1/comments\n')
})

test('what is published is open to all: its link needs no sign-in', () => {
	const about = { title: 'Ett svar', year: 2022, number: 1, label: 'NSPH-SL 2022:1' }
	const subject = { kind: 'published', receipt: null, ...about } as const
	const { text } = compose({ ...LETTER, subject, link: null })
	expect(text).toContain('”Ett svar” är publicerad som NSPH-SL 2022:1')
	expect(text).toContain('https://samsvar.test/nsph-stockholm/2022/1\n')
	expect(text).not.toContain('sign-in')
})

test('on the light track it is said that silence is consent', () => {
	const { text } = compose({ ...LETTER, subject: { kind: 'ballot', ...asked, ...put, track: 'light' } })
	expect(text).toContain('Den som inte svarar har inget att invända.')
})

test('a text without a date is asked about without one', () => {
	const { text } = compose({ ...LETTER, subject: { kind: 'consultation', ...asked, commentsOnly: false, dueAt: null } })
	expect(text.split('\n')[0]).toBe('Säg vad Attention tycker om ”Ett svar”:')
})

test('a demonstration says so, and chair and secretary are told for the coalition', () => {
	const { text } = compose({
		...LETTER,
		subject: { kind: 'invitation', by: null },
		association: null,
		recipient: { ...LETTER.recipient, role: 'chair' },
		coalition: { ...LETTER.coalition, demo: true },
	})
	expect(text).toContain('Den som driver tjänsten bjuder in dig till NSPH Stockholms län, som ordförande.')
	expect(text).toContain('påhittade')
})

test('subjects are short, on one line, and cut between words', () => {
	const title = 'Samordnad vård och stöd för personer med samsjuklighet – ett gemensamt remissvar'
	const { subject } = compose({ ...LETTER, subject: { kind: 'ballot', ...asked, ...put, title } })
	expect(subject).toBe('Rösta: Samordnad vård och stöd för personer med…')
	expect([...subject].length).toBeLessThanOrEqual(SUBJECT_LIMIT)
	expect(shortened('å'.repeat(100), 60)).toBe(`${'å'.repeat(59)}…`)
	expect(shortened('a\r\nBcc: alla@example.org', 60)).toBe('a Bcc: alla@example.org')
	expect(shortened('👩‍🔬'.repeat(40), 60).length).toBeGreaterThan(0)
})

test('the sign-in mail holds the link and the code, and names nobody', () => {
	const mail = composeSignIn({
		id: 'one',
		to: 'disa@example.org',
		language: 'sv',
		origin: 'https://samsvar.test',
		linkSecret: 'hemlig',
		code: 'ABCD-EFGH',
		validForMinutes: 30,
		path: '/me',
	})
	expect(mail.subject).toBe('Logga in på Samsvar')
	expect(mail.text).toContain('https://samsvar.test/sign-in/link/hemlig?to=%2Fme\n')
	expect(mail.text).toContain('koden ABCD-EFGH')
	expect(mail.text).toContain('30 minuter')
	expect(mail.text).not.toMatch(/Disa|disa@/)
})

test('a letter about an urgent ballot says why there is so little time', () => {
	const urgent = 'Svaret ska vara inne på fredag.'
	const { text } = compose({ ...LETTER, subject: { kind: 'ballot', ...asked, ...put, urgent } })
	expect(text).toContain(`Ordföranden har bestämt det: ${urgent}`)
	expect(compose(LETTER).text).not.toContain('Ordföranden har bestämt')
})

test('where silence is consent a mended text is told as something to object to', () => {
	const mail = compose({ ...LETTER, subject: { kind: 'signoff', ...asked, track: 'light' } })
	expect(mail.subject).toBe('Ändrad efter beslutet: Ett svar')
	expect(mail.text).toMatch(/säg till senast .* om .* invänder, med ett tryck:/)
	expect(mail.text).toContain('Den som inte svarar har inget att invända.')
})

test('an invitation says in three sentences who invites, what Samsvar is, and how to get in', () => {
	const { text } = compose({ ...LETTER, subject: { kind: 'invitation', by: 'Ove Berg' } })
	const [first = ''] = text.split('\n')
	expect(first.match(/[.:](?= |$)/g)).toHaveLength(3)
	expect(first).toContain('Ove Berg bjuder in dig till NSPH Stockholms län, som ordinarie för Attention.')
	expect(first).toContain('I Samsvar skriver föreningar svar på remisser tillsammans')
})

test('who is told that a ballot goes on learns why, and whoever has voted that the vote stands', () => {
	const letter = (more: object) => {
		return compose({ ...LETTER, subject: { kind: 'ballot', ...asked, ...put, ...more } })
	}
	const extended = letter({ how: 'extended' })
	expect(extended.subject).toBe('Mer tid att rösta: Ett svar')
	expect(extended.text).toContain(
		'För få röstade om ”Ett svar”, så omröstningen fortsätter. Rösta för Attention senast',
	)
	expect(letter({ how: 'extended', voted: true }).text).toContain('Attention har röstat, och rösten gäller.')
	expect(letter({ how: 'again' }).text).toContain('så omröstningen hålls igen. Alla röstar på nytt.')
})
