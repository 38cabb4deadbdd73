import type { Child } from 'hono/jsx'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import { type Plan, type Progress, planBack, planRest } from '#domain/planning/plan.ts'
import { TRACKS, type Track } from '#domain/statement/statement.ts'
import { formatDaysLeft, formatLongDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Sentence } from './notice.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'

type PlanProps = {
	readonly now: Instant
	readonly dueOn: SwedishDate | null
	/** Of the answer that is being worked on; null before there is one. */
	readonly progress: Progress | null
	/** The track looked at before there is an answer; the full one unless told. */
	readonly track: Track | null
	/** Whether a text may be sent round, with silence as consent. */
	readonly silenceIsConsent: boolean
	/** The page with the plan for a track. */
	readonly hrefFor: (track: Track) => string
}

/** When each step must be done for the answer to be there in time, as a timeline and a list. */
export function PlanSection(props: PlanProps) {
	const { now, dueOn, progress, silenceIsConsent, hrefFor } = props
	const t = catalogue(useLanguage())
	if (dueOn !== null && dueOn < swedishDate(now)) return null
	const track = progress?.track ?? (silenceIsConsent ? props.track : null) ?? 'full'
	return (
		<section class="plan">
			<h2>{t.plan.title}</h2>
			{dueOn === null ? (
				<p>{t.plan.noDate}</p>
			) : (
				<>
					{progress === null && silenceIsConsent && (
						<Tabs
							label={t.plan.track}
							tabs={TRACKS.map((each) => ({
								href: hrefFor(each),
								label: t.inquiry.tracks[each],
								current: each === track,
							}))}
						/>
					)}
					<Planned {...props} dueOn={dueOn} track={track} />
				</>
			)}
		</section>
	)
}

function Planned({ now, dueOn, progress, track, silenceIsConsent }: PlanProps & PlannedFor) {
	const t = catalogue(useLanguage()).plan
	const plan = progress ? planRest(progress, dueOn, now) : planBack({ track, from: swedishDate(now), dueOn })
	if (plan === null) {
		const full = silenceIsConsent ? t.tooLittleFull : t.tooLittleFullOnly
		const sentence = progress ? t.tooLittleLeft : track === 'light' ? t.tooLittleLight : full
		return <Warning>{sentence}</Warning>
	}
	const days = [...plan.milestones.map(({ on }) => on), dueOn]
	return (
		<>
			{plan.hurried && <Warning>{t.hurried}</Warning>}
			{plan.throughJuly && <Warning>{t.throughJuly}</Warning>}
			<p>{t.lead}</p>
			<Timeline title={t.title} from={plan.from} days={days} />
			<Steps now={now} dueOn={dueOn} plan={plan} />
		</>
	)
}

type PlannedFor = { readonly dueOn: SwedishDate; readonly track: Track }

type StepsProps = Pick<PlanProps, 'now'> & { readonly dueOn: SwedishDate; readonly plan: Plan }

/** The same as the picture, by the same numbers. */
function Steps({ now, dueOn, plan }: StepsProps) {
	const lang = useLanguage()
	const t = catalogue(lang).plan
	const steps = plan.milestones.map(({ milestone, on, set }) => ({
		label: t[plan.track][milestone] + (set ? ` (${t.settled})` : ''),
		on,
	}))
	return (
		<ol class="milestones">
			{[...steps, { label: t.due, on: dueOn }].map(({ label, on }) => (
				<li>
					<strong>{label}</strong>
					<span>
						<time datetime={on}>{formatLongDate(lang, on)}</time>, {formatDaysLeft(lang, on, now)}
					</span>
				</li>
			))}
		</ol>
	)
}

function Warning({ children }: { readonly children: Child }) {
	return <Sentence tone="warning">{children}</Sentence>
}
