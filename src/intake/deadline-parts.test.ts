import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

test.each<[said: string, due: string, doubts: readonly string[]]>([
	['Sista dag att svra på remissen är den 31 mars 2027.', '2027-03-31', []],
	[
		'Sista dag att svara på remissen är den 31 mars 2027. För två av förslagen gäller en kortare remisstid, den 15 januari 2027.',
		'2027-03-31',
		['severalDates'],
	],
	[
		'Remissvaren ska ha kommit in senast den 31 mars 2027. För två av förslagen gäller en kortare remisstid: svaren på dem ska ha kommit in senast den 15 januari 2027.',
		'2027-03-31',
		['severalDates'],
	],
	[
		'För förslagen i kapitel 5 ska svar ha kommit in redan senast den 15 januari 2027. Övriga remissvar ska ha kommit in senast den 31 mars 2027.',
		'2027-03-31',
		['severalDates'],
	],
	[
		'När det gäller avsnitt 4 och 5 ska synpunkterna lämnas senast den 15 januari 2027. Remissvaren i övrigt ska ha kommit in till Socialdepartementet senast den 31 mars 2027.',
		'2027-03-31',
		['severalDates'],
	],
	[
		'Fram till och med den 31 mars 2027 ska svaren skickas till remiss@gamla.example, därefter till remiss@nya.example. Sista dag att svara är den 30 april 2027.',
		'2027-04-30',
		['severalDates'],
	],
	[
		'Remissvaren ska ha kommit in senast den 30 april 2027. Fram till och med den 31 mars ska svaren skickas till s.remissvar@rk.example.',
		'2027-04-30',
		['yearNotStated'],
	],
	['Till och med den 31 mars 2027 skickas svaren till remiss@gamla.example.', '2027-03-31', ['unclearDate']],
	['Remisvar önskas seanst den 31 mars 2027.', '2027-03-31', []],
	['Sista dag för remissvr är 31 mars 2027.', '2027-03-31', []],
	['Yttarnde ska ha komit in till Boverket senast den 31 mars 2027.', '2027-03-31', []],
	['Synpunkterna ska ha inkommit sensat den 31 mars 2027.', '2027-03-31', []],
	[
		'Remissvaren ska ha kommit in senast den 31 mars 2027. Begäran om anstånd ska ha kommit in senast den 1 mars 2027.',
		'2027-03-31',
		[],
	],
	['Boverket ska ha fått ert svar senast den 31 mars 2027.', '2027-03-31', []],
	['Ni ska senast den 31 mars 2027 lämna ert yttrande.', '2027-03-31', []],
	[
		'Ansökan om deltagande i remissmötet görs senast den 1 mars 2027, och remissvaren ska ha kommit in senast den 31 mars 2027.',
		'2027-03-31',
		[],
	],
	[
		'Remissvar på förslaget om ändrade regler för ansökan om bidrag ska ha kommit in senast den 31 mars 2027.',
		'2027-03-31',
		[],
	],
	['Svar på frågorna i promemorian lämnas senast den 31 mars 2027.', '2027-03-31', []],
	['Yttrande över två promemorior om stöd ska ha kommit in senast den 31 mars 2027.', '2027-03-31', []],
	['Svarstiden är förlängd till den 31 mars 2027.', '2027-03-31', []],
	['Ert yttrande ska ha kommit in till Myndigheten för delaktighet senast den 31 mars 2027', '2027-03-31', []],
])('%s', (said, due, doubts) => {
	const read = readNotice(`# Remiss av promemorian Bättre regler\n\n${said}`)
	expect({ due: read.dueOn?.value, doubts: read.doubts.map(({ kind }) => kind) }).toEqual({ due, doubts })
})

test('of two dates the one for a part is among those to choose from', () => {
	const { doubts } = readNotice(
		'Remissvaren ska ha kommit in senast den 31 mars 2027. För två av förslagen gäller en kortare remisstid, den 15 januari 2027.',
	)
	expect(doubts).toMatchObject([{ kind: 'severalDates', dates: [{ value: '2027-01-15' }, { value: '2027-03-31' }] }])
})
