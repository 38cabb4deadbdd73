import { marksIn } from './balance.ts'
import type { Edit } from './shortest.ts'
import type { Token } from './words.ts'

/** Up to this long what stands between two marks is taken into a change of one of them, or of the words between. Tokens. */
const SHORT = 12

/** For each place between two tokens how far the emphases and links reach around it that would be cut there. */
type Reach = { readonly start: Int32Array; readonly end: Int32Array; readonly any: boolean }

function reachIn(tokens: readonly Token[]): Reach {
	const { partners } = marksIn(tokens)
	const start = Int32Array.from({ length: tokens.length + 1 }, (_, at) => at)
	const end = start.slice()
	let any = false
	for (const [from, to] of partners.entries()) {
		if (to <= from || to - from > SHORT || tokens[from]?.kind !== 'mark') continue
		any = true
		for (let at = from + 1; at <= to; at += 1) {
			start[at] = Math.min(start[at] ?? at, from)
			end[at] = Math.max(end[at] ?? at, to + 1)
		}
	}
	return { start, end, any }
}

/** Most times that what was widened is looked at again: where marks stand so close that each change cuts the next. */
const ROUNDS = 20

/** The changes, so that none cuts a short emphasis or a link in two: what touches one in part takes all of it. */
export function withWholeMarks(before: readonly Token[], after: readonly Token[], edits: readonly Edit[]): Edit[] {
	let all = [...edits]
	const hasMarks = (tokens: readonly Token[]) => tokens.some(({ kind }) => kind === 'mark')
	if (edits.length === 0 || !(hasMarks(before) || hasMarks(after))) return all
	const [ours, theirs] = [reachIn(before), reachIn(after)]
	if (!ours.any && !theirs.any) return all
	for (let round = 0; round < ROUNDS; round += 1) {
		const wider = all.map((edit) => {
			const left = Math.max(startsBefore(ours, edit.from, edit.to), startsBefore(theirs, edit.at, edit.end))
			const right = Math.max(endsAfter(ours, edit.from, edit.to), endsAfter(theirs, edit.at, edit.end))
			return { ...edit, from: edit.from - left, at: edit.at - left, to: edit.to + right, end: edit.end + right }
		})
		const joined = joinOverlapping(wider, all)
		const same =
			joined.length === all.length && joined.every((edit, at) => edit.from === all[at]?.from && edit.to === all[at]?.to)
		all = joined
		if (same) break
	}
	return all
}

const startsBefore = ({ start }: Reach, from: number, to: number): number =>
	from - Math.min(from, start[from] ?? from, start[to] ?? from)

const endsAfter = ({ end }: Reach, from: number, to: number): number =>
	Math.max(to, end[from] ?? to, end[to] ?? to) - to

/** `exact`: the same changes before they were made wider. */
function joinOverlapping(wider: readonly Edit[], exact: readonly Edit[]): Edit[] {
	const joined: Edit[] = []
	for (const [index, edit] of wider.entries()) {
		const last = joined.at(-1)
		if (last === undefined || last.to <= edit.from) {
			joined.push(edit)
			continue
		}
		// Past what lies between them the two texts do not run alike: how far the two reach together is seen in the next round.
		const own = exact[index] ?? edit
		joined[joined.length - 1] = {
			from: last.from,
			at: last.at,
			to: own.to,
			end: own.end,
			parts: [...last.parts, ...edit.parts],
		}
	}
	return joined
}
