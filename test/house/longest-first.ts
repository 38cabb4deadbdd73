import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Runs the projects in the order in which they are named: what takes minutes first, so that no processor waits at the end for
 * one long file. In each project as vitest has it: what took longest last time, or is the largest file where nothing is known.
 */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const named = this.ctx.projects.map(({ name }) => name)
		const sorted = await super.sort(files)
		return sorted.toSorted((one, other) => named.indexOf(one.project.name) - named.indexOf(other.project.name))
	}
}
