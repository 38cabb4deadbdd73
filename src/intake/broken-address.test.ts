import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

/** Null: it could be any of two, and is doubted. */
test.each<[written: string, address: string | null]>([
	['registrator@myndigheten-for-\ndelaktighet.example.', 'registrator@myndigheten-for-delaktighet.example'],
	['registrator@social-\nstyrelsen.example.', 'registrator@socialstyrelsen.example'],
	['registrator@socialstyr-\nelsen.se', 'registrator@socialstyrelsen.se'],
	['s.remissvar@regerings-\nkansliet.se.', 's.remissvar@regeringskansliet.se'],
	['s.\nremissvar@regeringskansliet.se.', 's.remissvar@regeringskansliet.se'],
	['regist-\nrator@boverket.se', null],
	['remiss_\nsvar@boverket.se', 'remiss_svar@boverket.se'],
	['registrator@folkhalso\nmyndigheten.se', 'registrator@folkhalsomyndigheten.se'],
	['registrator@boverket\n.se.', 'registrator@boverket.se'],
	['registrator@boverket.\nse.', 'registrator@boverket.se'],
	['registrator@region.skane\n.se senast', 'registrator@region.skane.se'],
	['registrator@\nboverket.se', 'registrator@boverket.se'],
	['registrator@boverket.se.\nAnge dnr', 'registrator@boverket.se'],
	['registrator@boverket.se\noch', 'registrator@boverket.se'],
	['remiss@bo-\nverket.se eller remiss@boverket.se', 'remiss@boverket.se'],
	['registrator@hav-\nochvatten.se', 'registrator@havochvatten.se'],
	['x@a.social-\nstyrelsen.xx', 'x@a.socialstyrelsen.xx'],
	['registrator@sam\u00ad\nverkan.se', 'registrator@samverkan.se'],
	['registrator@myndigheten-for-delak-\ntighet.example.', null],
	['anna@nybo-\nlaget.se', null],
	['a.ek@nybo- laget.se', null],
	['remiss-\nsvar@boverket.se', null],
	['kansliet@stora-\nsyd.ex', null],
])('an address broken at the end of a line is mended or doubted: %j', (written, address) => {
	const { sendTo, dueOn, doubts } = readNotice(
		`Remiss av promemorian X\n\nRemissvaren ska ha kommit in senast den 26 februari 2027 till ${written}`,
	)
	expect(sendTo.map(({ value }) => value)).toEqual(address === null ? [] : [address])
	expect(doubts.map(({ kind }) => kind)).toEqual(address === null ? ['brokenAddress'] : [])
	expect(dueOn?.value).toBe('2027-02-26')
})

test('one that is for questions is not doubted', () => {
	expect(readNotice('Frågor ställs till regist-\nrator@boverket.se').doubts).toEqual([])
})
