import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { PRESET_IN_FORCE } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, row } from '#db/rows.ts'
import { PRESET_NAMES, PRESETS } from '#domain/deciding/bylaws.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Progress } from '#domain/planning/plan.ts'
import { TRACKS } from '#domain/statement/statement.ts'

/** What a plan towards an inquiry's deadline rests on, beside the deadline itself. */
export type PlanFacts = {
	/** The bylaws count silence as consent, so that a text can be sent round. */
	readonly silenceIsConsent: boolean
	/** How far the answer has come that is being worked on; null before there is one. */
	readonly progress: Progress | null
}

const instant = z.number().nullable()

const statementRow = row({
	stage: z.enum(['drafting', 'consulting', 'deciding', 'signing']),
	track: z.enum(TRACKS),
	consultationDueAt: instant,
	signoffDueAt: instant,
	votesDueAt: instant,
})

export function planFactsQuery(slug: string, inquiryId: string, now: Instant): Query<PlanFacts> {
	return mapQuery(
		allOf({
			preset: firstValue(
				`SELECT ${PRESET_IN_FORCE} FROM coalition WHERE id = ${COALITION_BY_SLUG}`,
				[now, slug],
				z.enum(PRESET_NAMES),
			),
			progress: firstRow(
				`SELECT stage, track, consultation_due_at, signoff_due_at,
						(SELECT closes_at FROM ballot WHERE id = statement.ballot_id) AS votes_due_at
					FROM statement WHERE inquiry_id = ? AND coalition_id = ${COALITION_BY_SLUG}
						AND stage NOT IN ('published', 'withdrawn')
					ORDER BY created_at, id LIMIT 1`,
				[inquiryId, slug],
				statementRow,
			),
		}),
		({ preset, progress }) => ({
			silenceIsConsent: preset !== null && PRESETS[preset].silenceIsConsent,
			progress,
		}),
	)
}
