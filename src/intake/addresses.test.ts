import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const S = 's.remissvar@regeringskansliet.se'
const FS = 's.fs@regeringskansliet.se'
const N = 'n.registrator@regeringskansliet.se'

function addressesIn(text: string) {
	const { sendTo, copyTo } = readNotice(text)
	return [sendTo.map(({ value }) => value), copyTo.map(({ value }) => value)]
}

test.each([
	[`Svaren bör lämnas per e-post till ${S} och med kopia till ${FS}.`, [S], [FS]],
	[`Svaren bör lämnas per e-post till\n${S}\noch\nmed kopia till ${FS}.`, [S], [FS]],
	[`Svaren bör lämnas per e-post till ${S}, kopia: ${FS}.`, [S], [FS]],
	[`Svaren skickas till ${S}. Kopia skickas till ${FS}.`, [S], [FS]],
	[`Svaren skickas till ${S}.\n\nSkicka gärna en kopia till ${FS}.`, [S], [FS]],
	[`Skicka svaret till ${S} samt till ${FS}.`, [S, FS], []],
	[`Skicka svaret till ${S} och ${N}, med kopia till ${FS}.`, [S, N], [FS]],
	[`Svaren lämnas till ${S} med kopia till ${FS} och ${N}.`, [S], [FS, N]],
	[
		`Svaren önskas i elektronisk form via e-post till [Näringsdepartementets registrator](mailto:${N} "E-post")samt till [Enheten](mailto:${FS}) i både Word- och pdf-format.`,
		[N, FS],
		[],
	],
	[
		`Remissvaren ska vara inkomna senast den 5 maj 2016. Vi ser gärna att ni skickar dem per epost, helst i wordformat, till [registrator](mailto:${N})\u00a0med kopia till [Enheten](mailto:${FS}). Uppge diarienummer.`,
		[N],
		[FS],
	],
	[`Remissvaren lämnas till [${S}](mailto:${S}).`, [S], []],
	[`Remissvaren lämnas till <${S}>.`, [S], []],
	[`Remissvaren lämnas till <mailto:${S}>.`, [S], []],
	[`Remissvaren mejlas till ${S.toUpperCase()}.`, [S.toUpperCase()], []],
	['Remissvaren mejlas till s.remissvar@ regeringskansliet.se senast den 5 maj.', [S], []],
	['Remissvaren mejlas till s.remissvar(at)regeringskansliet.se.', [S], []],
	['Remissvaren mejlas till s.\u00adremissvar\u200b@regerings\u00adkansliet.se.', [S], []],
	['Remissvaren mejlas till s.remissvar@regerings-\nkansliet.se.', [S], []],
	[`Remissvar skickas elektroniskt.\n\nE-post: ${S}`, [S], []],
	[`Remissvaren ska ha kommit in till Socialdepartementet senast den 5 maj 2016, helst per e-post: ${S}`, [S], []],
	[`Yttrandet skickas till kommunstyrelsen@orten.se, ange dnr KS 2018/56.`, ['kommunstyrelsen@orten.se'], []],
	[`Synpunkter lämnas skriftligt till Stadsbyggnadskontoret, stadsbyggnad@orten.se.`, ['stadsbyggnad@orten.se'], []],
	[`Svaren skickas till [${S}](mailto:${N}).`, [S], []],
	[`Svaren lämnas per e-post till ${S}. med kopia till ${FS}.`, [S], [FS]],
	[`Ert yttrande önskas senast den 5 maj 2016 per e-post, ${S}.`, [S], []],
	[
		`Svaren skickas till [registrator](mailto:${S}?subject=Svar) med kopia till [handläggaren](mailto:${FS}).`,
		[S],
		[FS],
	],
	[`Svaren skickas till ${S} och till ansvarig handläggare, ${FS}.`, [S, FS], []],
	[`Kopia på svaret skickas till ${FS}.`, [], [FS]],
	[
		`Från: Registrator <${N}>\nTill: <${FS}>\nKopia: diariet@orten.se\nÄmne: Remiss\n\nSvaren skickas till ${S}.`,
		[S],
		[],
	],
	[`Svaren skickas till ${S}samt till ${FS}.`, [S, FS], []],
	[`Frågor om remissen besvaras av enheten, ${FS}.`, [], []],
	[`Frågor under remisstiden kan ställas till [Enheten](mailto:${FS}), telefon 08-405 10 00.`, [], []],
	[`Har du frågor om hur du lämnar synpunkter kan du kontakta ${FS}.`, [], []],
	[`Kontakta registrator, ${N}, för att få ta del av svaren.`, [], []],
	[`Övriga yttranden kan begäras ut från ${N}.`, [], []],
	[`Anmälan till mötet görs till ${FS} senast den 5 maj. Skicka svaren till ${S}.`, [S], []],
	[`Svaren skickas till ${S}. Frågor besvaras av ${FS}.`, [S], []],
	[`Exemplar beställs hos kundservice, order@forlaget.se. Ange att de är för remissen.`, [], []],
	[`Telefonväxel: 08-405 10 00\nE-post: ${N}`, [], []],
	[`Please send your comments to ${S}, with a copy to ${FS}.`, [S], [FS]],
	[`Svaren bör lämnas per e-post till ${S} och med kopia till ${S}.`, [S], []],
	[
		'Skicka remissvaren i fem exemplar till:\nKulturdepartementet, 103 33 Stockholm.',
		['Kulturdepartementet, 103 33 Stockholm'],
		[],
	],
	[
		`Svaren lämnas på papper till Kulturdepartementet, 103 33 Stockholm, och per e-post till ${S}.`,
		[S, 'Kulturdepartementet, 103 33 Stockholm'],
		[],
	],
	[`Svaren lämnas per e-post till ${S}. Postadress: 103 33 Stockholm. Besöksadress: Drottninggatan 16.`, [S], []],
] as const)('%j', (text, sendTo, copyTo) => {
	expect(addressesIn(text)).toEqual([sendTo, copyTo])
})
