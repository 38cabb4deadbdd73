import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames } from '#db/load-log.ts'
import type { Instant } from '#domain/kernel/id.ts'

/** What every act on a coalition as a whole loads and may write. */
export const onCoalition = (slug: string) => ({
	needs: (now: Instant) => ({ coalition: coalitionQuery(slug, now) }),
	streams: () => [streamNames.coalition(slug)],
})
