import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest of all, which never waits; and those that mostly wait, for what is saved by itself, and so run beside it. */
const FIRST = [/every-page/, /editor|bank|kept/]

/**
 * Runs the projects in the order in which they are named: what takes minutes first, so that no processor waits at the end for
 * one long file. Of the browser, those of `FIRST` first; else as vitest has it: what took longest last time, or is the largest file
 * where nothing is known.
 */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const named = this.ctx.projects.map(({ name }) => name)
		const sorted = await super.sort(files)
		const rank = ({ project, moduleId }: TestSpecification) => {
			const among = project.name === 'browser' ? FIRST.findIndex((each) => each.test(basename(moduleId))) : 0
			return named.indexOf(project.name) * 10 + (among < 0 ? FIRST.length : among)
		}
		return sorted.toSorted((one, other) => rank(one) - rank(other))
	}
}
