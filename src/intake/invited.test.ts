import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const three = ['Boverket', 'Region Skåne', 'Myndigheten för samhällsskydd och beredskap']

test.each([
	[
		'## Remissinstanser:\n\n1. Boverket\n2. Region Skåne\n3. Myndigheten för samhällsskydd och beredskap\n\nPromemorian remitteras härmed.',
		three,
	],
	['Remissinstanser\n1\u00a0Boverket\n2\u00a0Region Skåne\n3\u00a0Myndigheten för samhällsskydd och beredskap', three],
	[
		'Remissinstanser\n1 Boverket\n2 Region Skåne\n3 Myndigheten för samhällsskydd\noch beredskap\n\nSvaren ska ha kommit in.',
		three,
	],
	['Remissinstanser: 1. Boverket 2. Region Skåne 3. Myndigheten för samhällsskydd och beredskap', three],
	[
		'### Remissinstanser\n\nl. Boverket\n\n2\\. Region Skåne\n\n3\\. Myndigheten för samhällsskydd och beredskap',
		three,
	],
	[
		'Remissinstanser\n\n* Boverket\n* Region Skåne\n* Myndigheten för samhällsskydd och beredskap\n\nRemissvaren ska ha kommit in.',
		three,
	],
	['Remissinstanser\n\n- Boverket\n- Region Skåne\n- Myndigheten för samhällsskydd och beredskap', three],
	[
		'Remissinstanser\n\nBoverket\n\nRegion Skåne\n\nMyndigheten för samhällsskydd och beredskap\n\nRemissvaren ska ha kommit in senast den 5 maj.',
		three,
	],
	[
		'Remissen har skickats till följande remissinstanser:\n\n- Boverket\n- Region Skåne\n- Myndigheten för samhällsskydd och beredskap',
		three,
	],
	[
		'Remissinstanser\n\nMyndigheter\n\n1. Boverket\n\nRegioner\n\n2. Region Skåne\n3. Myndigheten för samhällsskydd och beredskap',
		three,
	],
	[
		'Remissinstanser\n\n1. Boverket\n2. Region Skåne\n    - Enheten för hälsa\n3. Myndigheten för samhällsskydd och beredskap',
		three,
	],
	['Remissinstanser\n\n1. Boverket\n3. Region Skåne\n3. Myndigheten för samhällsskydd och beredskap', three],
	['Remissinstanser\n\n1. Boverket;\n2. Region Skåne,\n3. Myndigheten för samhällsskydd och beredskap', three],
	[
		'Myndigheter under regeringen är skyldiga att svara. För andra remissinstanser är det en inbjudan.\n\n1. Svara i tid.',
		[],
	],
	['Här kan du ta del av till vilka instanser som regeringen har remitterat promemorian.', []],
] as const)('%j', (text, expected) => {
	expect(readNotice(text).invited.map(({ value }) => value)).toEqual(expected)
})
