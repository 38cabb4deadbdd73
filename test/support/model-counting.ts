import type { Preset } from '#domain/deciding/bylaws.ts'
import type { Entry } from './model-entry.ts'

export const papersCast = (log: readonly Entry[], ballotId: string) =>
	log.filter((e) => e.type === 'paperCast' && e.payload.ballotId === ballotId).length

/** What the bylaws make of votes, said once more. */
export function resultOf(
	yes: number,
	no: number,
	heard: number,
	electorate: number,
	preset: Preset,
	track: string,
): string {
	if (track === 'light') return no > 0 ? 'rejected' : 'adopted'
	const enough = {
		standard: heard > electorate / 2,
		secret: heard > electorate / 2 && heard >= 3,
		board: heard >= 3 || heard === electorate,
		writtenProcedure: heard === electorate,
	}
	if (!enough[preset]) return 'noQuorum'
	return yes > no ? 'adopted' : 'rejected'
}
