import { expect, test } from 'vitest'
import * as z from 'zod'
import { diffSchema, readText } from '#local/amendment-texts.ts'
import table from '#test/fixtures/amendment/diff.json' with { type: 'json' }
import { applied, diff, type Step } from './diff.ts'
import { type Piece, tokensOfPiece } from './piece.ts'
import { type Run, runsBetween } from './runs.ts'

const shownRun = ({ part, text }: Run) => (part === undefined ? '' : `<${part}>`) + text
const shownPiece = (piece: Piece) => runsBetween(tokensOfPiece(piece), tokensOfPiece(piece)).map(shownRun).join('')

/** `[-gone-]{+come+}`; neighbours of one kind as one. */
function shownRuns(runs: readonly Run[]): string {
	const shown = runs.map((run) => {
		const said = shownRun(run)
		return run.kind === 'removed' ? `[-${said}-]` : run.kind === 'inserted' ? `{+${said}+}` : said
	})
	return shown.join('').replaceAll('-][-', '').replaceAll('+}{+', '')
}

function shown(step: Step): string {
	switch (step.change) {
		case 'kept':
			return '='
		case 'removed':
			return `- ${shownPiece(step.piece)}`
		case 'inserted':
			return `+ ${shownPiece(step.piece)}`
		case 'moved':
			return `> ${shownRuns(step.runs)}`
		case 'changed':
			return `~ ${shownRuns(step.runs)}`
	}
}

const cases = z.array(diffSchema.extend({ name: z.string(), right: z.array(z.string()) })).parse(table)

test.each(cases)('$name', ({ old, new: now, right }) => {
	const [before, after] = [readText(old).pieces, readText(now).pieces]
	const steps = diff(before, after)
	expect(steps.map(shown)).toEqual(right)
	expect(applied(before, steps)).toEqual(after)
})
