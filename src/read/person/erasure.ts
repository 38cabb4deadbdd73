import * as z from 'zod'
import { allOf } from '#db/client.ts'
import { type ActorRef, NOBODY, personExpression } from '#db/members/load-actor.ts'
import { aloneInChair, onlyVoice } from '#db/person/load-erasure.ts'
import { row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'

const named = row({ name: z.string() })

/** What keeps whoever asks from being erased, and what it would leave without a voice. */
export function erasureQuery(ref: ActorRef | null, now: Instant) {
	const person = personExpression(ref ?? NOBODY, now)
	const [chair, voice] = [aloneInChair(person, now), onlyVoice(person, now)]
	return allOf({
		/** Coalitions that would have no chair. */
		chairs: rows(`SELECT coalition.name ${chair.sql} ORDER BY coalition.name`, [...chair.args], named),
		/** Associations that are asked for a vote now, and that nobody else can vote for. */
		voices: rows(`SELECT DISTINCT association.name ${voice.sql} ORDER BY association.name`, [...voice.args], named),
	})
}
