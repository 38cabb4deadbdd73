import type { ShownTopic } from '#read/publication/topics.ts'
import { archiveHref } from './archive-href.tsx'
import type { PublicFrame } from './public-frame.tsx'

type TopicLinksProps = {
	readonly frame: Pick<PublicFrame, 'prefixed'>
	readonly slug: string
	readonly topics: readonly ShownTopic[]
}

/** What a statement is sorted under, each leading to what else is. */
export function TopicLinks({ frame, slug, topics }: TopicLinksProps) {
	return (
		<>
			{topics.map(({ slug: topic, name }, index) => (
				<>
					{index > 0 && ', '}
					<a href={archiveHref(frame, slug, { topic })}>{name}</a>
				</>
			))}
		</>
	)
}
