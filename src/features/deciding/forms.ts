import * as z from 'zod'
import { CHOICES } from '#domain/deciding/ballot.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import { comesOnce, isDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { AmendmentId, AmendmentVersionId, AssociationId, BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { NOTE_LIMIT } from '#domain/kernel/text.ts'
import { choiceSchema, dissentKindSchema, saidVoteSchema } from '#schema/deciding.ts'
import { trackSchema } from '#schema/statement.ts'

const associationId = z.string().transform((id) => id as AssociationId)
const date = z.string().trim().min(1).refine(isDate)
const CLOCK = /^\d\d:\d\d$/
const time = z
	.string()
	.trim()
	.regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/)
	.transform((text) => text.replace('.', ':').padStart(5, '0'))

/** The last minute of a Swedish day: when a date alone is the deadline. */
export const END_OF_DAY = '23:59'

export const openBallotForm = z
	.object({
		track: trackSchema,
		closesOn: date,
		closesTime: time,
		signoffDueOn: z.string().trim().default(''),
		urgent: z.string().default(''),
		textHash: z.string().default(''),
		confirmed: z.string().optional(),
		/** What was shown when that was ticked: who has said nothing, and how many comments waited. */
		silent: z.string().default(''),
		unanswered: z.coerce.number().catch(0).default(0),
	})
	// Also asked of what was found wrong already, and is then not a day and a time at all.
	.refine(
		(form) => !isDate(form.closesOn) || !CLOCK.test(form.closesTime) || comesOnce(form.closesOn, form.closesTime),
		{
			path: ['closesTime'],
			params: { refused: 'clockChanges' },
		},
	)
	.refine((form) => form.track === 'light' || isDate(form.signoffDueOn), { path: ['signoffDueOn'] })
	.transform((form) => {
		const closesAt = swedishInstant(form.closesOn, form.closesTime)
		return {
			track: form.track,
			closesAt,
			signoffDueAt: form.track === 'light' ? closesAt : swedishInstant(form.signoffDueOn, END_OF_DAY),
			urgent: form.urgent,
			textHash: form.textHash,
			confirmed:
				form.confirmed === undefined
					? null
					: { silent: form.silent.split(' ').map((id) => id as AssociationId), unanswered: form.unanswered },
		}
	})

export const voteForm = z
	.object({
		associationId,
		/** `yesAndSign`: the yes is the association’s sign-off, too. */
		choice: z.enum(['yesAndSign', ...CHOICES]),
		textHash: z.string(),
		dissentKind: dissentKindSchema.default('separateOpinion'),
		dissent: z.string().default(''),
	})
	.transform(({ choice, dissentKind, dissent, ...vote }) => ({
		...vote,
		choice: choice === 'yesAndSign' ? ('yes' as const) : choice,
		signs: choice === 'yesAndSign',
		dissent: dissent.trim() === '' ? null : { kind: dissentKind, text: dissent },
	}))

/** Sent where an amendment is voted on by itself. */
const ALONE = 'alone'
export type Alone = typeof ALONE

/** `against`: the id of another amendment and of the version that was shown, parted by a space. */
export const amendmentBallotForm = z
	.object({
		versionId: z.string(),
		against: z.string().default(ALONE),
		closesOn: date,
		closesTime: time,
		urgent: z.string().default(''),
	})
	.refine(
		(form) => !isDate(form.closesOn) || !CLOCK.test(form.closesTime) || comesOnce(form.closesOn, form.closesTime),
		{ path: ['closesTime'], params: { refused: 'clockChanges' } },
	)
	.transform(({ versionId, against, closesOn, closesTime, urgent }) => {
		const [amendmentId = '', read = ''] = against.split(' ')
		return {
			versionId: versionId as AmendmentVersionId,
			against:
				against === ALONE ? null : { amendmentId: amendmentId as AmendmentId, versionId: read as AmendmentVersionId },
			closesAt: swedishInstant(closesOn, closesTime),
			urgent,
		}
	})

/** Sent where an association does not say how it voted. */
const UNSAID = 'unsaid'
export type Unsaid = typeof UNSAID

export const contestForm = z
	.object({
		associationId,
		voted: z.union([saidVoteSchema, z.literal(UNSAID)]).default(UNSAID),
		reason: z.string().default(''),
	})
	.transform(({ voted, ...contest }) => ({ ...contest, voted: voted === UNSAID ? null : voted }))

export const contestWithdrawalForm = z.object({ associationId })

export const paperForm = z.object({ associationId, choice: choiceSchema, textHash: z.string() })

export const consultationForm = z
	.object({ viewsDueOn: z.string().trim() })
	.refine(({ viewsDueOn }) => viewsDueOn === '' || isDate(viewsDueOn), { path: ['viewsDueOn'] })

/**
 * `stance-<block>` and `reason-<block>` for each position, with `version-<block>` as read. Unanswered ones are left out, or are
 * all `support` where that was pressed. `text`: what else there is to say.
 */
export const stancesForm = z
	.object({ associationId, all: z.literal('support').optional(), text: z.string().default('') })
	.catchall(z.union([z.string(), z.array(z.string())]))
	.superRefine((fields, context) => {
		for (const [name, value] of Object.entries(fields)) {
			const blockId = /^reason-(.+)$/.exec(name)?.[1]
			const reason = String(value).trim()
			if (blockId === undefined || reason === '') continue
			if ([...reason].length > NOTE_LIMIT)
				context.addIssue({ code: 'too_big', origin: 'string', maximum: NOTE_LIMIT, path: [name], input: reason })
			// A reason for nothing would be left out, and lost.
			if (!fields[`stance-${blockId}`] && fields.all === undefined)
				context.addIssue({ code: 'too_small', origin: 'string', minimum: 1, path: [`stance-${blockId}`], input: '' })
		}
	})
	.transform(({ associationId: id, all, text: comment, ...fields }) => {
		const text = (name: string) => String(fields[name] ?? '')
		const stances = Object.keys(fields).flatMap((name) => {
			const blockId = /^version-(.+)$/.exec(name)?.[1]
			const stance = STANCES.find((candidate) => candidate === text(`stance-${blockId}`)) ?? all
			if (blockId === undefined || stance === undefined) return []
			const versionId = text(name) as BlockVersionId
			return [{ blockId: blockId as BlockId, versionId, stance, reason: text(`reason-${blockId}`) }]
		})
		return { associationId: id, stances, comment }
	})

/** `choice-<association>` for each that was present. */
export const meetingForm = z
	.object({ heldOn: date, minutes: z.string().trim().min(1), signoffDueOn: date, urgent: z.string().default('') })
	.catchall(z.union([z.string(), z.array(z.string())]))
	.transform(({ heldOn, minutes, signoffDueOn, urgent, ...fields }) => ({
		heldOn,
		minutes,
		urgent: String(urgent),
		signoffDueAt: swedishInstant(signoffDueOn, END_OF_DAY),
		votes: Object.entries(fields).flatMap(([name, value]) => {
			const association = /^choice-(.+)$/.exec(name)?.[1]
			const choice = CHOICES.find((candidate) => candidate === value)
			return association === undefined || choice === undefined
				? []
				: [{ associationId: association as AssociationId, choice }]
		}),
	}))
