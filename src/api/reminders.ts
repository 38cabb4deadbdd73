import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { ASKS } from '#domain/deciding/reminding.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { remindersViewQuery } from '#read/deciding/waiting.ts'
import { remind } from '#usecases/deciding/remind.ts'
import { when } from './ballot-view.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idText, instantText, nothingMore } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Stances and ballot'

const silent = z.strictObject({
	associationId: idText,
	name: z.string(),
	reachedByMail: z.boolean().meta({ description: 'Those that are not are to be called.' }),
})

export const reminderEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.reminders,
		access: COALITION_ROLES,
		tag,
		summary: 'Who has not answered what is asked about the text; for chair and secretary',
		output: z.strictObject({
			asked: z.enum(ASKS).nullable().meta({ description: 'Null where nothing is asked.' }),
			silent: z.array(silent),
			remindedAt: instantText.nullable(),
			nextAt: instantText.nullable().meta({ description: 'When they are reminded by themselves.' }),
		}),
		load: remindersViewQuery,
		show: ({ waiting }) => ({
			asked: waiting?.ask ?? null,
			silent: (waiting?.silent ?? []).map(({ reached, ...each }) => ({ ...each, reachedByMail: reached })),
			remindedAt: when(waiting?.lastAt ?? null),
			nextAt: when(waiting?.remindAt ?? null),
		}),
	}),
	writing({
		path: paths.reminders,
		does: ACTS.remind,
		tag,
		summary: 'Remind all that have not answered and whom mail reaches; once in 24 hours',
		input: nothingMore,
		gives: { reminded: z.int() },
		act: ({ deps, params, order }) => remind(deps, order({ statementId: idIn(params) })),
	}),
]
