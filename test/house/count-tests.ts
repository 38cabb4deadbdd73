import * as z from 'zod'

export type Count = { readonly passed: number; readonly failed: number }

const report = z.object({
	testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * Counts a vitest JSON report. A test that was left out did not pass, so it counts as failed; a file that failed without
 * a failed test (it could not be loaded, say) counts as one.
 */
export function countTests(json: unknown): Count {
	let [passed, failed] = [0, 0]
	for (const file of report.parse(json).testResults) {
		const inFile = file.assertionResults.filter((test) => test.status === 'passed').length
		const others = file.assertionResults.length - inFile
		passed += inFile
		failed += others === 0 && file.status !== 'passed' ? 1 : others
	}
	return { passed, failed }
}
