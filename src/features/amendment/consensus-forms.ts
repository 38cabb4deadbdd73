import * as z from 'zod'
import { isDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { AmendmentId, AssociationId } from '#domain/kernel/id.ts'
import { pairIn } from './merging-fields.tsx'

/** Which amendments, in which words, and the last day to object, which is asked for once they are chosen. */
export const consensusListForm = z
	.object({
		'chosen[]': z.array(z.string()).default([]),
		objectBy: z.string().trim().default(''),
		/** Another part of what can be chosen is to be shown. */
		go: z.string().optional(),
	})
	.superRefine(({ objectBy, go }, { addIssue }) => {
		if (go === undefined && !isDate(objectBy)) addIssue({ code: 'custom', path: ['objectBy'], input: objectBy })
	})
	.transform(({ 'chosen[]': pairs, objectBy, go }) => ({
		goes: go !== undefined,
		chosen: pairs.map(pairIn),
		closesAt: go === undefined ? swedishInstant(objectBy, '23:59') : 0,
	}))

/** `objects-<amendment>` where that is ticked, and `reason-<amendment>` for each that is asked about. */
export const consensusAnswerForm = z
	.object({ associationId: z.string().transform((id) => id as AssociationId) })
	.catchall(z.union([z.string(), z.array(z.string())]))
	.transform(({ associationId, ...fields }) => {
		const ids = new Set(Object.keys(fields).flatMap((name) => /^(?:objects|reason)-(.+)$/.exec(name)?.[1] ?? []))
		const said = [...ids].map((id) => ({
			amendmentId: id as AmendmentId,
			objects: fields[`objects-${id}`] !== undefined,
			reason: String(fields[`reason-${id}`] ?? ''),
		}))
		return { associationId, said }
	})

export const consensusCancellationForm = z.object({ reason: z.string() })
