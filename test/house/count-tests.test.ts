import { expect, it } from 'vitest'
import { countTests } from './count-tests.ts'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((of) => ({ status: of })) })

it('counts what passed and what failed over all files', () => {
	const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')]
	expect(countTests({ testResults })).toEqual({ passed: 3, failed: 1 })
})

it('counts a file that could not be loaded as one failure', () => {
	expect(countTests({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 })
})

it('counts a test that was left out as failed', () => {
	const testResults = [file('passed', 'passed', 'pending', 'todo', 'skipped')]
	expect(countTests({ testResults })).toEqual({ passed: 1, failed: 3 })
})

it('refuses a report it does not know', () => {
	expect(() => countTests({ numPassedTests: 3 })).toThrow()
})
