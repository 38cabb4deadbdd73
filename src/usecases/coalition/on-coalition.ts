import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames } from '#db/load-log.ts'

/** What every act on a coalition as a whole loads and may write. */
export const onCoalition = (slug: string) => ({
	needs: { coalition: coalitionQuery(slug) },
	streams: () => [streamNames.coalition(slug)],
})
