import type { Report, WithContext } from 'schema-dts'
import { expect, test } from 'vitest'
import { type LinkedStatement, linkedStatement } from './linked-data.ts'

const statement: LinkedStatement = {
	address: 'https://samsvar.test/nsph/2022/1',
	title: 'Ett svar',
	label: 'NSPH 2022:1',
	language: 'sv',
	publishedOn: '2022-10-14',
	coalition: { name: 'NSPH', address: 'https://samsvar.test/nsph' },
	inquiry: { title: 'En remiss', sender: '', references: '' },
	corrections: [],
	withdrawn: false,
	topics: [],
	files: { 'application/pdf': 'https://samsvar.test/nsph/2022/1.pdf' },
}

test('a statement is a report in the words of schema.org, and says of an inquiry what is known of it', () => {
	// The types are the published vocabulary: a word that it does not have, or has elsewhere, is not compiled.
	const report: WithContext<Report> = linkedStatement(statement)
	expect(report).toMatchObject({ '@type': 'Report', about: { '@type': 'CreativeWork', name: 'En remiss' } })
	expect(linkedStatement(statement).about).toEqual({ '@type': 'CreativeWork', name: 'En remiss' })
	const corrections = ['https://samsvar.test/nsph/2022/1/rattelse-1']
	const amended: WithContext<Report> = linkedStatement({ ...statement, corrections, withdrawn: true })
	expect(amended).toMatchObject({ correction: corrections, creativeWorkStatus: 'Withdrawn' })
	expect(report).not.toHaveProperty('correction')
	const sorted: WithContext<Report> = linkedStatement({ ...statement, topics: ['Tvångsvård'] })
	expect(sorted).toMatchObject({ keywords: ['Tvångsvård'] })
	expect(report).not.toHaveProperty('keywords')
	expect(linkedStatement({ ...statement, inquiry: null })).not.toHaveProperty('about')
})
