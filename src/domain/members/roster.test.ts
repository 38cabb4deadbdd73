import { expect, test } from 'vitest'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ALL_REACHED,
	ANBO,
	actor,
	chair,
	coalition,
	contextAt,
	delegateOf,
	eventOf,
	NOW,
	SHEDO,
	seat,
} from '#test/support/rules.ts'
import type { Present } from './planned-roster.ts'
import { markOf, ROSTER_ROWS, readRoster, takeInRoster } from './roster.ts'
import type { Seat } from './seats.ts'

const anna = { id: 'anna' as PersonId, name: 'Anna Ek', emails: ['anna@example.org'] }
const bo = { id: 'bo' as PersonId, name: 'Bo Utan', emails: [] }
const held = (
	person: { readonly id: PersonId },
	associationId: Seat['associationId'],
	role: Seat['role'] = 'delegate',
) => seat(role, associationId, { personId: person.id, id: `seat-${person.id}` as SeatId })

const empty: Present = { name: 'NSPH Stockholms län', associations: [], seats: [], persons: [] }
const some: Present = {
	...empty,
	associations: coalition().associations,
	seats: [held(anna, SHEDO), held(bo, ANBO)],
	persons: [anna, bo],
}

const read = (text: string, present = empty) => granted(readRoster(text, [], present, NOW))
const planned = (text: string, present = empty) => read(text, present).plan
const shown = (text: string, present = empty) =>
	planned(text, present).rows.map(({ association, person, role, makes }) => [association, person, role, makes])
const doubts = (text: string, present = empty) =>
	planned(text, present).rows.map((row) => row.doubts.map(({ code }) => code))

test.each([
	['Förening\tOmråde\tNamn\tE-post\tRoll', ['association', 'area', 'name', 'email', 'role']],
	['E-postadress;Förnamn;Efternamn;Medlemsorganisation', ['email', 'firstName', 'lastName', 'association']],
	['Organisation,Ordinarie,E-post,Ersättare,E-post', ['association', 'delegate', 'email', 'deputy', 'email']],
	['Namn;Verksamhet', ['association', 'area']],
	['NSPH-medlem;Kontaktperson;Mejl', ['association', 'name', 'email']],
	['Association;Contact person;E-mail address;Role', ['association', 'name', 'email', 'role']],
])('knows columns by their headings: %s', (heading, meanings) => {
	expect(read(heading)).toMatchObject({ meanings })
})

test.each([
	['Attention\nBalans', ['association']],
	['Attention;adhd och autism\nBalans;bipolär sjukdom', ['association', 'area']],
	['Attention;Anna Ek\nBalans;Bo af Ström', ['association', 'name']],
	['Attention;Anna Ek;anna@example.org', ['association', 'name', 'email']],
	['Attention;adhd;Anna Ek;anna@example.org;Ordinarie', ['association', 'area', 'name', 'email', 'role']],
	['anna@example.org;Attention;Anna Ek', ['email', 'association', 'name']],
	['Ersättare;Attention;Anna Ek', ['role', 'association', 'name']],
])('knows columns without headings by what is in them: %s', (text, meanings) => {
	expect(read(text)).toMatchObject({ headed: false, meanings })
})

test('goes by what a person said the columns are', () => {
	const text = 'Anna Ek;Attention'
	const { plan } = granted(readRoster(text, ['name', 'association'], empty, NOW))
	expect(plan.rows[0]).toMatchObject({ association: 'Attention', person: 'Anna Ek', role: 'delegate' })
	expect(granted(readRoster(text, ['name'], empty, NOW)).meanings).toEqual(read(text).meanings)
})

test('seats several persons of an association, whether on rows of their own or side by side', () => {
	expect(shown('Förening;Namn\nAttention;Anna Ek\n;Bo Al\nBalans;Siv Ny\nATTENTION;Cia Vik')).toEqual([
		['Attention', 'Anna Ek', 'delegate', 'seat'],
		['Attention', 'Bo Al', 'deputy', 'seat'],
		['Balans', 'Siv Ny', 'delegate', 'seat'],
		['Attention', 'Cia Vik', 'deputy', 'seat'],
	])
	const wide = 'Förening;Ordinarie;E-post;Ersättare;E-post\nAttention;Anna Ek;a@example.org;Bo Al;\nBalans;;;;'
	expect(shown(wide)).toEqual([
		['Attention', 'Anna Ek', 'delegate', 'seat'],
		['Attention', 'Bo Al', 'deputy', 'seat'],
		['Balans', '', null, 'association'],
	])
	expect(planned(wide).persons).toEqual([
		{ name: 'Anna Ek', emails: ['a@example.org'] },
		{ name: 'Bo Al', emails: [] },
	])
})

test('lets the row that says ordinary delegate have the seat, wherever it stands', () => {
	const text = 'Förening;Namn;Roll\nAttention;Anna Ek;\nAttention;Bo Al;Ordinarie\nAttention;Cia Vik;kassör'
	// What a treasurer may do nobody knows here: no vote comes of it.
	expect(planned(text).rows.map(({ role }) => role)).toEqual(['deputy', 'delegate', 'contributor'])
	expect(doubts(text)).toEqual([[], [], ['roleUnknown']])
})

test('takes a chair of an association for no chair of the coalition', () => {
	const text =
		'Förening;Namn;Roll\nAttention;Anna Ek;Ordförande\nNSPH Stockholms län;Siv Ny;Handläggare\n;Bo Al;Handläggare'
	expect(shown(text)).toEqual([
		['Attention', 'Anna Ek', 'delegate', 'seat'],
		['NSPH Stockholms län', 'Siv Ny', 'secretary', 'seat'],
		['NSPH Stockholms län', 'Bo Al', 'secretary', 'seat'],
	])
	expect(doubts(text)[0]).toEqual(['roleUnknown'])
	expect(planned(text).seats.map(({ association }) => association === null)).toEqual([false, true, true])
})

test('says what is doubtful, row by row', () => {
	const text = [
		'Förening;Område;Namn;E-post;Roll',
		';;Anna Ny;anna.ny@example.org;',
		'Attention;adhd;;ensam@example.org;',
		'Attention;autism;Bo Al;bo(at)example.org;Ordinarie',
		'Attention;;Cia Vik;cia@example.org;Ordinarie',
		'Attention;;Cia Vik;CIA@example.org;Ersättare',
		'Attentions;;Dan Ros;cia@example.org;',
		`${'å'.repeat(121)};;Eva Ek;;`,
		'Balans;;Bo Al;;',
		`Balans;;${'å'.repeat(121)};;`,
	].join('\n')
	expect(doubts(text)).toEqual([
		['noAssociation'],
		['noName'],
		['areaKept', 'noEmail'],
		['delegateTaken'],
		['repeated'],
		['associationLike', 'addressShared'],
		['tooLong'],
		['nameShared'],
		['tooLong'],
	])
	expect(planned(text).associations).toEqual([
		{ name: 'Attention', area: 'adhd' },
		{ name: 'Attentions', area: '' },
		{ name: 'Balans', area: '' },
	])
	expect(planned(text).persons.map(({ name }) => name)).toEqual(['Bo Al', 'Cia Vik', 'Dan Ros', 'Bo Al'])
})

test('doubles neither associations nor persons nor seats that are there', () => {
	const text = [
		'Förening;Namn;E-post;Roll',
		'SHEDO;Anna  Ek;anna@example.org;Ordinarie',
		'AnBo;Anna Ek;ANNA@example.org;Ersättare',
		'AnBo;Bo Utan;bo@example.org;',
		'Tilia;Annan Ek;anna@example.org;',
	].join('\n')
	expect(shown(text, some)).toEqual([
		['Shedo', 'Anna Ek', 'delegate', 'nothing'],
		['AnBo', 'Anna Ek', 'deputy', 'seat'],
		['AnBo', 'Bo Utan', 'delegate', 'nothing'],
		['Tilia', 'Annan Ek', 'delegate', 'seat'],
	])
	expect(doubts(text, some)).toEqual([
		['associationSpelled', 'alreadySeated'],
		[],
		['emailUnused', 'alreadySeated'],
		['addressShared'],
	])
	const plan = planned(text, some)
	expect(plan.associations).toEqual([])
	expect(plan.persons).toEqual([{ name: 'Annan Ek', emails: ['anna@example.org'] }])
	expect(plan.seats[0]?.person).toEqual({ is: 'there', id: 'anna' })
})

test('leaves the seat of an ordinary delegate who is in office, and forgets one whose term is over', () => {
	const text = 'Shedo;Ny Person;ny@example.org;Ordinarie'
	expect(planned(text, some).rows[0]).toMatchObject({
		role: 'deputy',
		doubts: [{ code: 'delegateTaken', name: 'Anna Ek' }],
	})
	const over = { ...some, seats: [{ ...held(anna, SHEDO), until: NOW }] }
	expect(planned(text, over).rows[0]).toMatchObject({ role: 'delegate', doubts: [] })
})

test('gives a person of the list the address that a later row has', () => {
	const plan = planned(
		'Förening;Namn;E-post;Roll\nAttention;Anna Ek;;Ordinarie\nAttention;Anna Ek;a@example.org;Ersättare',
	)
	expect(plan.persons).toEqual([{ name: 'Anna Ek', emails: ['a@example.org'] }])
	expect(plan.seats.map(({ emails }) => emails)).toEqual([['a@example.org'], ['a@example.org']])
})

test('reads names and addresses out of one cell', () => {
	expect(
		planned('Förening;Kontakt\nAttention;Anna Ek <ANNA@example.org>\nBalans;mailto:bo@example.org').rows,
	).toMatchObject([
		{ person: 'Anna Ek', emails: ['anna@example.org'] },
		{ person: '', doubts: [{ code: 'noName' }] },
	])
	expect(planned('Förening;Namn;E-post\nAttention;Anna Ek;a@example.org, b@example.org').persons).toEqual([
		{ name: 'Anna Ek', emails: ['a@example.org', 'b@example.org'] },
	])
	expect(doubts('Förening;Namn;E-post\nAttention;Anna Ek;–')).toEqual([[]])
})

test('refuses what is empty and what is too long', () => {
	expect(codeOf(readRoster(' \n\t\n', [], empty, NOW))).toBe('empty')
	expect(codeOf(readRoster('x'.repeat(200_001), [], empty, NOW))).toBe('tooLong')
	expect(codeOf(readRoster('Attention\n'.repeat(ROSTER_ROWS + 1), [], empty, NOW))).toBe('rosterTooLong')
})

const NOBODY = { coalition: coalition(), seats: [], asked: [], position: 0, unreached: ALL_REACHED }

test('makes everything in one decision, in the order of the list, and invites those with an address', () => {
	const plan = planned('Nya;;Siv Ny;siv@example.org\nNya;;Per Al;\nShedo;;Eva Vik;eva@example.org', some)
	const ids = ['p1', 'p2', 'p3'] as PersonId[]
	const taken = takeInRoster(chair, NOBODY, plan, ids, contextAt())
	expect(eventOf('associationAdded', taken).association).toMatchObject({ name: 'Nya', order: 4 })
	const { events, notifications, guards, value } = granted(taken)
	expect(value).toEqual({ associations: 1, seats: 3 })
	const seats = events.flatMap((event) => (event.type === 'seatGiven' ? [event.payload] : []))
	expect(seats.map(({ personId, role, associationId }) => [personId, role, associationId === SHEDO])).toEqual([
		['p1', 'delegate', false],
		['p2', 'deputy', false],
		['p3', 'deputy', true],
	])
	expect(notifications?.filter(({ kind }) => kind === 'invitation')).toHaveLength(2)
	expect(guards).toEqual([{ kind: 'seated', seatId: chair.seats[0]?.id, now: NOW }])
	expect(new Set(events.map(({ stream }) => stream)).size).toBe(1)
})

test('is for chair and secretary, and for something new', () => {
	const plan = planned('Nya')
	expect(codeOf(takeInRoster(delegateOf(SHEDO), NOBODY, plan, [], contextAt()))).toBe('notAllowed')
	expect(codeOf(takeInRoster(actor(), NOBODY, plan, [], contextAt()))).toBe('notFound')
	expect(codeOf(takeInRoster(chair, NOBODY, planned('Shedo', some), [], contextAt()))).toBe('rosterEmpty')
})

test('marks plans that would make other things apart', () => {
	const one = planned('Attention;Anna Ek;anna@example.org')
	expect(markOf(one)).toBe(markOf(planned('Attention;Anna Ek;anna@example.org')))
	expect(markOf(one)).not.toBe(markOf(planned('Attention;Anna Ek;anna@example.com')))
	expect(markOf(one)).not.toBe(markOf(planned('Attention;Anna Ek;anna@example.org', some)))
})

test('reads the longest list it takes in a moment', () => {
	const rows = Array.from({ length: ROSTER_ROWS }, (_, index) => {
		const name = `Riksförbundet för ${'något mycket långt och snarlikt '.repeat(2)}${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index % 7)}`
		return `${name}\tPerson ${index}\tperson${index}@example.org`
	})
	expect(planned(rows.join('\n')).seats).toHaveLength(ROSTER_ROWS)
}, 3_000)
