import type { SwedishDate } from '#domain/kernel/id.ts'
import { type Demand, lastWorkingDay } from '#domain/publication/demands.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'

type Props = { readonly lang: Language; readonly today: SwedishDate; readonly demands: readonly Demand[] }

/** Each demand, met or not, and what to do where it is not. */
export function Demands({ lang, today, demands }: Props) {
	const t = catalogue(lang).sending
	return (
		<>
			<h2>{t.demands}</h2>
			<Table
				caption={t.demands}
				captionHidden
				columns={[{ label: t.demand }, { label: t.state }]}
				rows={demands.map((demand) => {
					const { asked, state } = said(demand, lang, today)
					return [
						asked,
						<>
							<Tag tone={demand.met ? 'good' : 'bad'}>{demand.met ? t.met : t.unmet}</Tag> {state}
						</>,
					]
				})}
			/>
		</>
	)
}

/** What is asked, and how it stands with that. */
function said(demand: Demand, lang: Language, today: SwedishDate): { readonly asked: string; readonly state: string } {
	const t = catalogue(lang).sending
	const { met } = demand
	switch (demand.what) {
		case 'format':
			return { asked: t.formats[demand.format], state: met ? t.formatMet : t.paper }
		case 'names':
			return { asked: t.names(demand.coalition), state: met ? '' : t.namesUnmet }
		case 'references':
			return { asked: t.references, state: met ? '' : t.referencesUnmet(demand.missing) }
		case 'subject':
			return { asked: t.inSubject(demand.coalition), state: met ? '' : t.inSubjectUnmet }
		case 'to':
		case 'copyTo': {
			const asked = demand.what === 'to' ? t.to(demand.asked) : t.copy(demand.asked)
			const { missing } = demand
			return { asked, state: met ? '' : missing.length > 0 ? t.addressMissing(missing) : t.addressUnknown }
		}
		case 'deadline': {
			const left = met ? t.daysLeft(demand.days) : t.passed
			const closed = met && demand.closed ? ` ${t.closed(lastWorkingDay(demand, today))}` : ''
			return { asked: t.inTime(demand.dueOn), state: left + closed }
		}
	}
}
