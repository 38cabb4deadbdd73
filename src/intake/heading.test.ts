import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const read = (text: string) => {
	const { title, kind } = readNotice(text)
	return [title?.value ?? null, kind?.value ?? null]
}

test.each([
	['# Remiss av SOU 2024:3 Ett vägval', 'Remiss av SOU 2024:3 Ett vägval', 'sou'],
	['# Remiss av SOU2024:3 Ett vägval', 'Remiss av SOU2024:3 Ett vägval', 'sou'],
	['# Remiss av del\u00adbetänkandet Ett\u00a0vägval', 'Remiss av delbetänkandet Ett vägval', 'sou'],
	['# Remiss av Ds 2014:8 Nya regler', 'Remiss av Ds 2014:8 Nya regler', 'ds'],
	['# Remiss av promemorian Nya regler (Ds 2014:8)', 'Remiss av promemorian Nya regler (Ds 2014:8)', 'ds'],
	[
		'# Remiss av promemorian Tillägg till betänkandet Ett vägval (SOU 2024:3)',
		'Remiss av promemorian Tillägg till betänkandet Ett vägval (SOU 2024:3)',
		'promemoria',
	],
	['# Remiss av PM om skatter', 'Remiss av PM om skatter', 'promemoria'],
	['# Remiss av Boverkets rapport 2015:3 Tomter', 'Remiss av Boverkets rapport 2015:3 Tomter', 'report'],
	['# Remiss av redovisning av ett uppdrag', 'Remiss av redovisning av ett uppdrag', 'report'],
	['# Remiss av EU-kommissionens förslag till förordning', 'Remiss av EU-kommissionens förslag till förordning', 'eu'],
	[
		'# Remiss av förslag till Europaparlamentets och rådets direktiv',
		'Remiss av förslag till Europaparlamentets och rådets direktiv',
		'eu',
	],
	['# Samråd om detaljplan för kvarteret Linden', 'Samråd om detaljplan för kvarteret Linden', 'samråd'],
	['# Remiss av utredningen Rena vatten (SOU 2013:99)', 'Remiss av utredningen Rena vatten (SOU 2013:99)', 'sou'],
	[
		'# Remiss av Biverkets utredning i anslutning till promemorian Bin',
		'Remiss av Biverkets utredning i anslutning till promemorian Bin',
		'report',
	],
	['# Remiss av framställan om ändring i en förordning', 'Remiss av framställan om ändring i en förordning', 'other'],
	[
		'# Remiss Nya avgifter\n\nHär kan du ta del av vilka instanser som regeringen har remitterat promemorian Nya avgifter.',
		'Remiss Nya avgifter',
		'promemoria',
	],
	[
		'# Remiss: Utredning om båtar\n\nPromemorian Båtar för alla remitteras härmed.',
		'Remiss: Utredning om båtar',
		'promemoria',
	],
	['# Remiss av utredning om båtar\n\nSvara gärna.', 'Remiss av utredning om båtar', 'report'],
	['# Remiss av betänkandet Ett vägvalDiarienummer: LI2024/02430', 'Remiss av betänkandet Ett vägval', 'sou'],
	[
		'# Remiss av **promemorian** [Ett vägval](/vagval.pdf "Ett vägval")',
		'Remiss av promemorian Ett vägval',
		'promemoria',
	],
	[
		'Ämne: VB: Remiss av promemorian Ett vägval\n\nHej!\nHär kommer den.',
		'Remiss av promemorian Ett vägval',
		'promemoria',
	],
	[
		'Remiss\n2023-06-21\nS2023/02147\n\nSocialdepartementet\n\nRemiss av promemorian Ett vägval i\nsocialtjänsten\n\nRemissinstanser\n1 Boverket\n2 Trafikverket',
		'Remiss av promemorian Ett vägval i socialtjänsten',
		'promemoria',
	],
	[
		'Remiss av promemorian Ett vägval\nRemissvaren ska ha kommit in senast den 5 maj 2016.',
		'Remiss av promemorian Ett vägval',
		'promemoria',
	],
	[
		'Public consultation on a new strategy\n\nThe European Commission invites comments.',
		'Public consultation on a new strategy',
		'samråd',
	],
	['Hej!\n\nVi vill ha era synpunkter.', null, null],
] as const)('%j', (text, title, kind) => {
	expect(read(text)).toEqual([title, kind])
})

const DUE = 'Remissvaren ska ha kommit in till Socialdepartementet senast den 26 februari 2027.'

test.each<[letter: string, title: string | null]>([
	[`Hej,\n\n${DUE}\n\nVänliga hälsningar\nKarin Handläggare`, null],
	[`Hej Anna!\n\n${DUE}\n\nMed vänlig hälsning\n\nKarin Ek\nHandläggare\nSocialdepartementet`, null],
	[`Bästa mottagare\n\n${DUE}\n\nMvh Karin`, null],
	[`Till berörda organisationer\n\n${DUE}\n\nHälsningar,\nKarin Handläggare, departementssekreterare`, null],
	[`Karin Handläggare\n\n${DUE}`, null],
	[`Boverket\nKarin Ek\nBox 534\n371 23 Karlskrona\n\n${DUE}`, null],
	[`Boverket\nRemiss\n2026-11-19\n\nNya föreskrifter om byggande\n\n${DUE}`, 'Nya föreskrifter om byggande'],
	[
		`Regeringskansliet\nSocialdepartementet\n\nMissiv\n\nEn väg in till stöd\n\n${DUE}\n\nAnna-Karin von Essen`,
		'En väg in till stöd',
	],
	[
		`Länsstyrelsen i Stockholms län\n\nFörslag till bildande av naturreservatet Ekudden\n\n${DUE}`,
		'Förslag till bildande av naturreservatet Ekudden',
	],
	[`Kära remissinstanser!\n\n${DUE}\n\nAllt gott\nKarin`, null],
	[`Dear Anna,\n\nPlease send comments no later than 26 February 2027.\n\nBest regards\nKarin Ek`, null],
	[`Hej\n\n${DUE}\n\nTrevlig helg!\nKarin`, null],
	[`God morgon Anna Ek\n\n${DUE}\n\nHa det bra\nKarin Ek`, null],
	[`Remiss\n\n${DUE}`, null],
	[`Tack för senast,\n\n${DUE}\n\nBengt Åberg\nRegistrator`, null],
])('a greeting, a name or the head of a letter is no title: %j', (letter, title) => {
	expect(readNotice(letter).title?.value ?? null).toBe(title)
})
